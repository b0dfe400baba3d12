package org.vung.nets.diagram;

import java.util.LinkedHashMap;
import java.util.Map;

/** A diagram in the language of Graphviz. */
final class Dot {

    private Dot() {}

    static String of(Diagram diagram) {
        Map<String, String> names = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder("digraph {\n");
        text.append("  graph [label=").append(quoted(diagram.title() + "\n" + diagram.caption()));
        text.append(", labelloc=t, fontname=Helvetica];\n");
        text.append("  node [shape=box, style=\"rounded,filled\", fontname=Helvetica, fontsize=10];\n");
        for (Box box : diagram.boxes()) {
            names.put(box.name(), "n" + names.size());
            text.append("  ").append(names.get(box.name())).append(" [label=");
            text.append(quoted(String.join("\n", box.words()) + "\n" + box.shape()));
            text.append(", fillcolor=\"").append(box.last().kind().fill());
            text.append("\", color=\"").append(box.last().kind().line()).append("\"];\n");
        }
        for (Arrow arrow : diagram.arrows()) {
            text.append("  ").append(names.get(arrow.from())).append(" -> ").append(names.get(arrow.to()));
            text.append(arrow.dashed() ? " [style=dashed];\n" : ";\n");
        }
        return text.append("}\n").toString();
    }

    /** Text in quotes; a backslash would begin one of Graphviz's escapes. */
    private static String quoted(String words) {
        return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
