package org.vung.cli.explain;

import java.util.List;
import java.util.concurrent.Callable;
import org.vung.cli.report.Explanation;
import org.vung.cli.terminal.Talk;
import org.vung.cli.terminal.Terminal;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.graph.ReceptiveField;
import org.vung.nets.layer.Axis;
import org.vung.nets.layer.Layer;
import org.vung.nets.layer.Shape;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A topic about one layer along one axis, told in formulas and, where they fit on a page, in numbers. */
abstract class LayerTopic implements Callable<Integer> {

    private static final int MOST = 10_000;
    private static final int PAGE = 16;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private Talk talk = new Talk();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    private final Terminal terminal;

    LayerTopic(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What it tells; wrong options are an {@link IllegalArgumentException}. */
    abstract Explanation explanation();

    @Override
    public Integer call() {
        terminal.listen(talk);
        try {
            Explanation told = explanation();
            terminal.result(json ? told.json() : told.text());
            return 0;
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    static void check(String option, int value, int least) {
        if (value < least || value > MOST) {
            throw new IllegalArgumentException(option + " must be " + least + " … " + MOST + ", got " + value);
        }
    }

    /** Whether grids of so many columns are worth printing. */
    static boolean fits(int... widths) {
        for (int width : widths) {
            if (width > PAGE) {
                return false;
            }
        }
        return true;
    }

    /** The width a layer of one channel gives. */
    static int width(Layer layer, int width) {
        return layer.shape(List.of(new Shape(1, width, width))).width();
    }

    /** Places of the input that decide about one of the output, along one axis. */
    static long receptiveField(int width, Layer... layers) {
        GraphBuilder net = Graph.builder("topic");
        String at = net.input("input", new Shape(1, width, width));
        for (int place = 0; place < layers.length; place++) {
            at = net.add("layer" + place, layers[place], at);
        }
        return ReceptiveField.of(net.output("out", at).build(), Axis.COLUMNS).size();
    }
}
