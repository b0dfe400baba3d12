package org.vung.data.side;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.Picture;
import org.vung.data.Truth;
import org.vung.data.file.ClassList;
import org.vung.data.file.DataFiles;
import org.vung.data.file.FileDataset;
import org.vung.data.file.MaskFile;
import org.vung.data.file.OptionsFile;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Preview;
import org.vung.image.Size;
import org.vung.image.file.ImageFiles;
import org.vung.image.resample.Resampling;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.name.Phrase;

/**
 * Two pictures side by side in one file, as pix2pix's data sets hold them: one half is the image, the other what it becomes. With
 * {@code classes} the other half is a label picture and gives a class for every pixel; colours that a lossy file has smeared count
 * as the nearest class's. A folder without pictures is searched below, as in {@code train} and {@code val}.
 */
public final class SideBySide implements Dataset {

    /** The options of the format, each with its meaning. */
    public static final Map<String, String> OPTIONS = options();

    /** Where the writer leaves options, which is the format's sign. */
    static final String FILE = "side-by-side.txt";

    private static final int DEPTH = 4;

    private final String name;
    private final boolean left;
    private final Optional<Integer> side;
    private final List<Item> items;
    private final List<LabelClass> classes;
    private final @Nullable NearestClass nearest;

    private SideBySide(
            String name,
            boolean left,
            Optional<Integer> side,
            List<Item> items,
            List<LabelClass> classes,
            @Nullable NearestClass nearest) {
        this.name = name;
        this.left = left;
        this.side = side;
        this.items = List.copyOf(items);
        this.classes = classes;
        this.nearest = nearest;
    }

    private static Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("image", "left or right: the half that is the image; the other is what it becomes");
        options.put("classes", "facades, camvid or soil:000000+crop:00ff00: the other half holds these colours");
        options.put("unknown", "colour of pixels that nobody knows, like e0e0c0; only with classes");
        options.put("size", "rows and columns that both halves are resized to; as they are without");
        options.put("group", "mark that ends the group in a name, such as _");
        return Collections.unmodifiableMap(options);
    }

    /**
     * Opens a folder: lists its pictures.
     *
     * @param folder of the data set
     * @param given options
     * @return the data set
     * @throws IOException if the folder cannot be read or holds no picture
     * @throws IllegalArgumentException if an option is wrong
     */
    public static SideBySide open(Path folder, Phrase given) throws IOException {
        Phrase options = OptionsFile.join(folder.resolve(FILE), given.allow(OPTIONS.keySet()), OPTIONS.keySet());
        boolean left = options.word("image", List.of("left", "right")).equals("left");
        String mark = options.text("group", "");
        List<Item> items = new ArrayList<>();
        List<Path> files = DataFiles.images(folder, 1);
        for (Path file : files.isEmpty() ? DataFiles.images(folder, DEPTH) : files) {
            String own = DataFiles.name(folder, file);
            items.add(new Item(own, DataFiles.group(own, mark), file, file));
        }
        if (items.isEmpty()) {
            throw DataFiles.bad(folder, "holds no pictures; side-by-side takes files of two halves");
        }
        List<LabelClass> classes = classes(options, folder);
        NearestClass nearest = classes.isEmpty() ? null : new NearestClass(classes, unknown(options));
        return new SideBySide(
                FileDataset.name(folder), left, options.integer("size", 1, 4096), items, classes, nearest);
    }

    /**
     * Whether a folder says that it is one.
     *
     * @param folder of a data set
     * @return true where {@code side-by-side.txt} is there; any wide picture could be two
     */
    public static boolean looksLike(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    private static Optional<Integer> unknown(Phrase options) {
        Optional<String> text = options.text("unknown");
        if (text.isPresent() && !text.get().matches("#?[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("unknown must be a colour such as e0e0c0, got '" + text.get() + "'");
        }
        return text.map(colour -> Integer.parseInt(colour.replace("#", ""), 16));
    }

    private static List<LabelClass> classes(Phrase options, Path folder) throws IOException {
        Optional<String> text = options.text("classes");
        if (text.isEmpty()) {
            return List.of();
        }
        ClassList list = ClassList.parse(text.get(), folder);
        if (!list.coloured()) {
            throw new IllegalArgumentException(
                    "classes must have colours, as in soil:000000+crop:00ff00, got '" + text.get() + "'");
        }
        if (list.classes().size() > ClassMap.IGNORE) {
            throw new IllegalArgumentException(
                    "classes must be at most 255, got " + list.classes().size());
        }
        return list.classes();
    }

    @Override
    public String name() {
        return name;
    }

    /** None where pictures become pictures. */
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
        return resized(half(index, left));
    }

    @Override
    public Truth truth(int index) throws IOException {
        Image other = half(index, !left);
        if (nearest == null) {
            return new Picture(resized(other));
        }
        int[] colours = MaskFile.colours(other, items.get(index).truth());
        LabelMap labels = nearest.of(other.size(), colours);
        return new ClassMap(side.isPresent() ? labels.resized(new Size(side.get(), side.get())) : labels);
    }

    private Image resized(Image half) {
        return side.isPresent() ? Resampling.picture(half, new Size(side.get(), side.get())) : half;
    }

    private Image half(int index, boolean first) throws IOException {
        Path file = items.get(index).image();
        Image both = Preview.rgb(ImageFiles.read(file));
        if (both.width() % 2 != 0) {
            throw DataFiles.bad(
                    file, "two halves side by side must have an even number of columns, got " + both.width());
        }
        return half(both, first);
    }

    /**
     * One half of a picture.
     *
     * @param both 8-bit RGB of an even number of columns
     * @param first whether the left one
     * @return the same rows, half as many columns
     */
    static Image half(Image both, boolean first) {
        Size size = new Size(both.height(), both.width() / 2);
        byte[] from = both.sharedBytes();
        byte[] to = new byte[size.pixels() * 3];
        int line = size.width() * 3;
        for (int row = 0; row < size.height(); row++) {
            System.arraycopy(from, (2 * row + (first ? 0 : 1)) * line, to, row * line, line);
        }
        return Image.wrap(size, Layout.RGB, to);
    }
}
