package org.vung.torch.run;

import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.vung.image.Image;
import org.vung.nets.graph.Tiles;
import org.vung.nets.layer.Shape;
import org.vung.nets.window.Blend;

/** Fills the probabilities [classes, height, width] of an image. */
final class Weighing implements TileWork {

    private final SemanticSegmenter.Meaning meaning;
    private final float[] numbers;
    private final Shape shape;
    private final @Nullable Blend blend;

    /**
     * Probabilities to be filled.
     *
     * @param meaning of the scores
     * @param numbers of the shape
     * @param shape classes, height and width
     * @param blend where windows overlap, else null
     */
    Weighing(SemanticSegmenter.Meaning meaning, float[] numbers, Shape shape, @Nullable Blend blend) {
        this.meaning = meaning;
        this.numbers = numbers;
        this.shape = shape;
        this.blend = blend;
    }

    @Override
    public void tile(Tensor scores, Tiles.Piece rows, Tiles.Piece columns) {
        float[] part = Tensors.toFloats(meaning.probabilities(scores));
        if (blend != null) {
            TileWork.add(part, rows, columns, blend);
            return;
        }
        for (int row = 0; row < shape.channels() * rows.kept(); row++) {
            int plane = row / rows.kept();
            int target = (plane * shape.height() + rows.place() + row % rows.kept()) * shape.width();
            System.arraycopy(part, row * columns.kept(), numbers, target + columns.place(), columns.kept());
        }
    }

    @Override
    public void rows(int from, int to, Image window, int first) {
        if (blend == null) {
            return;
        }
        int width = shape.width();
        float[] means = new float[shape.channels() * width];
        for (int row = from; row < to; row++) {
            blend.take(row, means);
            for (int k = 0; k < shape.channels(); k++) {
                System.arraycopy(means, k * width, numbers, (k * shape.height() + row) * width, width);
            }
        }
    }
}
