package org.vung.data.ids;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.file.DataFiles;
import org.vung.data.file.FileDataset;
import org.vung.data.file.Ids;
import org.vung.data.file.KnownClasses;
import org.vung.data.file.MaskFile;
import org.vung.name.Phrase;

/**
 * Cityscapes: {@code leftImg8bit/PART/CITY/*_leftImg8bit.png} and {@code gtFine/PART/CITY/*_gtFine_labelIds.png}. The 34 label ids of the
 * files become the 19 classes that are trained and scored; the rest is {@link ClassMap#IGNORE}. Files of train ids
 * ({@code *_labelTrainIds.png}, 255 ignored) are read too. City and sequence are the group.
 */
public final class CityscapesFolder {

    /** The options of the format, each with its meaning. */
    public static final Map<String, String> OPTIONS = options();

    /** The label id of every class, in the order of the classes. */
    static final List<Integer> LABEL_IDS =
            List.of(7, 8, 11, 12, 13, 17, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 31, 32, 33);

    private static final int MOST_LABEL_ID = 33;
    private static final String IMAGE_END = "_leftImg8bit";

    private CityscapesFolder() {}

    private static Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("part", "train, val or test; without it, all that are there");
        options.put("ids", "labelIds or labelTrainIds: which files are read");
        options.put("truth", "gtFine or gtCoarse: folder of the truth");
        return java.util.Collections.unmodifiableMap(options);
    }

    /**
     * Whether a folder looks like Cityscapes.
     *
     * @param folder of a data set
     * @return true where its image folder is there
     */
    public static boolean looksLike(Path folder) {
        return Files.isDirectory(folder.resolve("leftImg8bit"));
    }

    /**
     * Opens a folder.
     *
     * @param folder that holds {@code leftImg8bit}
     * @param given options
     * @return the data set
     * @throws IOException if a folder cannot be read or an image has no truth
     */
    public static Dataset open(Path folder, Phrase given) throws IOException {
        Phrase options = given.allow(OPTIONS.keySet());
        boolean train =
                options.word("ids", List.of("labelIds", "labelTrainIds")).equals("labelTrainIds");
        String kind = options.word("truth", List.of("gtFine", "gtCoarse"));
        Path images = folder.resolve("leftImg8bit");
        Path below = options.text("part").map(images::resolve).orElse(images);
        List<Item> items = new ArrayList<>();
        for (Path image : DataFiles.images(below, 3)) {
            String name = DataFiles.name(images, image);
            if (!name.endsWith(IMAGE_END)) {
                throw DataFiles.bad(image, "names of Cityscapes images must end in " + IMAGE_END);
            }
            String plain = name.substring(0, name.length() - IMAGE_END.length());
            String end = "_" + kind + (train ? "_labelTrainIds.png" : "_labelIds.png");
            Path truth = folder.resolve(kind).resolve(plain + end);
            if (!Files.exists(truth)) {
                throw DataFiles.missing(truth, "no truth of " + image);
            }
            items.add(new Item(plain, group(plain), image, truth));
        }
        return new FileDataset(
                FileDataset.name(folder),
                KnownClasses.of("cityscapes").classes(),
                items,
                index -> map(items.get(index).truth(), train));
    }

    /** City and sequence: aachen_000000_000019 is aachen_000000. */
    private static String group(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        String[] words = file.split("_", -1);
        return words.length > 2 ? words[0] + "_" + words[1] : file;
    }

    private static ClassMap map(Path truth, boolean train) throws IOException {
        int[] table = new int[256];
        Arrays.fill(table, Ids.UNKNOWN);
        table[255] = ClassMap.IGNORE;
        for (int id = 0; id <= MOST_LABEL_ID && !train; id++) {
            table[id] = LABEL_IDS.contains(id) ? LABEL_IDS.indexOf(id) : ClassMap.IGNORE;
        }
        for (int label = 0; label < LABEL_IDS.size() && train; label++) {
            table[label] = label;
        }
        return Ids.classes(
                MaskFile.labels(truth),
                value -> value < table.length ? table[value] : Ids.UNKNOWN,
                truth,
                train ? "train ids are 0 … 18 and 255" : "label ids are 0 … 33; for train ids say ids=labelTrainIds");
    }
}
