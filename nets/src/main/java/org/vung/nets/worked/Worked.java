package org.vung.nets.worked;

import java.util.List;
import org.vung.nets.layer.Axis;
import org.vung.nets.layer.BedOfNails;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.InputDilation;
import org.vung.nets.layer.Layer;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.Pad;
import org.vung.nets.layer.Padding;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.TransposedConvolution;
import org.vung.nets.layer.Upsample;

/** What layers of one channel make of a grid, without bias, in the words of their definitions. */
public final class Worked {

    private Worked() {}

    /**
     * Convolution: each output is the sum of products of the kernel and what lies under it.
     *
     * @param layer one channel in and out
     * @param input any grid that it takes
     * @param kernel of the layer's size
     * @return the output
     */
    public static Numbers convolution(Convolution layer, Numbers input, Numbers kernel) {
        Shape out = shape(layer, input);
        int top = before(layer, Axis.ROWS, input);
        int left = before(layer, Axis.COLUMNS, input);
        return Numbers.of(out.height(), out.width(), (row, column) -> {
            double sum = 0;
            for (int i = 0; i < kernel.rows(); i++) {
                for (int j = 0; j < kernel.columns(); j++) {
                    int y = row * layer.stride().rows() + i * layer.dilation().rows() - top;
                    int x = column * layer.stride().columns()
                            + j * layer.dilation().columns()
                            - left;
                    sum += kernel.at(i, j) * input.at(y, x);
                }
            }
            return sum;
        });
    }

    private static int before(Convolution layer, Axis axis, Numbers input) {
        int window = layer.dilation().along(axis) * (layer.kernel().along(axis) - 1) + 1;
        return layer.padding()
                .along(axis, input.shape().along(axis), window, layer.stride().along(axis))
                .before();
    }

    /**
     * Transposed convolution: each input lays the kernel, times itself, into the output; what overlaps is added.
     *
     * @param layer one channel in and out
     * @param input any grid
     * @param kernel of the layer's size
     * @return the output
     */
    public static Numbers transposed(TransposedConvolution layer, Numbers input, Numbers kernel) {
        Shape out = shape(layer, input);
        double[][] sums = new double[out.height()][out.width()];
        for (int row = 0; row < input.rows(); row++) {
            for (int column = 0; column < input.columns(); column++) {
                lay(layer, kernel, input.at(row, column), sums, row, column);
            }
        }
        return Numbers.of(out.height(), out.width(), (row, column) -> sums[row][column]);
    }

    private static void lay(
            TransposedConvolution layer, Numbers kernel, double factor, double[][] sums, int row, int column) {
        for (int i = 0; i < kernel.rows(); i++) {
            for (int j = 0; j < kernel.columns(); j++) {
                int y = row * layer.stride().rows()
                        + i * layer.dilation().rows()
                        - layer.padding().top();
                int x = column * layer.stride().columns()
                        + j * layer.dilation().columns()
                        - layer.padding().left();
                if (y >= 0 && y < sums.length && x >= 0 && x < sums[0].length) {
                    sums[y][x] += factor * kernel.at(i, j);
                }
            }
        }
    }

    /**
     * Enlargement by copies or along straight lines; beyond the outer pixels' centres their numbers go on.
     *
     * @param layer factor and interpolation
     * @param input any grid
     * @return the output
     */
    public static Numbers upsample(Upsample layer, Numbers input) {
        Shape out = shape(layer, input);
        return Numbers.of(out.height(), out.width(), (row, column) -> {
            double y = source(layer, row, input.rows());
            double x = source(layer, column, input.columns());
            int top = (int) Math.floor(y);
            int left = (int) Math.floor(x);
            double upper = between(input, top, left, x - left);
            double lower = between(input, Math.min(top + 1, input.rows() - 1), left, x - left);
            return upper + (y - top) * (lower - upper);
        });
    }

    private static double between(Numbers input, int row, int left, double share) {
        double one = input.at(row, left);
        return one + share * (input.at(row, Math.min(left + 1, input.columns() - 1)) - one);
    }

