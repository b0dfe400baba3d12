package org.vung.nets.foreign;

import java.util.List;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.layer.Extent;

/** An image as input of a network: parts of it, or all of it at another size. */
final class Samples {

    private final Image image;
    private final Preprocessing preprocessing;

    Samples(Image image, Preprocessing preprocessing) {
        this.image = image;
        this.preprocessing = preprocessing;
    }

    /** A part [1, C, H, W] from a place on; what lies beyond the image is its last row and column again. */
    FloatArray cut(int row, int column, Extent size) {
        return planar(preprocessing.of(part(row, column, new Size(size.rows(), size.columns()))), size);
    }

    private Image part(int row, int column, Size size) {
        if (size.equals(image.size())) {
            return image;
        }
        Image part = image.blank(size);
        copy(image.sharedSamples(), part.sharedSamples(), row, column, size);
        return part;
    }

    /** Copies between arrays of one type: a stretch of every row, then its last pixel as often as it takes. */
    private void copy(Object from, Object to, int top, int left, Size size) {
        int channels = image.channels();
        int inside = Math.min(size.width(), image.width() - left);
        for (int row = 0; row < size.height(); row++) {
            int source = image.size().index(Math.min(top + row, image.height() - 1), left) * channels;
            int target = row * size.width() * channels;
            System.arraycopy(from, source, to, target, inside * channels);
            int last = target + (inside - 1) * channels;
            for (int column = inside; column < size.width(); column++) {
                System.arraycopy(to, last, to, target + column * channels, channels);
            }
        }
    }

    /** All of the image at another size [1, C, H, W]. */
    FloatArray resized(Extent size) {
        int channels = preprocessing.colours().channels();
        float[] input = preprocessing.of(image);
        Taps across = Taps.linear(image.width(), size.columns());
        Taps down = Taps.linear(image.height(), size.rows());
        float[] narrow = new float[Math.multiplyExact(channels * image.height(), size.columns())]; // [C, image's H, W]
        for (int row = 0; row < image.height(); row++) {
            for (int column = 0; column < size.columns(); column++) {
                for (int c = 0; c < channels; c++) {
                    narrow[(c * image.height() + row) * size.columns() + column] =
                            across.sum(column, input, row * image.width() * channels + c, channels);
                }
            }
        }
        float[] resized = new float[channels * size.rows() * size.columns()];
        for (int line = 0; line < channels * size.rows(); line++) {
            int start = line / size.rows() * image.height() * size.columns();
            for (int column = 0; column < size.columns(); column++) {
                resized[line * size.columns() + column] =
                        down.sum(line % size.rows(), narrow, start + column, size.columns());
            }
        }
        return new FloatArray(List.of(1, channels, size.rows(), size.columns()), resized);
    }

    /** From [H, W, C] to [1, C, H, W]. */
    private FloatArray planar(float[] interleaved, Extent size) {
        int channels = preprocessing.colours().channels();
        float[] numbers = FloatArray.planar(interleaved, channels);
        return new FloatArray(List.of(1, channels, size.rows(), size.columns()), numbers);
    }
}
