package org.vung.torch.fused;

import static org.bytedeco.pytorch.global.torch.add_out;
import static org.bytedeco.pytorch.global.torch.bmm_out;
import static org.bytedeco.pytorch.global.torch.constant_pad_nd;
import static org.bytedeco.pytorch.global.torch.sub_out;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Extent;

/**
 * A 3×3 convolution of many channels with four ninths of the products: F(2×2, 3×3), where every 2×2 outputs are 16 products of
 * sums of 4×4 inputs with sums of the kernel's weights.
 *
 * <p>Source: A. Lavin, S. Gray, "Fast Algorithms for Convolutional Neural Networks", CVPR 2016; B, G and A are the paper's.
 * Differs from the paper: the products of all channels and many tiles are one matrix product for each of the 16 places; the bias
 * is added to place (1, 1), from where A brings it to every output; a dilated kernel is run on the lattices that it sees.
 *
 * <p>The sums cost passes over memory, so it pays from some hundred channels on. On two Zen 5 cores 512 → 512 at 64×64 takes 38
 * ms in float32 (oneDNN's direct kernel 65) and 20 in bfloat16 (28); 1,024 → 512 at 54×54 takes 55 (91) and 28 (44). In float32
 * its rounding errors are below the direct kernel's, whose sums are longer; in bfloat16 they are less than twice as large.
 */
public final class Winograd {

    private static final int FEWEST_CHANNELS = 256;
    private static final int FEWEST_CHANNELS_BFLOAT16 = 512;
    private static final int PLACES = 16;
    private static final long BAND_BYTES = 64L << 20;
    private static final double[] G = {1, 0, 0, .5, .5, .5, .5, -.5, .5, 0, 0, 1};
    private static final Scalar ONE = Operator.forever(new Scalar(1.0));

    private final Tensor weight; // [16, in, out]
    private final @Nullable Tensor bias; // [out]
    private final long dilation;
    private final long[] padding;
    private final Tail tail;

    /**
     * Transforms the weights.
     *
     * @param weight [out, in, 3, 3]
     * @param bias [out], or null
     * @param layer its geometry, one that {@link #fits}
     * @param padding zeros before and after, of rows and of columns
     * @param tail what follows; after an addition none or a ReLU
     */
    public Winograd(Tensor weight, @Nullable Tensor bias, Convolution layer, long[] padding, Tail tail) {
        Tensor g = torch.empty(4, 3).to(torch.ScalarType.Double);
        for (int at = 0; at < G.length; at++) {
            g.select(0, at / 3).select(0, at % 3).fill_(new Scalar(G[at]));
        }
        Tensor exact = weight.to(torch.ScalarType.Double).contiguous();
        this.weight = g.matmul(exact) // [out, in, 4, 3]
                .matmul(g.t()) // [out, in, 4, 4]
                .permute(2, 3, 1, 0)
                .reshape(PLACES, layer.in(), layer.out())
                .to(weight.scalar_type())
                .contiguous();
        this.bias = bias;
        this.dilation = layer.dilation().rows();
        this.padding = padding.clone();
        this.tail = tail;
    }

    /**
     * Whether a convolution is of the kind that gains.
     *
     * @param layer any
     * @param bfloat16 whether it runs in bfloat16, else in float32
     * @return whether it is 3×3 of stride 1, dilated alike both ways, ungrouped, of many channels
     */
    public static boolean fits(Convolution layer, boolean bfloat16) {
        int fewest = bfloat16 ? FEWEST_CHANNELS_BFLOAT16 : FEWEST_CHANNELS;
        return layer.kernel().equals(Extent.square(3))
                && layer.stride().equals(Extent.square(1))
                && layer.dilation().rows() == layer.dilation().columns()
                && layer.groups() == 1
                && layer.in() >= fewest
                && layer.out() >= FEWEST_CHANNELS;
    }

    /**
     * All that must live as long as this.
     *
     * @return native numbers
     */
    public List<Pointer> parts() {
        List<Pointer> parts = new ArrayList<>(List.of(weight));
        if (bias != null) {
            parts.add(bias);
        }
        return parts;
    }

    /**
     * The convolution and the function.
     *
     * @param x [N, in, H, W]
     * @return [N, out, H', W'], channels side by side
     */
    public Tensor run(Tensor x) {
        return tail.after(convolved(x));
    }

    /**
     * The convolution plus another map, and the function.
     *
     * @param x [N, in, H, W]
     * @param other [N, out, H', W']
     * @return [N, out, H', W'], channels side by side
     */
    public Tensor run(Tensor x, Tensor other) {
        Tensor sum = convolved(x);
        sum.add_(other);
        return tail.after(sum);
    }

