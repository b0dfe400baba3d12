package org.vung.data.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.Truth;
import org.vung.data.file.ClassList;
import org.vung.data.file.DataFiles;
import org.vung.data.file.FileDataset;
import org.vung.data.file.Ids;
import org.vung.image.Image;
import org.vung.image.codec.Limits;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.name.Phrase;

/**
 * Volumes as the ISBI 2012 challenge hands them out: {@code train-volume.tif} and {@code train-labels.tif}, each page an image and its
 * labels. With two classes, 0 and 255 are their labels; with more, or where the
 * list ends in {@code void}, 255 means that nobody knows; or labels are ids of objects. Every stack
 * is a group, since neighbouring pages show the same things. Pages are read one at a time.
 */
public final class StackFolder implements Dataset {

    /** The options of the format, each with its meaning. */
    public static final Map<String, String> OPTIONS = options();

    static final String VOID = "void";

    private final String name;
    private final List<LabelClass> classes;
    private final List<Item> items;
    private final List<Integer> pages;
    private final boolean objects;
    /** Whether the list ends in {@code void}, whose pixels nobody knows. */
    private final boolean hasVoid;

    private StackFolder(String name, List<LabelClass> listed, List<Item> items, List<Integer> pages, boolean objects) {
        this.name = name;
        this.hasVoid = listed.size() > 1 && listed.get(listed.size() - 1).name().equals(VOID);
        this.classes = hasVoid ? listed.subList(0, listed.size() - 1) : listed;
        this.items = List.copyOf(items);
        this.pages = List.copyOf(pages);
        this.objects = objects;
    }

    private static Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("images", "the TIFF of the images");
        options.put("labels", "the TIFF of the labels");
        options.put("values", "labels, or objects where labels are ids");
        options.put("classes", "names like membrane+cell, or a file");
        return java.util.Collections.unmodifiableMap(options);
    }

    /**
     * Whether a folder looks like one of stacks.
     *
     * @param folder of a data set
     * @return true where a volume lies beside its labels
     * @throws IOException if the folder cannot be read
     */
    public static boolean looksLike(Path folder) throws IOException {
        return !pairs(folder).isEmpty();
    }

    /** Volumes and their labels, by the names of the challenge. */
    private static Map<Path, Path> pairs(Path folder) throws IOException {
        Map<Path, Path> pairs = new LinkedHashMap<>();
        for (Path file : DataFiles.images(folder, 1)) {
            String name = file.getFileName().toString();
            Path labels = file.resolveSibling(name.replace("-volume", "-labels"));
            if (name.toLowerCase(Locale.ROOT).contains("-volume.tif") && Files.exists(labels)) {
                pairs.put(file, labels);
            }
        }
        return pairs;
    }

    /**
     * Opens a folder: counts the pages of its stacks.
     *
     * @param folder of the data set
     * @param given options
     * @return the data set
     * @throws IOException if a stack cannot be read, or has more or fewer pages than its labels
     */
    public static StackFolder open(Path folder, Phrase given) throws IOException {
        Phrase options = given.allow(OPTIONS.keySet());
        Map<Path, Path> pairs = pairs(folder);
        if (options.text("images").isPresent()) {
            String labels = options.text("labels")
                    .orElseThrow(() -> new IllegalArgumentException("labels must be given where images are"));
            pairs = Map.of(folder.resolve(options.text("images", "")), folder.resolve(labels));
        }
        if (pairs.isEmpty()) {
            throw DataFiles.bad(
                    folder,
                    "holds no NAME-volume.tif beside NAME-labels.tif; say which files, as in"
                            + " stack:images=a.tif,labels=b.tif");
        }
        List<Item> items = new ArrayList<>();
        List<Integer> pages = new ArrayList<>();
        for (Map.Entry<Path, Path> pair : pairs.entrySet()) {
            list(pair.getKey(), pair.getValue(), items, pages);
        }
        boolean objects = options.word("values", List.of("labels", "objects")).equals("objects");
        return new StackFolder(FileDataset.name(folder), classes(folder, options, objects), items, pages, objects);
    }

    private static void list(Path images, Path labels, List<Item> items, List<Integer> pages) throws IOException {
        int count = ImageFiles.facts(images, Limits.standard()).pages();
        int other = ImageFiles.facts(labels, Limits.standard()).pages();
        if (count != other) {
            throw DataFiles.bad(labels, "must have the " + count + " pages of " + images + ", got " + other);
        }
        String stack = DataFiles.stem(images).replace("-volume", "");
        List<String> names = names(images.resolveSibling(stack + "-names.txt"), stack, count);
        for (int page = 0; page < count; page++) {
            items.add(new Item(names.get(page), stack, images, labels));
            pages.add(page);
        }
    }

    private static List<String> names(Path file, String stack, int count) throws IOException {
        if (Files.exists(file)) {
            List<String> names = DataFiles.lines(file);
            if (names.size() != count) {
                throw DataFiles.bad(file, "must have a name for each of " + count + " pages, got " + names.size());
            }
            return names;
        }
        List<String> names = new ArrayList<>();
        for (int page = 0; page < count; page++) {
            names.add(String.format(Locale.ROOT, "%s/%03d", stack, page));
        }
        return names;
    }

    private static List<LabelClass> classes(Path folder, Phrase options, boolean objects) throws IOException {
        Path file = folder.resolve("classes.txt");
        Optional<ClassList> given = options.text("classes").isPresent()
                ? Optional.of(ClassList.parse(options.text("classes", ""), folder))
                : Files.exists(file) ? Optional.of(ClassList.read(file)) : Optional.empty();
        List<String> usual = objects ? List.of("object") : List.of("membrane", "cell");
        return given.orElseGet(() -> ClassList.of(usual)).classes();
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
        return ImageFiles.readPage(items.get(index).image(), pages.get(index), Limits.standard());
    }

    @Override
    public Truth truth(int index) throws IOException {
        Path file = items.get(index).truth();
        LabelMap stored = ImageFiles.readLabels(file, pages.get(index), Limits.standard());
        if (objects) {
            return Ids.objects(stored, 0);
        }
        return Ids.classes(stored, this::label, file, "name the class in classes=…, or say values=objects for ids");
    }

    private int label(int value) {
        if (value < classes.size()) {
            return value;
        }
        boolean unknown = value == 255 ? classes.size() != 2 || hasVoid : hasVoid && value == classes.size();
        return unknown ? ClassMap.IGNORE : value == 255 ? 1 : Ids.UNKNOWN;
    }
}
