package org.vung.nets.file;

import java.util.List;
import java.util.Map;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphJson;
import org.vung.nets.weights.Weights;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The text {@code model.json} of a model file. */
final class ModelJson {

    private static final int VERSION = 1;
    private static final List<String> FIELDS =
            List.of("version", "graph", "preprocessing", "answer", "classes", "about", "settings");
    private static final MeaningJson MEANING = new MeaningJson("model.json");

    private ModelJson() {}

    static String write(ModelFile model) {
        ObjectNode root = MeaningJson.object();
        root.put("version", VERSION);
        root.set("graph", MeaningJson.tree(GraphJson.write(model.graph())));
        MeaningJson.write(root, model.preprocessing(), model.answer(), model.classes());
        ObjectNode about = root.putObject("about");
        model.about().forEach(about::put);
        if (!model.settings().isEmpty()) {
            ObjectNode settings = root.putObject("settings");
            model.settings().forEach(settings::put);
        }
        return root.toString();
    }

    /**
     * Reads the text.
     *
     * @throws IllegalArgumentException if it is not what {@link #write} writes; the message says where
     */
    static ModelFile read(String text, Weights weights) {
        JsonNode root = MEANING.object(text);
        for (String field : root.propertyNames()) {
            if (!FIELDS.contains(field)) {
                throw new IllegalArgumentException("model.json must have the fields " + FIELDS + ", got '" + field
                        + "'; it may come from a newer Vung");
            }
        }
        if (!root.path("version").isInt() || root.path("version").intValue() != VERSION) {
            throw new IllegalArgumentException("model.json's version must be " + VERSION + ", got "
                    + root.path("version") + "; it may come from a newer Vung");
        }
        Graph graph = GraphJson.read(root.path("graph").toString());
        return new ModelFile(
                graph,
                weights,
                MEANING.preprocessing(root.path("preprocessing")),
                MEANING.choice(Answer.class, root.path("answer"), "answer"),
                MEANING.classes(root.path("classes")),
                MEANING.texts(root.path("about"), "about"),
                root.has("settings") ? MEANING.texts(root.path("settings"), "settings") : Map.of());
    }
}
