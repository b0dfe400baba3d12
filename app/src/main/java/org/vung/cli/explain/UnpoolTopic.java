package org.vung.cli.explain;

import java.util.List;
import org.vung.cli.report.Explanation;
import org.vung.cli.terminal.Terminal;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.MaxUnpool;
import org.vung.nets.layer.Shape;
import org.vung.nets.worked.Numbers;
import org.vung.nets.worked.Worked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vung explain unpool}: max pooling and its way back. */
@Command(
        name = "unpool",
        description = {
            "Max-unpooling: numbers go back to where the largest were.",
            "Pools a small grid, remembers the places, and puts numbers back there."
        },
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = "  vung explain unpool --width 6 --kernel 3 --stride 3")
final class UnpoolTopic extends LayerTopic {

    @Option(
            names = "--width",
            paramLabel = "W",
            description = "Length of the input along one axis, W. Default: ${DEFAULT-VALUE}.",
            defaultValue = "4")
    private int width;

    @Option(
            names = "--kernel",
            paramLabel = "F",
            description = "Length of the kernel, F. Default: ${DEFAULT-VALUE}.",
            defaultValue = "2")
    private int kernel;

    @Option(
            names = "--stride",
            paramLabel = "S",
            description = "Step, S. Default: ${DEFAULT-VALUE}.",
            defaultValue = "2")
    private int stride;

    UnpoolTopic(Terminal terminal) {
        super(terminal);
    }

    @Override
    Explanation explanation() {
        check("--width", width, 1);
        check("--kernel", kernel, 1);
        check("--stride", stride, 1);
        MaxPool pool = MaxPool.of(kernel, stride);
        Shape whole = new Shape(1, width, width);
        Shape pooled = pool.shape(List.of(whole));
        Shape back = MaxUnpool.of(pool).shape(List.of(pooled, pooled, whole));
        String numbers = "⌊(" + width + " − " + kernel + ") ÷ " + stride + "⌋ + 1";
        Explanation told = new Explanation("unpool", "Max-unpooling: numbers go back to where the largest were")
                .option("width", width)
                .option("kernel", kernel)
                .option("stride", stride)
                .heading("Size along one axis")
                .size("pooled", "pooled: W_p = ⌊(W − F) ÷ S⌋ + 1 = " + numbers, pooled.width())
                .fact("output", "unpooled: that of the pooling's input, W =", back.width());
        if (fits(width)) {
            grids(told, pool);
        }
        return told.note(
                stride < kernel
                        ? "Windows overlap here: two may have found the same place, and the later number stays. On a GPU the"
                        : "(W_p − 1)·S + F may be less than W, so the size of the pooling's input must be handed on as well;",
                stride < kernel
                        ? "order is not even the same twice."
                        : "Keras has no such layer, PyTorch's MaxUnpool2d takes it as output_size.");
    }

    private void grids(Explanation told, MaxPool pool) {
        Numbers input = Numbers.of(width, width, (row, column) -> (row * 7 + column * 5) % 9 + 1.0);
        Worked.Pooled pooled = Worked.maxPool(pool, input);
        Numbers numbers = Numbers.counting(pooled.numbers().rows());
        told.grid("input", "Input of the pooling", input)
                .grid("pooled", "Largest of each window", pooled.numbers())
                .grid("places", "Their places, row · " + width + " + column", pooled.places())
                .grid("numbers", "Numbers that come back, say", numbers)
                .grid("output", "Unpooled", Worked.maxUnpool(numbers, pooled.places(), input.shape()));
    }
}
