package org.vung.torch.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.vung.BandSegmenter;
import org.vung.ClassScores;
import org.vung.Findings;
import org.vung.Progress;
import org.vung.Semantic;
import org.vung.SoftSegmenter;
import org.vung.image.Image;
import org.vung.image.ImageRows;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.nets.file.Answer;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.graph.Tiles;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Shape;
import org.vung.nets.window.Blend;
import org.vung.torch.tile.RowPlan;
import org.vung.torch.tile.RowWindow;

/**
 * Gives every pixel the class a network finds most likely. Images of any size: what is too large for one piece is worked in
 * tiles that give the very answers of the whole image, or in windows that are blended. An image that is read row by row needs
 * memory for one row of tiles. Safe to share between threads; owns its network and closes it.
 */
public final class SemanticSegmenter implements BandSegmenter, SoftSegmenter, AutoCloseable {

    /** The longest side that is given to a network at once. */
    public static final int USUAL_TILE = 2048;

    /** Rows that are prepared, and handed on, at once: few enough to be gone before the heap grows. */
    static final int STRIP = 64;

    /** Pixels of the largest tile whose memory is kept for the next: taking it anew costs a network of few products a tenth of its time. */
    private static final long KEPT = 1 << 20;

    private final Network network;
    private final Meaning meaning;
    private final Cutting cutting;

    /**
     * How an image larger than a tile is cut.
     *
     * @param tile longest side given to the network at once, at least 1
     * @param blend whether windows overlap and are blended, instead of tiles that give the very answers of the whole image
     * @param overlap share of a window that its neighbour covers again at least, 0 … 0.9; for windows only
     */
    public record Cutting(int tile, boolean blend, double overlap) {

        /** Checks the numbers. */
        public Cutting {
            if (tile < 1) {
                throw new IllegalArgumentException("tile must be at least 1 pixel, got " + tile);
            }
            if (!(overlap >= 0 && overlap <= 0.9)) {
                throw new IllegalArgumentException("overlap must be 0 … 0.9, got " + overlap);
            }
        }

        /**
         * Tiles that give the answers of the whole image.
         *
         * @param tile longest side given to the network at once, at least 1
         * @return the cutting
         */
        public static Cutting exact(int tile) {
            return new Cutting(tile, false, 0);
        }
    }

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

        /** The most likely class [N, h, w] of scores [N, K, h, w]. */
        Tensor labels(Tensor scores) {
            return switch (answer) {
                case LOGITS, PROBABILITIES -> scores.argmax(new LongOptional(1), false);
                case LOGIT -> scores.gt(new Scalar(0.0));
                case PICTURE -> throw new IllegalStateException("refused at the start");
            };
        }

