package org.vung.torch.run;

import java.io.IOException;
import java.nio.IntBuffer;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.vung.BandSegmenter;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import org.vung.nets.foreign.Output;
import org.vung.nets.graph.Tiles;
import org.vung.nets.window.Blend;

/** Fills labels: all of an image, or those of a row of tiles, which are handed on and used again. */
final class Labelling implements TileWork {

    private final SemanticSegmenter.Meaning meaning;
    private final int[] labels;
    private final int width;
    private final @Nullable Blend blend;
    private final BandSegmenter.@Nullable Bands bands;

    /**
     * Labels to be filled.
     *
     * @param meaning of the scores
     * @param labels of all rows, or of as many as end together
     * @param width of the image
     * @param blend where windows overlap, else null
     * @param bands take the rows; null where the labels hold all of them
     */
    Labelling(
            SemanticSegmenter.Meaning meaning,
            int[] labels,
            int width,
            @Nullable Blend blend,
            BandSegmenter.@Nullable Bands bands) {
        this.meaning = meaning;
        this.labels = labels;
        this.width = width;
        this.blend = blend;
        this.bands = bands;
    }

    private int place(int row, int ofBand) {
        return (bands == null ? row : row - ofBand) * width;
    }

    @Override
    public void tile(Tensor scores, Tiles.Piece rows, Tiles.Piece columns) {
        if (blend != null) {
            TileWork.add(Tensors.toFloats(meaning.probabilities(scores)), rows, columns, blend);
            return;
        }
        IntBuffer classes = Tensors.ints(meaning.labels(scores));
        for (int row = 0; row < rows.kept(); row++) {
            classes.get(labels, place(rows.place() + row, rows.place()) + columns.place(), columns.kept());
        }
    }

    @Override
    public void rows(int from, int to, Image window, int first) throws IOException {
        if (blend != null) {
            float[] means = new float[meaning.classes().size() * width];
            for (int row = from; row < to; row++) {
                blend.take(row, means);
                Output.PROBABILITIES.label(means, width, labels, place(row, from));
            }
        }
        for (int row = from; bands != null && row < to; row += SemanticSegmenter.STRIP) {
            int count = Math.min(SemanticSegmenter.STRIP, to - row);
            int start = place(row, from);
            int[] strip = Arrays.copyOfRange(labels, start, start + count * width);
            bands.take(window.rows(row - first, count), LabelMap.wrap(new Size(count, width), strip));
        }
    }
}
