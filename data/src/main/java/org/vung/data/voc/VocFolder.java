package org.vung.data.voc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.file.ClassList;
import org.vung.data.file.DataFiles;
import org.vung.data.file.FileDataset;
import org.vung.data.file.Ids;
import org.vung.data.file.KnownClasses;
import org.vung.data.file.MaskFile;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.mask.RunLengths;
import org.vung.name.Phrase;

/**
 * A VOC folder: {@code JPEGImages}, {@code SegmentationClass} and, for objects, {@code SegmentationObject}, with lists in {@code
 * ImageSets/Segmentation}. Masks are palette PNGs read as indices, never as colours: 0 is the background, 255 the void around objects,
 * which is {@link ClassMap#IGNORE}. Classes are the 21 of VOC unless {@code classes.txt} or {@code class_names.txt} lists others.
 */
public final class VocFolder {

    /** The options of the format, each with its meaning. */
    public static final Map<String, String> OPTIONS = options();

    private static final int VOID = 255;

    private VocFolder() {}

    private static Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("part", "train, val or trainval: a list of ImageSets/Segmentation; without it, all masks");
        options.put("truth", "classes, or objects from SegmentationObject");
        options.put("classes", "names like background+cat, or a file");
        return java.util.Collections.unmodifiableMap(options);
    }

    /**
     * Whether a folder looks like one of VOC.
     *
     * @param folder of a data set
     * @return true where its two folders are there
     */
    public static boolean looksLike(Path folder) {
        return Files.isDirectory(folder.resolve("JPEGImages"))
                && Files.isDirectory(folder.resolve("SegmentationClass"));
    }

    /**
     * Opens a folder.
     *
     * @param folder that holds {@code JPEGImages}
     * @param given options
     * @return the data set
     * @throws IOException if a folder or list cannot be read, or a mask has no image
     */
    public static Dataset open(Path folder, Phrase given) throws IOException {
        Phrase options = given.allow(OPTIONS.keySet());
        boolean objects = options.word("truth", List.of("classes", "objects")).equals("objects");
        Map<String, Path> images = byName(folder.resolve("JPEGImages"));
        Map<String, Path> masks = byName(folder.resolve("SegmentationClass"));
        Map<String, Path> ids = objects ? byName(folder.resolve("SegmentationObject")) : Map.of();
        List<Item> items = new ArrayList<>();
        for (String name : names(folder, options, masks)) {
            Path mask = found(masks, name, folder.resolve("SegmentationClass"));
            if (objects) {
                found(ids, name, folder.resolve("SegmentationObject"));
            }
            items.add(new Item(name, name, found(images, name, folder.resolve("JPEGImages")), mask));
        }
        List<LabelClass> classes = classes(folder, options);
        if (!objects) {
            return new FileDataset(
                    FileDataset.name(folder),
                    classes,
                    items,
                    index -> map(items.get(index).truth(), classes));
        }
        boolean grounded = ClassList.isGround(classes.get(0));
        return new FileDataset(
                FileDataset.name(folder),
                grounded ? classes.subList(1, classes.size()) : classes,
                items,
                index -> objects(items.get(index), ids, classes, grounded ? 1 : 0));
    }

    private static Map<String, Path> byName(Path folder) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        for (Path file : DataFiles.images(folder, 1)) {
            files.put(DataFiles.stem(file), file);
        }
        return files;
    }

    private static Path found(Map<String, Path> files, String name, Path folder) throws IOException {
        Path file = files.get(name);
        if (file == null) {
            throw DataFiles.missing(folder.resolve(name), "no image file of that name");
        }
        return file;
    }

    private static List<String> names(Path folder, Phrase options, Map<String, Path> masks) throws IOException {
        Optional<String> part = options.text("part");
        if (part.isEmpty()) {
            return List.copyOf(masks.keySet());
        }
        Path list = folder.resolve("ImageSets").resolve("Segmentation").resolve(part.get() + ".txt");
        return DataFiles.lines(list).stream().sorted().distinct().toList();
    }

    private static List<LabelClass> classes(Path folder, Phrase options) throws IOException {
        if (options.text("classes").isPresent()) {
            return ClassList.parse(options.text("classes", ""), folder).classes();
        }
        for (String name : List.of("classes.txt", "class_names.txt")) {
            if (Files.exists(folder.resolve(name))) {
                return ClassList.read(folder.resolve(name)).classes();
            }
        }
        return KnownClasses.of("voc").classes();
    }

    private static ClassMap map(Path mask, List<LabelClass> classes) throws IOException {
        return Ids.classes(
                MaskFile.labels(mask),
                value -> value == VOID ? ClassMap.IGNORE : value < classes.size() ? value : Ids.UNKNOWN,
                mask,
                "VOC has " + classes.size() + " classes and 255 for void; list others in classes.txt");
    }

    private static ObjectSet objects(Item item, Map<String, Path> files, List<LabelClass> classes, int shift)
            throws IOException {
        Path file = found(files, item.name(), item.truth());
        LabelMap map = map(item.truth(), classes).labels();
        LabelMap ids = MaskFile.labels(file);
        if (!ids.size().equals(map.size())) {
            throw DataFiles.bad(
                    file, "must have the size of " + item.truth() + ", " + map.size() + ", got " + ids.size());
        }
        int[] known = ids.sharedLabels().clone();
        int[] unknown = new int[known.length];
        for (int pixel = 0; pixel < known.length; pixel++) {
            boolean isVoid = map.sharedLabels()[pixel] == ClassMap.IGNORE;
            unknown[pixel] = isVoid ? 1 : 0;
            known[pixel] = isVoid ? 0 : known[pixel];
        }
        List<ObjectTruth> objects = new ArrayList<>();
        for (RunLengths mask : Ids.masks(LabelMap.wrap(ids.size(), known), 0)) {
            objects.add(ObjectTruth.of(category(mask, map, shift, file), mask, false));
        }
        for (RunLengths mask : Ids.masks(LabelMap.wrap(ids.size(), unknown), 0)) {
            objects.add(ObjectTruth.of(ObjectTruth.VOID, mask, true));
        }
        return new ObjectSet(ids.size(), objects);
    }

    /** The class that most of an object's pixels have. */
    private static int category(RunLengths mask, LabelMap map, int shift, Path file) throws IOException {
        int[] counts = new int[map.count()];
        mask.forEach((column, row, length) -> {
            for (int at = 0; at < length; at++) {
                counts[map.at(row + at, column)]++;
            }
        });
        int best = -1;
        for (int label = shift; label < counts.length; label++) {
            if (counts[label] > 0 && (best < 0 || counts[label] > counts[best])) {
                best = label;
            }
        }
        if (best < 0) {
            throw DataFiles.bad(
                    file, "holds an object on the background of the class mask; the two masks do not match");
        }
        return best - shift;
    }
}
