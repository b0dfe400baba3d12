package org.vung.data.coco;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vung.data.Dataset;
import org.vung.data.DatasetView;
import org.vung.data.Item;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.Truth;
import org.vung.data.file.DataFiles;
import org.vung.data.file.FileDataset;
import org.vung.data.view.Covered;
import org.vung.label.LabelClass;
import org.vung.name.Phrase;

/**
 * A folder with COCO annotation files: {@code annotations/instances_train2017.json} beside {@code images/train2017}, or one JSON beside
 * its images. Objects have polygons, run lengths as numbers or compressed run lengths; crowds stay marked. Opening reads the JSON item by
 * item and keeps its numbers; masks are filled when they are asked for.
 *
 * <p>Categories are the classes, in the order of their ids. A category named {@code void} is no class: its objects are pixels that nobody
 * knows. Where all categories are stuff ({@code "isthing": 0}), objects are meant to cover the image ({@link Covered}).
 */
public final class CocoFolder implements DatasetView, Covered {

    /** The options of the format, each with its meaning. */
    public static final Map<String, String> OPTIONS = options();

    static final String VOID = "void";

    private final FileDataset files;
    private final boolean covers;

    private CocoFolder(FileDataset files, boolean covers) {
        this.files = files;
        this.covers = covers;
    }

