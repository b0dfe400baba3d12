package org.vung.torch.run;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.vung.Findings;
import org.vung.Segmenter;
import org.vung.Semantic;
import org.vung.image.Image;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.nets.file.Answer;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.graph.Tiles;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Shape;

/**
 * Gives every pixel the class a network finds most likely. Images of any size: what is too large for one piece is worked in
 * tiles that give the very answers of the whole image. Safe to share between threads; owns its network and closes it.
 */
public final class SemanticSegmenter implements Segmenter, AutoCloseable {

    /** The longest side that is given to a network at once. */
    public static final int USUAL_TILE = 2048;

    private final Network network;
    private final Meaning meaning;
    private final int tile;

    /**
     * What goes in and comes out.
     *
     * @param preprocessing from image to input
     * @param answer what the output's numbers are
     * @param classes in the order of the output's channels; two for {@link Answer#LOGIT}
     */
    public record Meaning(Preprocessing preprocessing, Answer answer, List<LabelClass> classes) {

        /** Copies the list. */
        public Meaning {
            classes = List.copyOf(classes);
        }
    }

    /**
     * A segmenter over a network.
     *
     * @param network owned from now on
     * @param meaning of its input and output
     * @param tile longest side given to the network at once, at least 1
     * @throws IllegalArgumentException if channels and classes do not fit the network
     */
    public SemanticSegmenter(Network network, Meaning meaning, int tile) {
        int taken = network.graph().input().channels();
        int given = Objects.requireNonNull(
                        network.graph().shapes().get(network.graph().output()))
                .channels();
        int classes = meaning.answer == Answer.LOGIT ? 2 : given;
        if (meaning.preprocessing.colours().channels() != taken) {
            throw new IllegalArgumentException("preprocessing must give the " + taken + " channels of "
                    + network.graph().name() + ", got " + meaning.preprocessing.colours());
        }
        if (meaning.classes.size() != classes) {
            throw new IllegalArgumentException("classes must be " + classes + " for the " + given + " channels of "
                    + network.graph().name() + ", got " + meaning.classes.size());
        }
        if (tile < 1) {
            throw new IllegalArgumentException("tile must be at least 1 pixel, got " + tile);
        }
        this.network = network;
        this.meaning = meaning;
        this.tile = tile;
    }

    @Override
    public Semantic segment(Image image) {
        int[] labels = new int[image.size().pixels()];
        Tiles tiles = eachTile(image, (scores, rows, columns) -> {
            int[] classes = Tensors.toInts(classes(scores));
            for (int row = 0; row < rows.kept(); row++) {
                int target = (rows.place() + row) * image.width() + columns.place();
                System.arraycopy(classes, row * columns.kept(), labels, target, columns.kept());
            }
        });
        Findings findings = Findings.none()
                .with("network", network.graph().name())
                .with("precision", network.precision().name().toLowerCase(Locale.ROOT))
                .with("tiles", tiles.count());
        return new Semantic(LabelMap.wrap(image.size(), labels), meaning.classes, findings);
    }

    /**
     * The probability of every class at every pixel.
     *
     * @param image as for {@link #segment}
     * @return one map [classes, height, width] of numbers 0 … 1 that sum to 1 over the classes
     */
    public Maps probabilities(Image image) {
        int classes = meaning.classes.size();
        Shape shape = new Shape(classes, image.height(), image.width());
        float[] numbers = new float[Math.toIntExact(shape.numbers())];
        eachTile(image, (scores, rows, columns) -> {
            float[] part = Tensors.toFloats(probabilities(scores));
            for (int row = 0; row < classes * rows.kept(); row++) {
                int plane = row / rows.kept();
                int target = (plane * image.height() + rows.place() + row % rows.kept()) * image.width();
                System.arraycopy(part, row * columns.kept(), numbers, target + columns.place(), columns.kept());
            }
        });
        return Maps.of(shape, numbers);
    }

    /** What is done with the scores [1, K, h, w] of the kept part of a tile. */
    private interface TileWork {
        void of(Tensor scores, Tiles.Piece rows, Tiles.Piece columns);
    }

    private Tiles eachTile(Image image, TileWork work) {
        Tiles tiles = Tiles.of(network.graph(), new Extent(image.height(), image.width()), tile);
        Frame frame = new Frame(meaning.preprocessing.contrasted(image), tiles);
        for (Tiles.Piece rows : tiles.rows().pieces()) {
            for (Tiles.Piece columns : tiles.columns().pieces()) {
                float[] samples = meaning.preprocessing.of(frame.cut(rows, columns));
                network.within(() -> {
                    run(samples, rows, columns, work);
                    return tiles;
                });
            }
        }
        return tiles;
    }

    private void run(float[] samples, Tiles.Piece rows, Tiles.Piece columns, TileWork work) {
        Shape shape = new Shape(network.graph().input().channels(), rows.length(), columns.length());
        try (PointerScope scope = new PointerScope()) {
            Tensor input = Tensors.ofInterleaved(samples, 1, shape);
            Tensor scores = Objects.requireNonNull(
                    network.forward(input).get(network.graph().output()));
            Tensor kept = scores.narrow(2, rows.skip(), rows.kept()).narrow(3, columns.skip(), columns.kept());
            work.of(kept, rows, columns);
        }
    }

    private Tensor classes(Tensor scores) {
        return switch (meaning.answer) {
            case LOGITS, PROBABILITIES -> scores.argmax(new LongOptional(1), false);
            case LOGIT -> scores.gt(new Scalar(0.0));
        };
    }

    private Tensor probabilities(Tensor scores) {
        Tensor exact = scores.to(torch.ScalarType.Float);
        return switch (meaning.answer) {
            case LOGITS -> torch.softmax(exact, 1);
            case PROBABILITIES -> exact;
            case LOGIT -> {
                Tensor one = torch.sigmoid(exact);
                yield torch.cat(new TensorVector(one.neg().add(new Scalar(1.0)), one), 1);
            }
        };
    }

    @Override
    public void close() {
        network.close();
    }
}
