package org.vung.data.ids;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.file.ClassList;
import org.vung.data.file.DataFiles;
import org.vung.data.file.FileDataset;
import org.vung.data.file.Ids;
import org.vung.data.file.KnownClasses;
import org.vung.data.file.MaskFile;
import org.vung.label.LabelClass;
import org.vung.name.Phrase;

/**
 * CamVid as SegNet's tutorial hands it on: folders {@code train}, {@code val} and {@code test} beside {@code trainannot} and so on, whose
 * grey PNGs hold the class, and one more than the last class where nobody knows (11 of its 11 classes). The drive, which is what a name
 * begins with, is the group. Other classes may be listed in {@code classes.txt}.
 */
public final class CamVidFolder {

    /** The options of the format, each with its meaning. */
    public static final Map<String, String> OPTIONS = options();

    private static final List<String> PARTS = List.of("train", "val", "test");

    private CamVidFolder() {}

    private static Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("part", "train, val or test; without it, all that are there");
        options.put("classes", "names like road+sky, or a file");
        return java.util.Collections.unmodifiableMap(options);
    }

    /**
     * Whether a folder looks like CamVid.
     *
     * @param folder of a data set
     * @return true where a part lies beside its annotations
     */
    public static boolean looksLike(Path folder) {
        return PARTS.stream()
                .anyMatch(part ->
                        Files.isDirectory(folder.resolve(part)) && Files.isDirectory(folder.resolve(part + "annot")));
    }

    /**
     * Opens a folder.
     *
     * @param folder that holds the parts
     * @param given options
     * @return the data set
     * @throws IOException if a folder cannot be read or an image has no annotation
     */
    public static Dataset open(Path folder, Phrase given) throws IOException {
        Phrase options = given.allow(OPTIONS.keySet());
        List<String> parts = options.text("part").isPresent()
                ? List.of(options.text("part", ""))
                : PARTS.stream()
                        .filter(part -> Files.isDirectory(folder.resolve(part + "annot")))
                        .toList();
        List<Item> items = new ArrayList<>();
        for (String part : parts) {
            for (Path image : DataFiles.images(folder.resolve(part), 1)) {
                Path truth = folder.resolve(part + "annot").resolve(DataFiles.stem(image) + ".png");
                if (!Files.exists(truth)) {
                    throw DataFiles.missing(truth, "no annotation of " + image);
                }
                String stem = DataFiles.stem(image);
                int mark = stem.indexOf('_');
                items.add(new Item(part + "/" + stem, mark > 0 ? stem.substring(0, mark) : stem, image, truth));
            }
        }
        List<LabelClass> classes = classes(folder, options);
        return new FileDataset(
                FileDataset.name(folder), classes, items, index -> map(items.get(index), classes.size()));
    }

    private static List<LabelClass> classes(Path folder, Phrase options) throws IOException {
        if (options.text("classes").isPresent()) {
            return ClassList.parse(options.text("classes", ""), folder).classes();
        }
        Path file = folder.resolve("classes.txt");
        return (Files.exists(file) ? ClassList.read(file) : KnownClasses.of("camvid")).classes();
    }

    private static ClassMap map(Item item, int classes) throws IOException {
        return Ids.classes(
                MaskFile.labels(item.truth()),
                value -> value < classes ? value : value == classes ? ClassMap.IGNORE : Ids.UNKNOWN,
                item.truth(),
                "the " + classes + " classes are 0 … " + (classes - 1) + ", and " + classes
                        + " is unlabelled; list others in classes.txt");
    }
}
