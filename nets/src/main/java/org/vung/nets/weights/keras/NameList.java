package org.vung.nets.weights.keras;

import io.jhdf.api.Attribute;
import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.List;

/** A list of names that Keras keeps as an attribute. */
final class NameList {

    private NameList() {}

    /** The names; none where there is no such list. A list beyond 64 kB is cut into parts numbered from 0. */
    static List<String> read(Node node, String key) {
        List<String> names = new ArrayList<>(part(node, key));
        for (int i = 0; names.isEmpty() == (i == 0); i++) {
            List<String> next = part(node, key + i);
            if (next.isEmpty()) {
                break;
            }
            names.addAll(next);
        }
        return names;
    }

    private static List<String> part(Node node, String key) {
        Attribute attribute = node.getAttributes().get(key);
        if (attribute == null || attribute.isEmpty()) {
            return List.of();
        }
        Object data = attribute.getData();
        if (data instanceof String[] names) {
            return List.of(names);
        }
        return data instanceof String name ? List.of(name) : List.of();
    }
}
