package org.vung.torch.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vung.nets.foreign.Output;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.MaxUnpool;
import org.vung.nets.layer.Shape;
import org.vung.nets.numbers.Deterministic;
import org.vung.nets.numbers.Numbers;
import org.vung.torch.device.Device;
import org.vung.torch.run.Maps;
import org.vung.torch.run.Network;
import org.vung.torch.run.Precision;

/**
 * Runs a network on numbers −1 … 1 of {@link Deterministic#uniform} at its own size and looks at what comes out: finite
 * numbers, the same twice, nearly the same classes in bfloat16, the same in tiles as whole.
 */
public final class ModelCheck {

    /** The share of places whose class bfloat16 must leave as it is. */
    public static final double SAME_CLASSES = 0.95;

    private static final int FEWEST_PLACES = 64;

    private final Graph graph;
    private final Numbers numbers;
    private final boolean trained;
    private final Device device;

    private ModelCheck(Graph graph, Numbers numbers, boolean trained, Device device) {
        this.graph = graph.only(graph.outputs().keySet().iterator().next());
        this.numbers = numbers;
        this.trained = trained;
        this.device = device;
    }

    /**
     * Every check.
     *
     * @param graph a network; its main answer is looked at
     * @param numbers of its parameters
     * @param trained whether they were learned; the classes of others hang on roundings, and are only counted
     * @param device where it runs; on a graphics processor its answer is held against the processor's, too
     * @return one outcome a check, in order
     */
    public static List<Outcome> of(Graph graph, Numbers numbers, boolean trained, Device device) {
        return new ModelCheck(graph, numbers, trained, device.here()).all();
    }

    private List<Outcome> all() {
        Maps image = Maps.of(
                graph.input(),
                Deterministic.uniform("input", Math.toIntExact(graph.input().numbers())));
        List<Outcome> outcomes = new ArrayList<>(List.of(weights(graph, numbers)));
        float[] exact;
        try (Network network = Network.of(graph, numbers, Precision.FLOAT32, device)) {
            Maps first = network.answer(image);
            exact = first.numbers();
            outcomes.add(finite("finite answer", exact, first.shape().toString()));
            outcomes.add(Outcome.of(
                    "same answer twice",
                    Arrays.equals(exact, network.answer(image).numbers()),
                    exact.length + " numbers, bit by bit"));
            outcomes.add(classes(first, image));
        }
        outcomes.add(TileCheck.of(graph, numbers, device));
        if (device != Device.CPU) {
            outcomes.add(asOnProcessor(exact, image));
        }
        return outcomes;
    }

    static Outcome weights(Graph graph, Numbers numbers) {
        long[] count = {0};
        long[] broken = {0};
        graph.parameters().forEach((key, parameter) -> {
            for (float number : numbers.of(key, parameter)) {
                broken[0] += Float.isFinite(number) ? 0 : 1;
                count[0]++;
            }
        });
        return Outcome.of("finite weights", broken[0] == 0, broken[0] + " of " + count[0] + " are not");
    }

    private static Outcome finite(String check, float[] numbers, String shape) {
        int broken = 0;
        for (float number : numbers) {
            broken += Float.isFinite(number) ? 0 : 1;
        }
        return Outcome.of(check, broken == 0, shape + ", " + broken + " numbers are not");
    }

    private Outcome asOnProcessor(float[] answer, Maps image) {
        String check = "as on the processor";
        if (graph.nodes().stream().anyMatch(node -> node.layer() instanceof MaxUnpool)) {
            return Outcome.skipped(check, "a rounding may move what the network unpools to the next pixel");
        }
        try (Network network = Network.of(graph, numbers, Precision.FLOAT32)) {
            return TileCheck.near(check, network.answer(image).numbers(), answer);
        }
    }

    private Outcome classes(Maps exact, Maps image) {
        String check = "bfloat16 classes";
        Shape shape = exact.shape();
        int places = shape.height() * shape.width();
        if (places < FEWEST_PLACES) {
            return Outcome.skipped(check, "the network answers at " + places + " places, too few to count");
        }
        try (Network network = Network.of(graph, numbers, Precision.BFLOAT16, device)) {
            Output answer = shape.channels() == 1 ? Output.LOGIT : Output.LOGITS;
            int[] fine = new int[places];
            int[] coarse = new int[places];
            answer.label(exact.numbers(), places, fine, 0);
            answer.label(network.answer(image).numbers(), places, coarse, 0);
            int same = 0;
            for (int place = 0; place < places; place++) {
                same += fine[place] == coarse[place] ? 1 : 0;
            }
            double share = (double) same / places;
            String found = String.format(Locale.ROOT, "%.2f %% as in float32", 100 * share);
            return trained
                    ? Outcome.of(check, share >= SAME_CLASSES, found + ", at least " + Math.round(100 * SAME_CLASSES))
                    : Outcome.skipped(check, found + "; not judged without trained weights");
        }
    }
}