        /** The probabilities [N, classes, h, w] of scores [N, K, h, w], in float32. */
        Tensor probabilities(Tensor scores) {
            Tensor exact = scores.to(torch.ScalarType.Float);
            return switch (answer) {
                case LOGITS -> torch.softmax(exact, 1);
                case PROBABILITIES -> exact;
                case LOGIT -> {
                    Tensor one = torch.sigmoid(exact);
                    yield torch.cat(new TensorVector(one.neg().add(new Scalar(1.0)), one), 1);
                }
                case PICTURE -> throw new IllegalStateException("refused at the start");
            };
        }
    }

    /**
     * A segmenter over a network, in exact tiles.
     *
     * @param network owned from now on
     * @param meaning of its input and output
     * @param tile longest side given to the network at once, at least 1
     * @throws IllegalArgumentException if channels and classes do not fit the network
     */
    public SemanticSegmenter(Network network, Meaning meaning, int tile) {
        this(network, meaning, Cutting.exact(tile));
    }

    /**
     * A segmenter over a network.
     *
     * @param network owned from now on
     * @param meaning of its input and output
     * @param cutting of large images
     * @throws IllegalArgumentException if channels and classes do not fit the network
     */
    public SemanticSegmenter(Network network, Meaning meaning, Cutting cutting) {
        int taken = network.graph().input().channels();
        int given = Objects.requireNonNull(
                        network.graph().shapes().get(network.graph().output()))
                .channels();
        int classes = meaning.answer == Answer.LOGIT ? 2 : given;
        if (meaning.answer == Answer.PICTURE) {
            throw new IllegalArgumentException(network.graph().name()
                    + " must give classes, got a picture; it is for org.vung.torch.gan.Translator");
        }
        if (meaning.preprocessing.colours().channels() != taken) {
            throw new IllegalArgumentException("preprocessing must give the " + taken + " channels of "
                    + network.graph().name() + ", got " + meaning.preprocessing.colours());
        }
        if (meaning.classes.size() != classes) {
            throw new IllegalArgumentException("classes must be " + classes + " for the " + given + " channels of "
                    + network.graph().name() + ", got " + meaning.classes.size());
        }
        this.network = network;
        this.meaning = meaning;
        this.cutting = cutting;
    }

    @Override
    public List<LabelClass> classes() {
        return meaning.classes;
    }

    @Override
    public Semantic segment(Image image) {
        return segment(image, Progress.SILENT);
    }

    @Override
    public Semantic segment(Image image, Progress progress) {
        int[] labels = new int[image.size().pixels()];
        Tiles tiles = tiles(image.size());
        Labelling labelling = new Labelling(meaning, labels, image.width(), blend(tiles, image.width()), null);
        work(RowWindow.of(prepared(image)), tiles, progress, labelling);
        return new Semantic(LabelMap.wrap(image.size(), labels), meaning.classes, findings(tiles));
    }

    /** What is done to an image as a whole, before any tile is cut. */
    private Image prepared(Image image) {
        return meaning.preprocessing.contrasted(image);
    }

    @Override
    public boolean worksByRows() {
        return meaning.preprocessing.contrast().isEmpty();
    }

    @Override
    public Findings segment(ImageRows rows, Progress progress, Bands bands) throws IOException {
        if (!worksByRows()) {
            throw new IllegalArgumentException(
                    "image must be given whole to a network that looks at the contrast of all of it "
                            + meaning.preprocessing.contrastTexts() + ", got rows; read it whole");
        }
        Tiles tiles = tiles(rows.size());
        int width = rows.size().width();
        RowPlan plan = new RowPlan(tiles, rows.size().height());
        int[] band = new int[Math.multiplyExact(plan.mostEnded(), width)];
        RowWindow window = RowWindow.of(rows, plan.mostShown());
        try {
            work(window, tiles, plan, progress, new Labelling(meaning, band, width, blend(tiles, width), bands));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        return findings(tiles);
    }

    /**
     * Segments many images. Those of one size that need no tiles are given to the network together, as many as fill a tile.
     *
     * @param images as for {@link #segment(Image)}
     * @return the answers of {@link #segment(Image)}, in the order of the images
     */
    public List<Semantic> segmentAll(List<Image> images) {
        Map<Size, List<Integer>> bySize = new LinkedHashMap<>();
        for (int at = 0; at < images.size(); at++) {
            bySize.computeIfAbsent(images.get(at).size(), size -> new ArrayList<>())
                    .add(at);
        }
        Semantic[] answers = new Semantic[images.size()];
        bySize.forEach((size, places) -> {
            int most =
                    tiles(size).count() > 1 ? 1 : (int) Math.max(1, (long) cutting.tile * cutting.tile / size.pixels());
            for (int from = 0; from < places.size(); from += most) {
                List<Integer> batch = places.subList(from, Math.min(places.size(), from + most));
                List<Semantic> part = batch.size() == 1
                        ? List.of(segment(images.get(batch.get(0))))
                        : together(batch.stream().map(images::get).toList());
                for (int at = 0; at < batch.size(); at++) {
                    answers[batch.get(at)] = part.get(at);
                }
            }
        });
        return List.of(answers);
    }

    private List<Semantic> together(List<Image> images) {
        Size size = images.get(0).size();
        Tiles tiles = tiles(size);
        Tiles.Piece rows = tiles.rows().pieces().get(0);
        Tiles.Piece columns = tiles.columns().pieces().get(0);
        List<Frame> frames =
                images.stream().map(image -> new Frame(prepared(image), tiles)).toList();
        List<Semantic> answers = new ArrayList<>();
        run(frames, rows, columns, scores -> {
            IntBuffer classes = Tensors.ints(meaning.labels(scores)); // [N, H, W]
            while (classes.hasRemaining()) {
                int[] labels = new int[size.pixels()];
                classes.get(labels);
                answers.add(new Semantic(LabelMap.wrap(size, labels), meaning.classes, findings(tiles)));
            }
        });
        return answers;
    }

    /**
     * The probability of every class at every pixel.
     *
     * @param image as for {@link #segment(Image)}
     * @return one map [classes, height, width] of numbers 0 … 1 that sum to 1 over the classes
     */
    public Maps probabilities(Image image) {
        Shape shape = new Shape(meaning.classes.size(), image.height(), image.width());
        float[] numbers = new float[Math.toIntExact(shape.numbers())];
        Tiles tiles = tiles(image.size());
        Weighing weighing = new Weighing(meaning, numbers, shape, blend(tiles, image.width()));
        work(RowWindow.of(prepared(image)), tiles, Progress.SILENT, weighing);
        return Maps.of(shape, numbers);
    }

    @Override
    public ClassScores scores(Image image) {
        return ClassScores.wrap(
                image.size(), meaning.classes, probabilities(image).numbers());
    }

    private Tiles tiles(Size size) {
        Extent extent = new Extent(size.height(), size.width());
        return cutting.blend
                ? Tiles.overlapping(network.graph(), extent, cutting.tile, cutting.overlap)
                : Tiles.of(network.graph(), extent, cutting.tile);
    }

    private Findings findings(Tiles tiles) {
        return Findings.none()
                .with("network", network.graph().name())
                .with("precision", network.precision().name().toLowerCase(Locale.ROOT))
                .with("device", network.device().text())
                .with("tiles", tiles.count());
    }

    private void work(RowWindow image, Tiles tiles, Progress progress, TileWork work) {
        work(image, tiles, new RowPlan(tiles, image.size().height()), progress, work);
    }

    private void work(RowWindow image, Tiles tiles, RowPlan plan, Progress progress, TileWork work) {
        int done = 0;
        try {
            for (int at = 0; at < plan.pieces().size(); at++) {
                Tiles.Piece rows = plan.pieces().get(at);
                Image window = image.show(plan.top(at), plan.bottom(at));
                Frame frame = new Frame(window, image.first(), image.size().height(), tiles);
                for (Tiles.Piece columns : tiles.columns().pieces()) {
                    progress.at(done++, tiles.count());
                    run(List.of(frame), rows, columns, scores -> work.tile(scores, rows, columns));
                    if (tiles.count() > 1 && (long) rows.length() * columns.length() > KEPT) {
                        Libtorch.giveBack();
                    }
                }
                work.rows(rows.place(), plan.end(at), window, image.first());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        progress.at(done, tiles.count());
    }

    /** Runs the same piece of one or more images; the scores [N, K, h, w] are those of the kept part. */
    private void run(List<Frame> frames, Tiles.Piece rows, Tiles.Piece columns, Consumer<Tensor> work) {
        try (PointerScope scope = new PointerScope()) {
            Tensor input = input(frames, rows, columns);
            network.within(() -> {
                Tensor scores = Objects.requireNonNull(
                        network.forward(input).get(network.graph().output()));
                work.accept(scores.narrow(2, rows.skip(), rows.kept()).narrow(3, columns.skip(), columns.kept()));
                return scores;
            });
        }
    }

    /** [N, C, H, W]; prepared some rows at a time, so that beside the tensor itself hardly any memory is needed. */
    private Tensor input(List<Frame> frames, Tiles.Piece rows, Tiles.Piece columns) {
        Shape shape = new Shape(network.graph().input().channels(), rows.length(), columns.length());
        Tensor input = Tensors.roomForInterleaved(frames.size(), shape);
        FloatBuffer samples = input.createBuffer();
        for (Frame frame : frames) {
            for (int row = 0; row < rows.length(); row += STRIP) {
                int count = Math.min(STRIP, rows.length() - row);
                Tiles.Piece strip = new Tiles.Piece(rows.from() + row, count, 0, 0, count);
                samples.put(meaning.preprocessing.of(frame.cut(strip, columns)));
            }
        }
        return input.permute(0, 3, 1, 2);
    }

    private @Nullable Blend blend(Tiles tiles, int width) {
        return cutting.blend && tiles.count() > 1
                ? new Blend(meaning.classes.size(), length(tiles.rows()), length(tiles.columns()), width)
                : null;
    }

    private static int length(Tiles.Cuts windows) {
        return windows.pieces().get(0).length();
    }

    @Override
    public void close() {
        network.close();
    }
}
