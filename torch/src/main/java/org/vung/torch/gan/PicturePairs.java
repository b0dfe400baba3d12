package org.vung.torch.gan;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.Picture;
import org.vung.data.Truth;
import org.vung.image.Image;
import org.vung.image.Preview;

/** Images and what they become, from a data set; as many as a quarter of the heap takes are read only once. */
final class PicturePairs {

    private final Dataset set;
    private final List<Item> items;
    private final Map<Integer, Pair> read = new ConcurrentHashMap<>();
    private final AtomicLong room = new AtomicLong(Runtime.getRuntime().maxMemory() / 4);

    /** Two pictures of one size, 8-bit RGB. */
    record Pair(Image image, Image picture) {}

    PicturePairs(Dataset set) {
        this.set = set;
        this.items = set.items();
    }

    int count() {
        return items.size();
    }

    Pair at(int index) throws IOException {
        Pair known = read.get(index);
        if (known != null) {
            return known;
        }
        Pair pair = load(index);
        if (room.addAndGet(-6L * pair.image().size().pixels()) >= 0) {
            read.put(index, pair);
        }
        return pair;
    }

    /** What an image becomes, where that is a picture. */
    static Picture checked(Truth truth, String of) {
        if (truth instanceof Picture picture) {
            return picture;
        }
        throw new IllegalArgumentException("data for pix2pix must be pictures that become pictures, got classes or"
                + " objects in " + of + "; write it anew with 'vung data convert --to side-by-side' and open that with"
                + " --from side-by-side");
    }

    private Pair load(int index) throws IOException {
        Item item = items.get(index);
        Picture picture = checked(set.truth(index), item.name());
        Pair pair = new Pair(Preview.rgb(set.image(index)), Preview.rgb(picture.image()));
        if (!pair.image().size().equals(pair.picture().size())) {
            throw new IOException(item.truth() + ": picture must have its image's size "
                    + pair.image().size() + ", got " + pair.picture().size());
        }
        return pair;
    }
}
