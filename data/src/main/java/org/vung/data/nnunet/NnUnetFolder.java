package org.vung.data.nnunet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.DatasetView;
import org.vung.data.Item;
import org.vung.data.file.ClassList;
import org.vung.data.file.DataFiles;
import org.vung.data.file.FileDataset;
import org.vung.data.file.Ids;
import org.vung.data.file.JsonFields;
import org.vung.data.file.JsonReading;
import org.vung.data.file.MaskFile;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.SampleType;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelClass;
import org.vung.name.Phrase;
import tools.jackson.databind.JsonNode;

/**
 * A raw data set of nnU-Net v2 in two dimensions: {@code dataset.json}, {@code imagesTr/NAME_0000.png}, {@code labelsTr/NAME.png}. One
 * file of a channel is the image as it is; several are its bands. The label named {@code ignore} is {@link ClassMap#IGNORE}.
 */
public final class NnUnetFolder implements DatasetView {

    /** The options of the format: none. */
    public static final Map<String, String> OPTIONS = Map.of();

    private static final int MOST_LABELS = 255;

    private final FileDataset files;
    private final List<List<Path>> channels;

    private NnUnetFolder(FileDataset files, List<List<Path>> channels) {
        this.files = files;
        this.channels = channels;
    }

    /**
     * Whether a folder looks like one of nnU-Net.
     *
     * @param folder of a data set
     * @return true where dataset.json lies beside imagesTr
     */
    public static boolean looksLike(Path folder) {
        return Files.exists(folder.resolve("dataset.json")) && Files.isDirectory(folder.resolve("imagesTr"));
    }

    /**
     * Opens a folder.
     *
     * @param folder such as {@code nnUNet_raw/Dataset001_Cells}
     * @param given options
     * @return the data set
     * @throws IOException if dataset.json cannot be understood or a file is missing
     */
    public static NnUnetFolder open(Path folder, Phrase given) throws IOException {
        given.allow(List.of());
        Path file = folder.resolve("dataset.json");
        Description about = Description.read(file);
        List<List<Path>> channels = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        Map<String, Path> images = new TreeMap<>();
        for (Path image : DataFiles.images(folder.resolve("imagesTr"), 1)) {
            images.put(DataFiles.stem(image), image);
        }
        for (Map.Entry<String, Path> each : images.entrySet()) {
            if (each.getKey().endsWith("_0000")) {
                String name = each.getKey().substring(0, each.getKey().length() - 5);
                channels.add(channels(name, about.channels(), images, each.getValue()));
                Path truth = folder.resolve("labelsTr").resolve(name + about.ending());
                items.add(new Item(name, name, each.getValue(), truth));
            }
        }
        if (items.isEmpty()) {
            throw DataFiles.bad(
                    folder, "imagesTr holds no 2-D images like NAME_0000.png; volumes of .nii.gz are not read");
        }
        FileDataset files = new FileDataset(
                FileDataset.name(folder),
                about.classes(),
                items,
                index -> map(items.get(index).truth(), about));
        return new NnUnetFolder(files, channels);
    }

    private static List<Path> channels(String name, int count, Map<String, Path> images, Path first)
            throws IOException {
        List<Path> channels = new ArrayList<>();
        channels.add(first);
        boolean alone = !images.containsKey(name + "_0001");
        for (int channel = 1; channel < count && !alone; channel++) {
            Path image = images.get(String.format("%s_%04d", name, channel));
            if (image == null) {
                throw DataFiles.bad(first, String.format("has no channel %04d of %d; add the file", channel, count));
            }
            channels.add(image);
        }
        return channels;
    }

    private static ClassMap map(Path truth, Description about) throws IOException {
        return Ids.classes(
                MaskFile.labels(truth),
                value -> about.label(value),
                truth,
                "dataset.json lists the labels " + about.names());
    }

    /** What dataset.json says; a shift of 1 drops a background that no pixel has. */
    private record Description(List<String> names, int ignore, int shift, int channels, String ending) {

