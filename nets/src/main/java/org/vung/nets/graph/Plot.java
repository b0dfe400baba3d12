package org.vung.nets.graph;

import java.util.Locale;
import org.vung.nets.diagram.Diagram;
import org.vung.nets.drawing.Dot;
import org.vung.nets.drawing.Drawing;

/**
 * Pictures of a network.
 *
 * <p>Norms and activations stand in the box of the layer they follow, a crop in that of the join it serves, equal runs are
 * drawn once with their number. Inputs that only lend their size have no arrow; those that only lend places have a dashed one.
 */
public final class Plot {

    private static final int MOST = 5000;

    private Plot() {}

    /**
     * A picture for a paper: a row for each resolution, steps from left to right, so that an encoder and a decoder make a U.
     *
     * @param graph at its nominal size
     * @return SVG text
     * @throws IllegalArgumentException if the graph has more than 5000 layers
     */
    public static String svg(Graph graph) {
        if (graph.nodes().size() > MOST) {
            throw new IllegalArgumentException("a picture must have at most " + MOST + " layers, got "
                    + graph.nodes().size() + "; take DOT text");
        }
        return Drawing.svg(diagram(graph).folded());
    }

    /**
     * Text for Graphviz: {@code dot -Tpdf}.
     *
     * @param graph at its nominal size
     * @return DOT text
     */
    public static String dot(Graph graph) {
        return Dot.of(diagram(graph));
    }

    private static Diagram diagram(Graph graph) {
        Cost cost = Cost.of(graph);
        String caption = counted(cost.parameters()) + " parameters · " + counted(cost.multiplyAdds())
                + " multiply-adds for " + graph.input();
        return new Folding(graph).diagram(caption);
    }

    /** Three digits and a letter: 31.0 M. */
    static String counted(long number) {
        String[] letters = {"", " k", " M", " G", " T", " P", " E"};
        double rest = number;
        int letter = 0;
        while (rest >= 999.5) {
            rest /= 1000;
            letter++;
        }
        int digits = letter == 0 || rest >= 99.95 ? 0 : rest >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + digits + "f%s", rest, letters[letter]);
    }
}
