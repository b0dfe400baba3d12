package org.vung.data.pair;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.Truth;
import org.vung.data.file.DataFiles;
import org.vung.data.file.MaskFile;
import org.vung.data.file.OptionsFile;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.name.Phrase;

/**
 * Images and masks of the same names, in two folders or in one: {@code images/7.jpg} and {@code masks/7.png}, or {@code 7.jpg} and
 * {@code 7-mask.png}.
 *
 * <p>Without options the folders are recognised by their names ({@code images}, {@code masks}, {@code labels}, {@code groundtruth} …,
 * also below {@code train}), and the first mask tells how masks are meant: values 0 and 255, or 0 and 1, are the classes 0
 * (background) and 1 (foreground); 16-bit numbers are ids of objects; anything else needs {@code classes}. With exactly two classes,
 * 255 and 65535 mean class 1 unless {@code ignore} says otherwise; with more, they are refused unless {@code ignore} names them.
 * Options may also stand in a file {@code pairs.txt} in the folder, one a line, and classes in {@code classes.txt}.
 *
 * <p>An image is turned upright as its Exif tag says; a mask is understood as drawn on the upright image. One drawn on the stored pixels
 * shows by its transposed size.
 */
public final class PairFolder implements Dataset {

    /** The options of the format, each with its meaning. */
    public static final Map<String, String> OPTIONS = options();

    private final String name;
    private final List<LabelClass> classes;
    private final List<Pairing.Pair> pairs;
    private final List<Item> items;
    private final Masks masks;

    private PairFolder(String name, List<LabelClass> classes, List<Pairing.Pair> pairs, Masks masks) {
        this.name = name;
        this.classes = classes;
        this.pairs = List.copyOf(pairs);
        this.items = this.pairs.stream().map(Pairing.Pair::item).toList();
        this.masks = masks;
    }

    private static Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("images", "folder of the images");
        options.put("masks", "folder of the masks");
        options.put("image-suffix", "end of the images' names that masks do not have");
        options.put("mask-suffix", "end of the masks' names that images do not have");
        options.put("values", "auto, binary, labels, colours or objects: what the pixels of masks are");
        options.put("classes", "camvid, cityscapes, facades, voc, a number, names like soil+crop, or a file");
        options.put("threshold", "the least grey value of class 1, for masks with shades");
        options.put("ignore", "values (or colours) of pixels that nobody knows, like 255 or 11+255");
        options.put("fov", "folder of fields of view; 0 there means that nobody knows");
        options.put("ground", "folder of pictures of class 0; a pixel of it that is 0 there is one that nobody knows");
        options.put("group", "mark that ends the group in a name, such as _");
        options.put("unpaired", "error or skip: images without a mask");
        return java.util.Collections.unmodifiableMap(options);
    }

    /**
     * Opens a folder: lists its files and looks at the first mask.
     *
     * @param folder of the data set
     * @param given options, which come before those in {@code pairs.txt}
     * @return the data set
     * @throws IOException if folders cannot be found or read, an image has no mask, or the masks need an option
     * @throws IllegalArgumentException if an option is wrong
     */
    public static PairFolder open(Path folder, Phrase given) throws IOException {
        Phrase options = given.allow(OPTIONS.keySet());
        if (!Files.isDirectory(folder)) {
            throw DataFiles.missing(folder, "no such folder");
        }
        options = OptionsFile.join(folder.resolve("pairs.txt"), options, OPTIONS.keySet());
        Layout layout = Layout.of(folder, options);
        List<Pairing.Pair> pairs = new Pairing(folder, layout, options).pairs();
        Reading reading = Reading.of(folder, options, pairs.get(0).item().truth());
        boolean limited = layout.fov().isPresent() || layout.ground().isPresent();
        if (limited && reading.masks() instanceof Masks.Objects) {
            throw new IllegalArgumentException(
                    "fov and ground must be given with masks of classes only, got masks of objects");
        }
        Path real = folder.toAbsolutePath().normalize();
        return new PairFolder(String.valueOf(real.getFileName()), reading.classes(), pairs, reading.masks());
    }

    /**
     * Whether a folder looks like one of pairs.
     *
     * @param folder of a data set
     * @return true where folders or suffixes with the usual names are there
     * @throws IOException if the folder cannot be read
     */
    public static boolean looksLike(Path folder) throws IOException {
        return Files.exists(folder.resolve("pairs.txt"))
                || Layout.find(folder, Phrase.parse("pairs")).isPresent();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<LabelClass> classes() {
        return classes;
    }

    @Override
    public List<Item> items() {
        return items;
    }

    @Override
    public Image image(int index) throws IOException {
        return ImageFiles.read(items.get(index).image());
    }

    @Override
    public Truth truth(int index) throws IOException {
        Pairing.Pair pair = pairs.get(index);
        Truth truth = masks.read(pair.item().truth());
        if (!(truth instanceof ClassMap map)) {
            return truth;
        }
        ClassMap seen = pair.fov().isPresent() ? without(map, pair.fov().get(), label -> true) : map;
        return pair.ground().isPresent() ? without(seen, pair.ground().get(), label -> label == 0) : seen;
    }

    /** The same with unknown pixels where a picture is 0, of some labels. */
    private static ClassMap without(ClassMap map, Path picture, IntPredicate some) throws IOException {
        LabelMap known = MaskFile.labels(picture);
        Size size = map.size();
        if (!known.size().equals(size)) {
            throw DataFiles.bad(picture, "must have the mask's size " + size + ", got " + known.size());
        }
        int[] labels = map.labels().sharedLabels().clone();
        for (int pixel = 0; pixel < labels.length; pixel++) {
            boolean unknown = known.sharedLabels()[pixel] == 0 && some.test(labels[pixel]);
            labels[pixel] = unknown ? ClassMap.IGNORE : labels[pixel];
        }
        return new ClassMap(LabelMap.wrap(size, labels));
    }
}
