package org.vung.torch.train.detect;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.Truth;
import org.vung.data.augment.Pair;
import org.vung.data.augment.warp.Affine;
import org.vung.data.augment.warp.Border;
import org.vung.data.augment.warp.View;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.layer.Extent;
import org.vung.torch.rcnn.Resizing;

/** Images with their objects at the size that the network sees; as many as a quarter of the heap takes are read only once. */
final class Scenes {

    private final Dataset set;
    private final List<Item> items;
    private final List<Integer> categories;
    private final Preprocessing preprocessing;
    private final Resizing resizing;
    private final Map<Integer, Scene> read = new ConcurrentHashMap<>();
    private final AtomicLong room = new AtomicLong(Runtime.getRuntime().maxMemory() / 4);

    /**
     * Scenes of a set.
     *
     * @param set whose truth is objects
     * @param categories the network's class for each of the set's
     * @param preprocessing whose contrast is applied to the whole image at once
     * @param resizing of images before all else
     */
    Scenes(Dataset set, List<Integer> categories, Preprocessing preprocessing, Resizing resizing) {
        this.set = set;
        this.items = set.items(); // a part of a set makes the list anew each time
        this.categories = categories;
        this.preprocessing = preprocessing;
        this.resizing = resizing;
    }

    int count() {
        return items.size();
    }

    /**
     * One scene.
     *
     * @param index 0 … count − 1
     * @throws IOException if a file cannot be read or sizes differ; the message names the file
     */
    Scene at(int index) throws IOException {
        Scene known = read.get(index);
        if (known != null) {
            return known;
        }
        Scene scene = load(index);
        Image image = scene.pair().image();
        if (room.addAndGet(-image.size().pixels() * (4L + 4L * image.channels())) >= 0) {
            read.put(index, scene);
        }
        return scene;
    }

    private Scene load(int index) throws IOException {
        Image image = preprocessing.contrasted(set.image(index));
        List<ObjectTruth> objects = objects(set, index, image.size());
        List<Integer> classes = objects.stream()
                .map(object -> object.crowd() ? 0 : categories.get(object.category()))
                .toList();
        Scene scene = Scene.of(image, objects, classes);
        Extent seen = resizing.of(image.size());
        Size size = new Size(seen.rows(), seen.columns());
        return size.equals(image.size()) ? scene : scene.with(resized(scene.pair(), size));
    }

    private static Pair resized(Pair pair, Size size) {
        View.Seen seen = View.of(pair.image(), pair.truth())
                .then(Affine.resize(pair.image().size(), size), size, Border.MIRROR)
                .seen();
        return new Pair(seen.image(), seen.truth());
    }

    /**
     * The objects of an image.
     *
     * @throws IOException if its truth is no objects or of another size
     */
    static List<ObjectTruth> objects(Dataset set, int index, Size size) throws IOException {
        String file = set.items().get(index).truth().toString();
        Truth truth = set.truth(index);
        if (!(truth instanceof ObjectSet objects)) {
            throw new IOException(
                    file + ": truth must be objects, as in the files before it, got a class for each pixel;"
                            + " see 'vung data check'");
        }
        if (!truth.size().equals(size)) {
            throw new IOException(file + ": objects must be of the image's size " + size + ", got " + truth.size()
                    + "; see 'vung data check'");
        }
        return objects.objects();
    }
}
