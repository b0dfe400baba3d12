package org.vung.torch.check;

import java.util.Locale;
import java.util.Objects;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.nets.file.Answer;
import org.vung.nets.file.ClassList;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.file.Preprocessing.Colours;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.ReceptiveField;
import org.vung.nets.graph.Tiles;
import org.vung.nets.layer.Axis;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Ratio;
import org.vung.nets.layer.Shape;
import org.vung.nets.numbers.Deterministic;
import org.vung.nets.numbers.Numbers;
import org.vung.torch.device.Device;
import org.vung.torch.run.Network;
import org.vung.torch.run.Precision;
import org.vung.torch.run.SemanticSegmenter;

/** Whether an image cut into two or three tiles is answered as it is in one piece. */
final class TileCheck {

    private static final String CHECK = "tiles as whole";
    private static final double RELATIVE = 1e-4;
    private static final int FEW_COLUMNS = 64;

    private TileCheck() {}

    static Outcome of(Graph graph, Numbers numbers, Device device) {
        ReceptiveField field = ReceptiveField.of(graph, Axis.ROWS);
        Shape input = graph.input();
        if (!field.outputStride().equals(Ratio.ONE)) {
            return Outcome.skipped(CHECK, "the network does not answer for every pixel");
        }
        if (!field.halo().isBounded()) {
            return Outcome.skipped(CHECK, "the network looks at the whole image");
        }
        if (input.channels() != 1 && input.channels() != 3) {
            return Outcome.skipped(CHECK, "the network takes " + input.channels() + " channels, no picture");
        }
        int period = Math.toIntExact(field.period());
        int least = Math.toIntExact(
                Math.max(0, field.halo().before()) + Math.max(0, field.halo().after()) + 4L * period);
        int tile = Math.max(input.height(), least);
        Extent size = new Extent(tile + 2 * period, columns(graph, tile, period));
        try {
            if (Tiles.of(graph, size, tile).count() < 2) {
                return Outcome.skipped(CHECK, "the network takes " + size + " in one piece");
            }
        } catch (IllegalArgumentException unfit) {
            return Outcome.skipped(CHECK, String.valueOf(unfit.getMessage()));
        }
        int larger = Math.max(size.rows(), size.columns()) + period;
        float[] whole = scores(graph, numbers, device, size, larger);
        return near(CHECK, whole, scores(graph, numbers, device, size, tile));
    }

    /** Whether numbers are those expected, but for rounding. */
    static Outcome near(String check, float[] expected, float[] given) {
        double largest = 0;
        double apart = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            apart = Math.max(apart, Math.abs(expected[i] - given[i]));
        }
        double relative = apart / Math.max(largest, Float.MIN_NORMAL);
        String found = String.format(Locale.ROOT, "%.1e of the largest score apart, at most %.0e", relative, RELATIVE);
        return Outcome.of(check, relative <= RELATIVE, found);
    }

    /** Few, for speed, where the network takes so few. */
    private static int columns(Graph graph, int tile, int period) {
        int few = (FEW_COLUMNS + period - 1) / period * period;
        try {
            graph.sized(new Extent(tile, few));
            return few;
        } catch (IllegalArgumentException unfit) {
            return Math.min(graph.input().width(), tile);
        }
    }

    /** The answer itself, as if its numbers were probabilities already. */
    private static float[] scores(Graph graph, Numbers numbers, Device device, Extent size, int tile) {
        int channels = graph.input().channels();
        int classes = Objects.requireNonNull(graph.shapes().get(graph.output())).channels();
        Network network = Network.of(graph, numbers, Precision.FLOAT32, device);
        SemanticSegmenter.Meaning meaning = new SemanticSegmenter.Meaning(
                Preprocessing.unit(channels == 1 ? Colours.GREY : Colours.RGB),
                Answer.PROBABILITIES,
                ClassList.numbered(classes));
        try (SemanticSegmenter segmenter = new SemanticSegmenter(network, meaning, tile)) {
            return segmenter.probabilities(noise(size)).numbers();
        }
    }

    private static Image noise(Extent size) {
        float[] uniform = Deterministic.uniform("image", size.rows() * size.columns() * 3);
        byte[] samples = new byte[uniform.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (128 + 127 * uniform[i]);
        }
        return Image.wrap(new Size(size.rows(), size.columns()), Layout.RGB, samples);
    }
}
