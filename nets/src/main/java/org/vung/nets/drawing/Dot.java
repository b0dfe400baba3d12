package org.vung.nets.drawing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vung.nets.diagram.Arrow;
import org.vung.nets.diagram.Box;
import org.vung.nets.diagram.Diagram;

/** A diagram in the language of Graphviz, which places the boxes itself. */
public final class Dot {

    private Dot() {}

    /**
     * Writes.
     *
     * @param diagram any
     * @return DOT text
     */
    public static String of(Diagram diagram) {
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