    private static double source(Upsample layer, int place, int length) {
        int factor = layer.factor();
        return switch (layer.interpolation()) {
            case NEAREST -> (double) Math.floorDiv(place, factor);
            case BILINEAR -> Math.max(0, Math.min(length - 1, (place + 0.5) / factor - 0.5));
            case BILINEAR_CORNERS -> length == 1 ? 0 : place * (length - 1.0) / (length * factor - 1.0);
        };
    }

    /**
     * Every number at the top left of a block of zeros.
     *
     * @param layer side of the block
     * @param input any grid
     * @return the output
     */
    public static Numbers bedOfNails(BedOfNails layer, Numbers input) {
        return spread(layer, layer.factor(), input);
    }

    /**
     * Zeros between the numbers, as the tutorial's figure 6 has them.
     *
     * @param layer distance of the numbers afterwards
     * @param input any grid
     * @return the output
     */
    public static Numbers inputDilation(InputDilation layer, Numbers input) {
        return spread(layer, layer.factor(), input);
    }

    private static Numbers spread(Layer layer, int factor, Numbers input) {
        Shape out = shape(layer, input);
        return Numbers.of(
                out.height(),
                out.width(),
                (row, column) ->
                        row % factor == 0 && column % factor == 0 ? input.at(row / factor, column / factor) : 0);
    }

    /**
     * Zeros around.
     *
     * @param amount on every side
     * @param input any grid
     * @return the output
     */
    public static Numbers padded(int amount, Numbers input) {
        Shape out = shape(new Pad(Padding.of(amount), Pad.Fill.ZERO), input);
        return Numbers.of(out.height(), out.width(), (row, column) -> input.at(row - amount, column - amount));
    }

    /**
     * The largest number of each window and where it was; of equal ones the first.
     *
     * @param numbers the largest numbers
     * @param places row · width + column in the pooling's input, for each of them
     */
    public record Pooled(Numbers numbers, Numbers places) {}

    /**
     * Max pooling that remembers places.
     *
     * @param layer without padding and dilation
     * @param input any grid that it takes
     * @return numbers and places
     */
    public static Pooled maxPool(MaxPool layer, Numbers input) {
        Shape out = shape(layer, input);
        Numbers places = Numbers.of(out.height(), out.width(), (row, column) -> place(layer, input, row, column));
        Numbers numbers = Numbers.of(out.height(), out.width(), (row, column) -> {
            int place = (int) places.at(row, column);
            return input.at(place / input.columns(), place % input.columns());
        });
        return new Pooled(numbers, places);
    }

    private static int place(MaxPool layer, Numbers input, int row, int column) {
        int top = row * layer.stride().rows();
        int left = column * layer.stride().columns();
        int best = top * input.columns() + left;
        double most = input.at(top, left);
        for (int y = top; y < Math.min(top + layer.kernel().rows(), input.rows()); y++) {
            for (int x = left; x < Math.min(left + layer.kernel().columns(), input.columns()); x++) {
                if (input.at(y, x) > most) {
                    most = input.at(y, x);
                    best = y * input.columns() + x;
                }
            }
        }
        return best;
    }

    /**
     * Numbers back at the places of a pooling, zeros elsewhere; where two meet, the later one stays.
     *
     * @param numbers what is put back
     * @param places of the pooling, as many
     * @param shape of the pooling's input
     * @return the output
     */
    public static Numbers maxUnpool(Numbers numbers, Numbers places, Shape shape) {
        double[] values = new double[Math.toIntExact(shape.numbers())];
        for (int row = 0; row < numbers.rows(); row++) {
            for (int column = 0; column < numbers.columns(); column++) {
                values[(int) places.at(row, column)] = numbers.at(row, column);
            }
        }
        return Numbers.of(shape.height(), shape.width(), (row, column) -> values[row * shape.width() + column]);
    }

    private static Shape shape(Layer layer, Numbers input) {
        return layer.shape(List.of(input.shape()));
    }
}
