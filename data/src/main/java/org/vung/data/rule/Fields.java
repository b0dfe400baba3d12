package org.vung.data.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.vung.data.file.DataFiles;
import org.vung.name.NearestName;

/** Keys and values of one block of YAML, and where each stands. */
final class Fields {

    private final String what;
    private final Node block;
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Map<String, Node> values = new LinkedHashMap<>();

    private Fields(String what, Node block) {
        this.what = what;
        this.block = block;
    }

    static Fields of(String what, Node node) {
        Fields fields = new Fields(what, node);
        if (!(node instanceof MappingNode block)) {
            throw wrong(node, what + " must be keys and values, such as 'name: …', got " + shown(node));
        }
        for (NodeTuple pair : block.getValue()) {
            String key = pair.getKeyNode() instanceof ScalarNode name ? name.getValue() : "";
            if (fields.keys.containsKey(key)) {
                throw wrong(
                        pair.getKeyNode(),
                        what + " must have every key once, got '" + DataFiles.shown(key) + "' again");
            }
            fields.keys.put(key, pair.getKeyNode());
            if (!pair.getValueNode().getTag().equals(Tag.NULL)) {
                fields.values.put(key, pair.getValueNode());
            }
        }
        return fields;
    }

    /** Refuses keys that mean nothing. */
    void checkKnown(List<String> known) {
        keys.forEach((key, node) -> {
            if (!known.contains(key)) {
                throw wrong(
                        node,
                        "keys of a " + what + " are " + String.join(", ", known) + ", got '" + DataFiles.shown(key)
                                + "'" + NearestName.hint(key, known));
            }
        });
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    List<Node> list(String key) {
        Node node = value(key)
                .orElseThrow(() -> wrong(block, what + " must have " + key + ", got none; add '" + key + ": …'"));
        if (!(node instanceof SequenceNode list)) {
            throw wrong(node, key + " must be a list, each item after a dash, got " + shown(node));
        }
        return list.getValue();
    }

    /** One text, or several as a list. */
    List<String> texts(String key) {
        Optional<Node> node = value(key);
        if (node.isPresent() && node.get() instanceof SequenceNode list) {
            List<String> texts = new ArrayList<>();
            list.getValue().forEach(item -> texts.add(text(key, item)));
            return List.copyOf(texts);
        }
        return node.map(only -> List.of(text(key, only))).orElse(List.of());
    }

    Optional<String> text(String key) {
        return value(key).map(node -> text(key, node));
    }

    String needed(String key) {
        return text(key)
                .orElseThrow(() -> wrong(block, what + " must have " + key + ", got none; add '" + key + ": …'"));
    }

    private static String text(String key, Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            throw wrong(node, key + " must be a text, got " + shown(node));
        }
        return scalar.getValue();
    }

    Optional<Double> number(String key) {
        return text(key).map(text -> {
            try {
                return Double.valueOf(text.strip());
            } catch (NumberFormatException no) {
                throw wrong(key, key + " must be a number, got '" + DataFiles.shown(text) + "'");
            }
        });
    }

    private Optional<Node> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** What is wrong with the value of a key. */
    IllegalArgumentException wrong(String key, String problem) {
        return wrong(values.getOrDefault(key, block), problem);
    }

    private static IllegalArgumentException wrong(Node node, String problem) {
        return new IllegalArgumentException(
                node.getStartMark().map(RuleFile::place).orElse("") + problem);
    }

    private static String shown(Node node) {
        return node instanceof ScalarNode scalar
                ? "'" + DataFiles.shown(scalar.getValue()) + "'"
                : node instanceof SequenceNode ? "a list" : "keys and values";
    }
}
