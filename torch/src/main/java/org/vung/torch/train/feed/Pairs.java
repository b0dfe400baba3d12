package org.vung.torch.train.feed;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.Truth;
import org.vung.data.augment.Pair;
import org.vung.image.Image;
import org.vung.label.LabelMap;
import org.vung.nets.file.Preprocessing;

/** Images with their classes from a data set; as many as a quarter of the heap takes are read only once. */
public final class Pairs {

    private final Dataset set;
    private final List<Item> items;
    private final Preprocessing preprocessing;
    private final Map<Integer, Pair> read = new ConcurrentHashMap<>();
    private final AtomicLong room = new AtomicLong(Runtime.getRuntime().maxMemory() / 4);

    /**
     * Pairs of a set.
     *
     * @param set whose truth is a class for each pixel
     * @param preprocessing whose contrast is applied to the whole image at once
     */
    public Pairs(Dataset set, Preprocessing preprocessing) {
        this.set = set;
        this.items = set.items(); // a part of a set makes the list anew each time
        this.preprocessing = preprocessing;
    }

    /**
     * How many there are.
     *
     * @return at least 0
     */
    public int count() {
        return items.size();
    }

    /**
     * One pair.
     *
     * @param index 0 … count − 1
     * @return the image, its contrast changed, and its classes
     * @throws IOException if a file cannot be read, sizes differ or a label has no class; the message names the file
     */
    public Pair at(int index) throws IOException {
        Pair known = read.get(index);
        if (known != null) {
            return known;
        }
        Pair pair = load(index);
        long bytes = pair.image().size().pixels() * (4L + 4L * pair.image().channels());
        if (room.addAndGet(-bytes) >= 0) {
            read.put(index, pair);
        }
        return pair;
    }

    private Pair load(int index) throws IOException {
        String file = items.get(index).truth().toString();
        Image image = preprocessing.contrasted(set.image(index));
        LabelMap labels = classes(set.truth(index), file);
        if (!labels.size().equals(image.size())) {
            throw new IOException(file + ": mask must have the image's size " + image.size() + ", got " + labels.size()
                    + "; see 'vung data check'");
        }
        int classes = set.classes().size();
        for (int label : labels.sharedLabels()) {
            if (label >= classes && label != ClassMap.IGNORE) {
                throw new IOException(file + ": labels must be 0 … " + (classes - 1) + " or 255, got " + label
                        + "; see 'vung data check'");
            }
        }
        return new Pair(image, labels);
    }

    private static LabelMap classes(Truth truth, String file) throws IOException {
        if (truth instanceof ClassMap map) {
            return map.labels();
        }
        throw new IOException(
                file
                        + ": truth must be a class for each pixel, as in the files before it, got objects; see 'vung data check'");
    }
}