    private static Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("annotations", "the JSON file, or the folder of several");
        options.put("images", "folder of the images");
        options.put("part", "such as train or val: takes the annotation files with it in their name");
        options.put("maskless", "error or skip: annotations that have a box only");
        return java.util.Collections.unmodifiableMap(options);
    }

    /**
     * Opens a folder.
     *
     * @param folder of the data set
     * @param given options
     * @return the data set
     * @throws IOException if the JSON cannot be found or read, or is no annotation file
     */
    public static CocoFolder open(Path folder, Phrase given) throws IOException {
        Phrase options = given.allow(OPTIONS.keySet());
        List<Path> jsons = annotations(folder, options);
        if (jsons.isEmpty()) {
            throw DataFiles.bad(
                    folder,
                    "no COCO annotation file was found; say where it is, as in coco:annotations=labels/train.json");
        }
        boolean skip = options.word("maskless", List.of("error", "skip")).equals("skip");
        List<CocoJson> read = new ArrayList<>();
        for (Path json : jsons) {
            read.add(CocoJson.read(json));
        }
        return of(folder, options, read, skip);
    }

    /**
     * Whether a folder looks like one of COCO.
     *
     * @param folder of a data set
     * @return true where an annotation file is there
     * @throws IOException if the folder cannot be read
     */
    public static boolean looksLike(Path folder) throws IOException {
        return !annotations(folder, Phrase.parse("coco")).isEmpty();
    }

    private static List<Path> annotations(Path folder, Phrase options) throws IOException {
        Path named = folder.resolve(options.text("annotations", "annotations"));
        if (Files.isRegularFile(named)) {
            return List.of(named);
        }
        if (options.text("annotations").isPresent() && !Files.isDirectory(named)) {
            throw DataFiles.missing(named, "no such file or folder");
        }
        List<Path> found = Files.isDirectory(named) ? jsons(named) : List.of();
        for (String name : List.of("annotations.json", "_annotations.coco.json", "instances.json")) {
            if (found.isEmpty() && Files.isRegularFile(folder.resolve(name))) {
                found = List.of(folder.resolve(name));
            }
        }
        Optional<String> part = options.text("part");
        return found.stream()
                .filter(file ->
                        part.map(word -> DataFiles.stem(file).contains(word)).orElse(true))
                .toList();
    }

    /** Of several kinds of annotation, the one of instances. */
    private static List<Path> jsons(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.filter(file -> DataFiles.ending(file).equals("json"))
                    .sorted()
                    .toList();
            for (String kind : List.of("instances", "person_keypoints")) {
                List<Path> some = all.stream()
                        .filter(file -> DataFiles.stem(file).startsWith(kind))
                        .toList();
                if (!some.isEmpty()) {
                    return some;
                }
            }
            return all;
        }
    }

    private static CocoFolder of(Path folder, Phrase options, List<CocoJson> jsons, boolean skip) throws IOException {
        CocoJson first = jsons.get(0);
        for (CocoJson other : jsons) {
            if (!other.categories().equals(first.categories())) {
                throw DataFiles.bad(
                        other.file(),
                        "must have the categories of " + first.file() + "; open one part alone with part=");
            }
        }
        List<LabelClass> classes = new ArrayList<>();
        Map<Long, Integer> places = new HashMap<>();
        for (CocoJson.Category each : first.categories()) {
            boolean unknown = each.meaning().name().equals(VOID);
            places.put(each.id(), unknown ? ObjectTruth.VOID : classes.size());
            if (!unknown) {
                classes.add(each.meaning());
            }
        }
        List<Entry> entries = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        for (CocoJson json : jsons) {
            String part = part(json.file());
            Path images = images(folder, options, json, part);
            for (CocoJson.Picture each : json.pictures()) {
                Path image = DataFiles.inside(images, each.name(), json.file());
                String name = DataFiles.slashes(Path.of(each.name()).resolveSibling(DataFiles.stem(image)));
                String full = jsons.size() > 1 ? part + "/" + name : name;
                items.add(new Item(full, full, image, json.file()));
                entries.add(new Entry(json, each));
            }
        }
        boolean covers = !first.categories().isEmpty()
                && first.categories().stream()
                        .allMatch(each -> each.stuff() || each.meaning().name().equals(VOID));
        return new CocoFolder(
                new FileDataset(
                        FileDataset.name(folder), classes, items, index -> truth(entries.get(index), places, skip)),
                covers);
    }

    /** An image and the file that lists it. */
    private record Entry(CocoJson json, CocoJson.Picture picture) {}

    private static Truth truth(Entry entry, Map<Long, Integer> places, boolean skip) throws IOException {
        List<ObjectTruth> objects = new ArrayList<>();
        for (Annotation each :
                entry.json().annotations().getOrDefault(entry.picture().id(), List.of())) {
            if (each.hasMask() || !skip) {
                try {
                    Integer place = places.get(each.category());
                    objects.add(each.object(entry.picture().size(), place == null ? ObjectTruth.VOID : place));
                } catch (IllegalArgumentException wrong) {
                    throw DataFiles.bad(entry.json().file(), String.valueOf(wrong.getMessage()));
                }
            }
        }
        return new ObjectSet(entry.picture().size(), objects);
    }

    /** The part of a file name: instances_train2017 is train2017. */
    private static String part(Path json) {
        String stem = DataFiles.stem(json);
        return stem.substring(stem.lastIndexOf('_') + 1);
    }

    /** Where the first image of the list lies. */
    private static Path images(Path folder, Phrase options, CocoJson json, String part) throws IOException {
        if (options.text("images").isPresent()) {
            return folder.resolve(options.text("images", ""));
        }
        Path beside = json.file().toAbsolutePath().getParent();
        List<Path> places = List.of(
                folder.resolve("images").resolve(part),
                folder.resolve(part),
                folder.resolve("images"),
                folder,
                beside == null ? folder : beside);
        if (json.pictures().isEmpty()) {
            return folder;
        }
        String first = json.pictures().get(0).name();
        for (Path place : places) {
            if (Files.exists(DataFiles.inside(place, first, json.file()))) {
                return place;
            }
        }
        throw DataFiles.bad(
                json.file(),
                "its first image '" + DataFiles.shown(first) + "' was not found below " + folder
                        + "; say where images are, as in coco:images=photos");
    }

    @Override
    public Dataset whole() {
        return files;
    }

    @Override
    public boolean coversAll() {
        return covers;
    }
}
