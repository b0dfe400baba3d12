package org.vung.nets.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.vung.image.codec.ImageException;
import org.vung.image.file.AtomicFile;
import org.vung.image.file.Existing;
import org.vung.label.LabelClass;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Parameter;
import org.vung.nets.model.rcnn.RcnnParts;
import org.vung.nets.numbers.Numbers;
import org.vung.nets.weights.Bytes;
import org.vung.nets.weights.KeyMap;
import org.vung.nets.weights.WeightFileException;
import org.vung.nets.weights.Weights;
import org.vung.nets.weights.safetensors.SafetensorsFile;
import org.vung.nets.weights.zip.ZipDirectory;

/**
 * A network that is ready to be used: the content of a {@code .vung} file, a zip of {@code model.json} and
 * {@code weights.safetensors}, both stored as they are. There is no code in it.
 *
 * @param graph the network
 * @param weights its numbers, named as {@link Graph#parameters()}
 * @param preprocessing from image to input
 * @param answer what the main output's numbers mean
 * @param classes in the order of the output's channels
 * @param about anything worth knowing: where it comes from, what it was trained on, licence, scores; texts by name
 * @param settings what is done between the parts of a network that is run by parts, such as the anchors of a detector; texts by name,
 *     read by what runs it
 */
public record ModelFile(
        Graph graph,
        Weights weights,
        Preprocessing preprocessing,
        Answer answer,
        List<LabelClass> classes,
        Map<String, String> about,
        Map<String, String> settings) {

    private static final String MODEL = "model.json";
    private static final String WEIGHTS = "weights.safetensors";
    private static final int MOST_MODEL = 64 << 20;

    /** Copies the collections. */
    public ModelFile {
        classes = List.copyOf(classes);
        about = Collections.unmodifiableMap(new LinkedHashMap<>(about));
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * A network that is run in one go.
     *
     * @param graph the network
     * @param weights its numbers
     * @param preprocessing from image to input
     * @param answer what the main output's numbers mean
     * @param classes in the order of the output's channels
     * @param about anything worth knowing
     */
    public ModelFile(
            Graph graph,
            Weights weights,
            Preprocessing preprocessing,
            Answer answer,
            List<LabelClass> classes,
            Map<String, String> about) {
        this(graph, weights, preprocessing, answer, classes, about, Map.of());
    }

    /**
     * Reads a file; the weights stay mapped. Their numbers are not looked at, since that would read all of them at every
     * start: what is not finite is refused by {@code vung model import} and found by {@code vung model test}.
     *
     * @param file a {@code .vung} file
     * @return its content
     * @throws WeightFileException if it is no such file, damaged, or its weights do not fit its graph
     */
    public static ModelFile read(Path file) throws WeightFileException {
        return read(Bytes.map(file));
    }

    /**
     * Reads the content of a file.
     *
     * @param bytes of a {@code .vung} file
     * @return what is in it
     * @throws WeightFileException as for a file
     */
    public static ModelFile read(Bytes bytes) throws WeightFileException {
        Map<String, Bytes> entries = ZipDirectory.entries(bytes);
        Bytes model = entry(bytes, entries, MODEL);
        if (model.length() > MOST_MODEL) {
            throw bytes.bad(MODEL + " must have at most " + MOST_MODEL + " bytes, got " + model.length());
        }
        String text = new String(model.copy(0, (int) model.length()), StandardCharsets.UTF_8);
        Weights weights = SafetensorsFile.read(entry(bytes, entries, WEIGHTS)).weights();
        try {
            ModelFile content = ModelJson.read(text, weights);
            content.checkEnds();
            content.checkWeights(bytes);
            return content;
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw bytes.bad(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private void checkWeights(Bytes file) throws WeightFileException {
        try {
            KeyMap.none().match(weights, dimensions()).matchedOrThrow();
        } catch (WeightFileException unfit) {
            throw file.bad(String.valueOf(unfit.getMessage()).replace("\n", "; "), unfit);
        }
    }

    /** What goes in and comes out must fit the graph. */
    private void checkEnds() {
        int taken = graph.input().channels();
        if ((double) taken * graph.input().height() * graph.input().width() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("model.json's image must have at most " + Integer.MAX_VALUE
                    + " numbers, got " + graph.input() + "; do not trust the file");
        }
        if (preprocessing.colours().channels() != taken) {
            throw new IllegalArgumentException("model.json's preprocessing must give the " + taken
                    + " channels that the graph takes, got " + preprocessing.colours());
        }
        String named = RcnnParts.is(graph) ? graph.outputs().get("scores") : graph.output();
        int given = Objects.requireNonNull(graph.shapes().get(named)).channels();
        if (answer == Answer.PICTURE) {
            if (given != 3 || !classes.isEmpty()) {
                throw new IllegalArgumentException(
                        "model.json's answer must be a picture of 3 channels without classes, got " + given
                                + " channels and " + classes.size() + " classes");
            }
            return;
        }
        int labels = answer == Answer.LOGIT ? 2 : given;
        if (classes.size() != labels || (answer == Answer.LOGIT && given != 1)) {
            throw new IllegalArgumentException("model.json's classes must be " + labels + " for the " + given
                    + " channels of the answer, got " + classes.size());
        }
    }

    private static Bytes entry(Bytes file, Map<String, Bytes> entries, String name) throws WeightFileException {
        return Optional.ofNullable(entries.get(name))
                .orElseThrow(() -> file.bad("a .vung file must hold " + name + ", got " + entries.keySet()
                        + "; write it with 'vung model import' or by training"));
    }

    /**
     * The dimensions of every parameter of the graph.
     *
     * @return {@code node.parameter} → dimensions
     */
    public Map<String, List<Integer>> dimensions() {
        return dimensions(graph);
    }

    /**
     * The dimensions of every parameter of a graph.
     *
     * @param graph any
     * @return {@code node.parameter} → dimensions
     */
    public static Map<String, List<Integer>> dimensions(Graph graph) {
        Map<String, List<Integer>> dimensions = new LinkedHashMap<>();
        graph.parameters().forEach((key, parameter) -> dimensions.put(key, parameter.dimensions()));
        return dimensions;
    }

    /**
     * The weights in the form in which networks are run.
     *
     * @return numbers by key
     */
    public Numbers numbers() {
        return (String key, Parameter parameter) -> weights.get(key).floats();
    }

    /**
     * The same with other weights and more to know.
     *
     * @param other fits the graph
     * @param more texts by name, which come before those that are there
     * @return a copy
     */
    public ModelFile with(Weights other, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(about);
        all.putAll(more);
        return new ModelFile(graph, other, preprocessing, answer, classes, all, settings);
    }

    /**
     * The same with other settings.
     *
     * @param more texts by name, in the place of those that are there
     * @return a copy
     */
    public ModelFile withSettings(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.putAll(more);
        return new ModelFile(graph, weights, preprocessing, answer, classes, about, all);
    }

    /**
     * Writes a file: to a temporary name, synced, renamed.
     *
     * @param file where
     * @param existing what happens to a file that is there
     * @throws ImageException if the disk fails or the file is there and must stay
     */
    public void write(Path file, Existing existing) throws ImageException {
        AtomicFile.write(file, existing, this::writeTo);
    }

    private void writeTo(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        store(zip, MODEL, part -> part.write(ModelJson.write(this).getBytes(StandardCharsets.UTF_8)));
        store(zip, WEIGHTS, part -> new SafetensorsFile(weights, Map.of()).writeTo(part));
        zip.finish();
    }

    private interface Part {
        void writeTo(OutputStream out) throws IOException;
    }

    /** A stored entry says its length and sum before its content, so the content is made twice. */
    private static void store(ZipOutputStream zip, String name, Part part) throws IOException {
        CheckedOutputStream sum = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        Counting counting = new Counting(sum);
        part.writeTo(counting);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setTime(0); // the same content gives the same file
        entry.setSize(counting.count);
        entry.setCrc(sum.getChecksum().getValue());
        zip.putNextEntry(entry);
        part.writeTo(zip);
        zip.closeEntry();
    }

    /** Counts what passes. */
    private static final class Counting extends OutputStream {

        private final OutputStream next;
        private long count;

        Counting(OutputStream next) {
            this.next = next;
        }

        @Override
        public void write(int octet) throws IOException {
            next.write(octet);
            count++;
        }

        @Override
        public void write(byte[] octets, int from, int length) throws IOException {
            next.write(octets, from, length);
            count += length;
        }
    }

    /**
     * The names of the classes.
     *
     * @return in the order of the labels
     */
    public List<String> classNames() {
        List<String> names = new ArrayList<>();
        classes.forEach(named -> names.add(named.name()));
        return names;
    }
}
