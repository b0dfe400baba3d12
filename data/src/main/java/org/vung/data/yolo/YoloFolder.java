package org.vung.data.yolo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vung.data.Dataset;
import org.vung.data.DatasetView;
import org.vung.data.Item;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.Truth;
import org.vung.data.file.ClassList;
import org.vung.data.file.DataFiles;
import org.vung.data.file.FileDataset;
import org.vung.data.view.Covered;
import org.vung.image.Size;
import org.vung.image.codec.Limits;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelClass;
import org.vung.mask.Polygons;
import org.vung.mask.RunLengths;
import org.vung.name.Bounds;
import org.vung.name.Phrase;

/**
 * A YOLO-seg folder: {@code data.yaml}, {@code images} and {@code labels} with a text file per image and an object a line: the class,
 * then columns and rows of a polygon's corners, divided by the image's width and height. An image without a text file has no objects.
 * Polygons are filled by COCO's rule, even-odd, so holes that a bridge joins to their outline stay holes.
 */
public final class YoloFolder implements DatasetView, Covered {

    /** The options of the format, each with its meaning. */
    public static final Map<String, String> OPTIONS = options();

    static final String VOID = "void";
    private static final List<String> YAMLS = List.of("data.yaml", "data.yml", "dataset.yaml", "dataset.yml");

    private final FileDataset files;
    private final boolean covers;

    private YoloFolder(FileDataset files, boolean covers) {
        this.files = files;
        this.covers = covers;
    }

    private static Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("part", "such as train or val: a folder in images");
        options.put("classes", "names like cat+dog, or a file, in place of data.yaml");
        options.put("maskless", "error or skip: lines that have a box only");
        return java.util.Collections.unmodifiableMap(options);
    }

    /**
     * Whether a folder looks like one of YOLO.
     *
     * @param folder of a data set
     * @return true where a data.yaml is there, with images and labels
     */
    public static boolean looksLike(Path folder) {
        return yaml(folder).isPresent()
                && Files.isDirectory(folder.resolve("images"))
                && Files.isDirectory(folder.resolve("labels"));
    }

    private static Optional<Path> yaml(Path folder) {
        return YAMLS.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
    }

    /**
     * Opens a folder.
     *
     * @param folder that holds {@code images} and {@code labels}
     * @param given options
     * @return the data set
     * @throws IOException if folders or classes cannot be read
     */
    public static YoloFolder open(Path folder, Phrase given) throws IOException {
        Phrase options = given.allow(OPTIONS.keySet());
        boolean skip = options.word("maskless", List.of("error", "skip")).equals("skip");
        YoloYaml yaml = options.text("classes").isPresent()
                ? new YoloYaml(
                        ClassList.parse(options.text("classes", ""), folder).classes().stream()
                                .map(LabelClass::name)
                                .toList(),
                        false)
                : YoloYaml.read(yaml(folder)
                        .orElseThrow(() ->
                                DataFiles.missing(folder.resolve(YAMLS.get(0)), "no such file, and no classes=")));
        Path images = folder.resolve("images");
        Path below = options.text("part").map(images::resolve).orElse(images);
        List<Item> items = new ArrayList<>();
        for (Path image : DataFiles.images(below, 4)) {
            String name = DataFiles.name(below, image);
            Path labels = folder.resolve("labels").resolve(DataFiles.name(images, image) + ".txt");
            items.add(new Item(name, name, image, labels));
        }
        int unknown = yaml.names().indexOf(VOID);
        List<String> names = new ArrayList<>(yaml.names());
        names.remove(VOID);
        FileDataset files = new FileDataset(
                FileDataset.name(folder),
                coloured(names),
                items,
                index -> truth(items.get(index), yaml.names().size(), unknown, skip));
        return new YoloFolder(files, yaml.covers());
    }

    /** In VOC's colours from 1 on: no object is black. */
    private static List<LabelClass> coloured(List<String> names) {
        List<String> shifted = new ArrayList<>(names);
        shifted.add(0, "");
        return ClassList.of(shifted).classes().subList(1, shifted.size());
    }

    private static Truth truth(Item item, int count, int unknown, boolean skip) throws IOException {
        Size size = ImageFiles.facts(item.image(), Limits.standard()).size();
        List<ObjectTruth> objects = new ArrayList<>();
        if (!Files.exists(item.truth())) {
            return new ObjectSet(size, objects);
        }
        int number = 0;
        for (String line : DataFiles.lines(item.truth())) {
            number++;
            try {
                String[] words = line.split("\\s+");
                if (words.length != 5 || !skip) {
                    int label = Bounds.integer("class", words[0], 0, count - 1);
                    int category =
                            label == unknown ? ObjectTruth.VOID : label - (unknown >= 0 && label > unknown ? 1 : 0);
                    objects.add(ObjectTruth.of(category, mask(words, size), false));
                }
            } catch (IllegalArgumentException wrong) {
                throw DataFiles.bad(item.truth(), "line " + number + ": " + wrong.getMessage());
            }
        }
        return new ObjectSet(size, objects);
    }

    private static RunLengths mask(String[] words, Size size) {
        if (words.length == 5) {
            throw new IllegalArgumentException("has a box, no polygon; leave such lines out with maskless=skip");
        }
        double[] corners = new double[words.length - 1];
        for (int at = 0; at < corners.length; at++) {
            double share;
            try {
                share = Double.parseDouble(words[at + 1]);
            } catch (NumberFormatException noNumber) {
                share = Double.NaN;
            }
            if (!(share >= -1 && share <= 2)) {
                throw new IllegalArgumentException(
                        "corners must be shares of the image, 0 … 1, got '" + DataFiles.shown(words[at + 1]) + "'");
            }
            corners[at] = share * (at % 2 == 0 ? size.width() : size.height());
        }
        return Polygons.fill(size, corners);
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
