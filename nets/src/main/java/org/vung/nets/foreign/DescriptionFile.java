package org.vung.nets.foreign;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vung.label.LabelClass;
import org.vung.name.NearestName;
import org.vung.nets.file.ClassList;
import org.vung.nets.file.MeaningJson;
import org.vung.nets.json.Fields;
import org.vung.nets.layer.Extent;
import org.vung.nets.weights.WeightFileException;
import tools.jackson.databind.JsonNode;

/** The file beside a foreign model: its name and {@code .json}. It speaks the words of a model file's {@code model.json}. */
public final class DescriptionFile {

    private static final String ENDING = ".json";
    private static final long MOST = 4 << 20;
    private static final int MOST_CLASSES = 1 << 16;
    private static final List<String> FIELDS = List.of(
            "version", "preprocessing", "answer", "classes", "size", "multiple", "fit", "layout", "output", "about");
    private static final MeaningJson MEANING = new MeaningJson("description");

    private DescriptionFile() {}

    /**
     * Where the description of a model lies.
     *
     * @param model such as {@code net.onnx}
     * @return such as {@code net.onnx.json}, in the same folder
     */
    public static Path beside(Path model) {
        return model.resolveSibling(model.getFileName() + ENDING);
    }

    /**
     * Reads the description of a model.
     *
     * @param model the model's file
     * @param shapes what is known of the model, for the example that the error shows where nothing lies beside it
     * @return the description
     * @throws WeightFileException if there is none, with one to write; or if it reads otherwise, with the field and the mend
     */
    public static Description of(Path model, Example shapes) throws WeightFileException {
        Path file = beside(model);
        if (!Files.exists(file)) {
            throw new WeightFileException(
                    model.toString(),
                    "a file " + file.getFileName()
                            + " beside it must say what its numbers mean, got none; write one such as " + shapes.text()
                            + ", with \"classes\": [{\"name\": \"road\", \"colour\": \"#804080\"}, …] to name them");
        }
        try {
            if (Files.size(file) > MOST) {
                throw new IllegalArgumentException(
                        "description must have at most " + MOST + " bytes, got " + Files.size(file));
            }
            return read(Files.readString(file));
        } catch (CharacterCodingException binary) {
            throw new WeightFileException(file.toString(), "description must be UTF-8 text, got other bytes", binary);
        } catch (IOException unread) {
            throw new WeightFileException(file.toString(), "it cannot be read: " + unread, unread);
        } catch (IllegalArgumentException wrong) {
            throw new WeightFileException(
                    file.toString(), wrong.getMessage() + "; one that fits is " + shapes.text(), wrong);
        }
    }

    /**
     * Checks a description against the dimensions that a model's answer will have.
     *
     * @param model the model's file
     * @param answer dimensions, {@link ForeignNetwork#ANY} where free; none where nothing is known
     * @param description of it
     * @param usual the order of dimensions where both would fit
     * @throws WeightFileException if they do not fit; the message names the field and the mend
     */
    public static void check(Path model, List<Integer> answer, Description description, Order usual)
            throws WeightFileException {
        if (answer.isEmpty()) {
            return;
        }
        try {
            Scores.order(answer, description, usual);
        } catch (IllegalArgumentException wrong) {
            throw new WeightFileException(beside(model).toString(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    /**
     * What is known of a model before anything is said about it.
     *
     * @param channels of its input; 1, or 3 where unknown
     * @param planes of its answer; 2 where unknown
     * @param isFree whether it takes any size
     */
    public record Example(int channels, int planes, boolean isFree) {

        /** A description of it that may be right, in JSON. */
        String text() {
            String numbers = channels == 1
                    ? "\"grey\", \"scale\": 1, \"means\": [0], \"deviations\": [1]"
                    : "\"rgb\", \"scale\": 1, \"means\": [0.485, 0.456, 0.406], \"deviations\": [0.229, 0.224, 0.225]";
            return "{\"preprocessing\": {\"colours\": " + numbers + "}, \"answer\": "
                    + (planes == 1 ? "\"logit\"" : "\"logits\"") + ", \"classes\": " + Math.max(2, planes)
                    + (isFree ? ", \"multiple\": 32" : ", \"fit\": \"windows\"") + "}";
        }
    }

    /**
     * Reads a text.
     *
     * @param text JSON
     * @return the description
     * @throws IllegalArgumentException if it reads otherwise; the message names the field
     */
    static Description read(String text) {
        JsonNode root = MEANING.object(text);
        for (String field : root.propertyNames()) {
            if (!FIELDS.contains(field)) {
                throw new IllegalArgumentException("description must have only the fields " + FIELDS + ", got '" + field
                        + "'" + NearestName.hint(field, FIELDS));
            }
        }
        if (root.path("version").asInt(1) != 1) {
            throw new IllegalArgumentException(
                    "description's version must be 1, got " + root.path("version") + "; it may come from a newer Vung");
        }
        JsonNode multiple = root.path("multiple");
        return new Description(
                MEANING.preprocessing(root.path("preprocessing")),
                MEANING.choice(Output.class, root.path("answer"), "answer"),
                classes(root.path("classes")),
                size(root.path("size")),
                multiple.isMissingNode() ? 1 : Fields.integer(multiple, "description's multiple"),
                choice(Fit.class, root.path("fit"), "fit"),
                choice(Order.class, root.path("layout"), "layout"),
                root.path("output").isMissingNode() ? null : MEANING.text(root.path("output"), "output"),
                root.has("about") ? MEANING.texts(root.path("about"), "about") : Map.of());
    }

    /** A list, a number of classes without names, or the word of a known list. */
    private static List<LabelClass> classes(JsonNode node) {
        if (node.isIntegralNumber()) {
            int count = Fields.integer(node, "description's classes");
            if (count > MOST_CLASSES) {
                throw new IllegalArgumentException(
                        "description's classes must be at most " + MOST_CLASSES + ", got " + count);
            }
            return Description.unnamed(count);
        }
        if (node.isString()) {
            Optional<List<LabelClass>> known = ClassList.known(node.asString());
            return known.orElseThrow(() -> new IllegalArgumentException(
                    "description's classes must be a number, voc, camvid or a list of names and colours, got " + node));
        }
        if (!node.isArray()) {
            throw new IllegalArgumentException(
                    "description's classes must be a number, voc, camvid or a list of names and colours, got "
                            + (node.isMissingNode() ? "none" : node));
        }
        return MEANING.classes(node);
    }

    private static @Nullable Extent size(JsonNode node) {
        if (node.isMissingNode()) {
            return null;
        }
        Fields.only(node, List.of("height", "width"), "description's size");
        int height = Fields.integer(Fields.of(node, "height", "description's size"), "description's size.height");
        int width = Fields.integer(Fields.of(node, "width", "description's size"), "description's size.width");
        if (height < 1 || width < 1 || (long) height * width > 1 << 28) {
            throw new IllegalArgumentException(
                    "description's size must be at least 1 × 1 and at most 2²⁸ pixels, got " + height + " × " + width);
        }
        return new Extent(height, width);
    }

    private static <E extends Enum<E>> @Nullable E choice(Class<E> kind, JsonNode node, String where) {
        return node.isMissingNode() ? null : MEANING.choice(kind, node, where);
    }
}
