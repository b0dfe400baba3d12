package org.vung.nets.foreign;

import org.vung.grid.RowBands;
import org.vung.nets.layer.Extent;

/**
 * Scores at the size of the image, a row at a time: bilinear between the network's own, so that a map of an eighth of the image
 * needs no copy of the image's height. Labels are taken from the nearest.
 */
final class ScoreRows {

    private final int planes;
    private final int height;
    private final int columns;
    private final int stride;
    private final float[] wide; // [planes, height, stride]
    private final Taps down;

    /**
     * Scores for a size.
     *
     * @param scores the network's own
     * @param size that they cover, such as that of the input
     * @param columns how many of the size's columns are asked for
     */
    ScoreRows(Scores scores, Extent size, int columns, boolean areLabels) {
        planes = scores.planes();
        height = scores.height();
        this.columns = columns;
        down = taps(height, size.rows(), areLabels);
        if (scores.width() == size.columns()) {
            wide = scores.numbers();
            stride = scores.width();
        } else {
            wide = widened(scores, taps(scores.width(), size.columns(), areLabels));
            stride = columns;
        }
    }

    private static Taps taps(int from, int to, boolean areLabels) {
        return areLabels ? Taps.nearest(from, to) : Taps.linear(from, to);
    }

    private float[] widened(Scores scores, Taps across) {
        long numbers = (long) planes * height * columns;
        if (numbers > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("scores of an image must be fewer than 2³¹, got " + planes + " × "
                    + height + " × " + columns + "; give \"size\" for the network to be worked in windows");
        }
        float[] widened = new float[(int) numbers];
        RowBands.forEach(planes * height, (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column < columns; column++) {
                    widened[row * columns + column] = across.sum(column, scores.numbers(), row * scores.width(), 1);
                }
            }
        });
        return widened;
    }

    /**
     * One row.
     *
     * @param row of the size
     * @param into [planes, columns]
     */
    void row(int row, float[] into) {
        for (int plane = 0; plane < planes; plane++) {
            for (int column = 0; column < columns; column++) {
                into[plane * columns + column] = down.sum(row, wide, plane * height * stride + column, stride);
            }
        }
    }
}