    private Tensor convolved(Tensor x) {
        long rows = x.size(2) + 2 * padding[0] - 2 * dilation;
        long columns = x.size(3) + 2 * padding[1] - 2 * dilation;
        Tiles tiles = new Tiles(halves(rows), halves(columns));
        Tensor lattices = lattices(x, tiles); // [N · d², 2T + 2, 2U + 2, in]
        Tensor sums = fresh(x, lattices.size(0), 2 * tiles.down, 2 * tiles.across, weight.size(2));
        long most = Math.max(weight.size(1), weight.size(2)) * x.element_size() * lattices.size(0) * tiles.across;
        long band = Math.max(1, BAND_BYTES / (PLACES * most));
        for (long from = 0; from < tiles.down; from += band) {
            try (PointerScope scope = new PointerScope()) {
                long count = Math.min(band, tiles.down - from);
                Tensor inputs = lattices.narrow(1, 2 * from, 2 * count + 2);
                toOutputs(products(inputs, count, tiles.across), sums.narrow(1, 2 * from, 2 * count));
            }
        }
        return together(sums, x.size(0), tiles)
                .narrow(1, 0, rows)
                .narrow(2, 0, columns)
                .permute(0, 3, 1, 2)
                .contiguous(torch.MemoryFormat.ChannelsLast);
    }

    /** How many tiles of 2×2 a lattice has, down and across. */
    private record Tiles(long down, long across) {}

    private long halves(long length) {
        long ofLattice = (length + dilation - 1) / dilation;
        return (ofLattice + 1) / 2;
    }

    /** The map with its border of zeros, every lattice of a dilated kernel an image of its own: [N · d², 2T + 2, 2U + 2, in]. */
    private Tensor lattices(Tensor x, Tiles tiles) {
        long down = 2 * tiles.down + 2;
        long across = 2 * tiles.across + 2;
        long bottom = dilation * down - x.size(2) - padding[0];
        long right = dilation * across - x.size(3) - padding[1];
        long[] border = {0, 0, padding[1], right, padding[0], bottom};
        Tensor padded = constant_pad_nd(x.permute(0, 2, 3, 1), border, new Scalar(0.0));
        return dilation == 1
                ? padded
                : padded.view(x.size(0), down, dilation, across, dilation, x.size(1))
                        .permute(0, 2, 4, 1, 3, 5)
                        .reshape(x.size(0) * dilation * dilation, down, across, x.size(1));
    }

    /** The lattices side by side again: [N, 2T · d, 2U · d, out]. */
    private Tensor together(Tensor sums, long images, Tiles tiles) {
        long down = 2 * tiles.down;
        long across = 2 * tiles.across;
        return dilation == 1
                ? sums
                : sums.view(images, dilation, dilation, down, across, sums.size(3))
                        .permute(0, 3, 1, 4, 2, 5)
                        .reshape(images, down * dilation, across * dilation, sums.size(3));
    }

    /** The products at the 16 places of every tile: [4, 4, B, T, U, out]. */
    private Tensor products(Tensor inputs, long down, long across) {
        long images = inputs.size(0);
        long channels = inputs.size(3);
        Tensor rows = fresh(inputs, 4, images, down, inputs.size(2), channels);
        toPlaces(inputs, 1, down, rows);
        Tensor places = fresh(inputs, 4, 4, images, down, across, channels);
        for (long row = 0; row < 4; row++) {
            toPlaces(rows.select(0, row), 2, across, places.select(0, row));
        }
        long tiles = images * down * across;
        Tensor products = fresh(inputs, PLACES, tiles, weight.size(2));
        bmm_out(products, places.view(PLACES, tiles, channels), weight);
        if (bias != null) {
            products.select(0, 5).add_(bias);
        }
        return products.view(4, 4, images, down, across, weight.size(2));
    }

    /** One side of BᵀdB: from the four numbers of each tile along a dimension, their four sums. */
    private static void toPlaces(Tensor map, long dimension, long tiles, Tensor sums) {
        Tensor d0 = everySecond(map, dimension, 0, tiles);
        Tensor d1 = everySecond(map, dimension, 1, tiles);
        Tensor d2 = everySecond(map, dimension, 2, tiles);
        Tensor d3 = everySecond(map, dimension, 3, tiles);
        sub_out(sums.select(0, 0), d0, d2, ONE);
        add_out(sums.select(0, 1), d1, d2, ONE);
        sub_out(sums.select(0, 2), d2, d1, ONE);
        sub_out(sums.select(0, 3), d1, d3, ONE);
    }

    /** AᵀmA: the 2×2 outputs of every tile into the map [B, 2T, 2U, out]. */
    private static void toOutputs(Tensor products, Tensor map) {
        long down = map.size(1) / 2;
        long across = map.size(2) / 2;
        Tensor rows = fresh(map, 2, 4, map.size(0), down, across, map.size(3));
        toPair(products, rows.select(0, 0), rows.select(0, 1));
        for (long row = 0; row < 2; row++) {
            Tensor outputs = everySecond(map, 1, row, down);
            toPair(rows.select(0, row), everySecond(outputs, 2, 0, across), everySecond(outputs, 2, 1, across));
        }
    }

    /** One side of AᵀmA: from four sums the two numbers of each tile. */
    private static void toPair(Tensor sums, Tensor first, Tensor second) {
        add_out(first, sums.select(0, 0), sums.select(0, 1), ONE);
        first.add_(sums.select(0, 2));
        sub_out(second, sums.select(0, 1), sums.select(0, 2), ONE);
        second.sub_(sums.select(0, 3));
    }

    private static Tensor everySecond(Tensor map, long dimension, long from, long count) {
        return map.slice(dimension, new LongOptional(from), new LongOptional(from + 2 * count - 1), 2);
    }

    private static Tensor fresh(Tensor like, long... dimensions) {
        return torch.empty(dimensions, like.options(), new MemoryFormatOptional());
    }
}