        static Description read(Path file) throws IOException {
            JsonNode root = JsonReading.tree(file);
            try {
                JsonFields fields = new JsonFields(root, "dataset.json");
                JsonFields labels = new JsonFields(fields.node("labels"), "labels");
                Map<Integer, String> names = new TreeMap<>();
                int ignore = -1;
                for (String name : labels.object().propertyNames()) {
                    int label = (int) labels.integer(name, 0, MOST_LABELS);
                    if (name.equals("ignore")) {
                        ignore = label;
                    } else if (names.put(label, name) != null) {
                        throw new IllegalArgumentException("labels must be different, got " + label + " twice");
                    }
                }
                if (names.isEmpty() || !names.containsKey(names.size() - 1)) {
                    throw new IllegalArgumentException(
                            "labels must be numbered from 0 without gaps, got " + names.keySet());
                }
                int channels = fields.has("channel_names")
                        ? fields.node("channel_names").size()
                        : 1;
                boolean none = fields.has("background")
                        && fields.node("background").isString()
                        && fields.text("background").equals("none");
                List<String> all = new ArrayList<>(names.values());
                return new Description(
                        none ? all.subList(1, all.size()) : all,
                        ignore,
                        none ? 1 : 0,
                        channels,
                        fields.text("file_ending"));
            } catch (IllegalArgumentException wrong) {
                throw DataFiles.bad(file, String.valueOf(wrong.getMessage()));
            }
        }

        int label(int value) {
            int label = value - shift;
            return value == ignore ? ClassMap.IGNORE : label >= 0 && label < names.size() ? label : Ids.UNKNOWN;
        }

        List<LabelClass> classes() {
            return ClassList.of(names).classes();
        }
    }

    @Override
    public Dataset whole() {
        return files;
    }

    @Override
    public Image image(int index) throws IOException {
        List<Image> bands = new ArrayList<>();
        for (Path file : channels.get(index)) {
            Image band = ImageFiles.read(file);
            boolean fits = bands.isEmpty()
                    || (band.size().equals(bands.get(0).size())
                            && band.type() == bands.get(0).type());
            if (!fits || (channels.get(index).size() > 1 && band.channels() != 1)) {
                throw DataFiles.bad(file, "channels must be grey and all of one size and depth, got " + band);
            }
            bands.add(band);
        }
        return bands.size() == 1 ? bands.get(0) : joined(bands);
    }

    private static Image joined(List<Image> bands) {
        Image first = bands.get(0);
        int count = bands.size();
        int length = first.size().pixels() * count;
        Object samples = first.type() == SampleType.UINT8
                ? new byte[length]
                : first.type() == SampleType.UINT16 ? new short[length] : new float[length];
        for (int band = 0; band < count; band++) {
            Object from = bands.get(band).sharedSamples();
            for (int pixel = 0; pixel < first.size().pixels(); pixel++) {
                System.arraycopy(from, pixel, samples, pixel * count + band, 1);
            }
        }
        if (samples instanceof byte[] bytes) {
            return Image.wrap(first.size(), Layout.BANDS, bytes);
        }
        return samples instanceof short[] shorts
                ? Image.wrap(first.size(), Layout.BANDS, shorts)
                : Image.wrap(first.size(), Layout.BANDS, (float[]) samples);
    }

    /** The fields of dataset.json, in the order that nnU-Net's documentation has. */
    static Map<String, Object> description(
            List<LabelClass> classes, boolean grounded, int images, boolean colour, String ending) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Map<String, Object> channels = new LinkedHashMap<>();
        for (String channel : colour ? List.of("R", "G", "B") : List.of("grey")) {
            channels.put(String.valueOf(channels.size()), channel);
        }
        fields.put("channel_names", channels);
        Map<String, Object> labels = new LinkedHashMap<>();
        if (!grounded) {
            labels.put("background", 0);
            fields.put("background", "none");
        }
        for (LabelClass each : classes) {
            labels.put(labels.isEmpty() ? "background" : each.name(), labels.size());
        }
        if (labels.containsKey("ignore")) {
            throw new IllegalArgumentException("nnunet keeps the name 'ignore' for unknown pixels; rename that class");
        }
        labels.put("ignore", labels.size());
        fields.put("labels", labels);
        fields.put("numTraining", images);
        fields.put("file_ending", ending);
        return fields;
    }
}
