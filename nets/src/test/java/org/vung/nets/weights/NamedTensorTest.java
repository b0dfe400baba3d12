package org.vung.nets.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedTensorTest {

    private static final NamedTensor SIX = NamedTensor.of("six", List.of(2, 3), new float[] {1, 2, 3, 4, 5, 6});

    @Test
    void itIsACopyOfItsNumbers() {
        float[] numbers = {1, 2};
        NamedTensor tensor = NamedTensor.of("w", List.of(2), numbers);
        numbers[0] = 9;
        tensor.floats()[1] = 9;
        assertThat(tensor.floats()).containsExactly(1, 2);
    }

    @Test
    void axesArePermutedFlippedAndReshapedWithoutACopy() {
        assertThat(SIX.permuted(1, 0).floats()).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(SIX.permuted(1, 0).dimensions()).containsExactly(3, 2);
        assertThat(SIX.flipped(1).floats()).containsExactly(3, 2, 1, 6, 5, 4);
        assertThat(SIX.flipped(0, 1).floats()).containsExactly(6, 5, 4, 3, 2, 1);
        assertThat(SIX.flipped(0, 1).flipped(0, 1).floats()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(SIX.reshaped(List.of(3, 1, 2)).floats()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(SIX.permuted(1, 0).reshaped(List.of(6)).floats()).containsExactly(1, 4, 2, 5, 3, 6);
    }

    @ParameterizedTest
    @CsvSource({
        "FLOAT32, 3FC00000, 1.5",
        "FLOAT64, C004000000000000, -2.5",
        "FLOAT16, 3C00, 1",
        "FLOAT16, C100, -2.5",
        "FLOAT16, 0001, 5.9604645e-8",
        "FLOAT16, 83FF, -6.097555e-5",
        "FLOAT16, 7BFF, 65504",
        "FLOAT16, FC00, -Infinity",
        "FLOAT16, 7E00, NaN",
        "BFLOAT16, C020, -2.5",
        "INT64, FFFFFFFFFFFFFFFE, -2",
        "INT32, 00010000, 65536",
        "INT16, FFFF, -1",
        "INT8, 80, -128",
        "UINT8, 80, 128",
        "BOOL, 02, 1",
    })
    void everyTypeIsReadInBothOrders(ElementType type, String hex, float value) {
        byte[] big = HexFormat.of().parseHex(hex);
        assertThat(big).hasSize(type.bytes());
        byte[] little = new byte[big.length];
        for (int i = 0; i < big.length; i++) {
            little[i] = big[big.length - 1 - i];
        }
        assertThat(read(type, big, ByteOrder.BIG_ENDIAN)).isEqualTo(Float.valueOf(value));
        assertThat(read(type, little, ByteOrder.LITTLE_ENDIAN)).isEqualTo(Float.valueOf(value));
    }

    /** Halves are 2⁻¹¹ apart below 1; between two of them the even one is taken. */
    @ParameterizedTest
    @CsvSource({
        "FLOAT16, 1, 1",
        "FLOAT16, -2.5, -2.5",
        "FLOAT16, 0.1, 0.099975586",
        "FLOAT16, 1.00048828125, 1",
        "FLOAT16, 1.00146484375, 1.001953125",
        "FLOAT16, 65519, 65504",
        "FLOAT16, 5.9604645e-8, 5.9604645e-8",
        "FLOAT16, 2.9802322e-8, 0",
        "FLOAT16, 6.1035156e-5, 6.1035156e-5",
        "FLOAT16, 6.1033e-5, 6.1035156e-5",
        "FLOAT16, -Infinity, -Infinity",
        "FLOAT16, NaN, NaN",
        "BFLOAT16, 1.00390625, 1",
        "BFLOAT16, 1.01171875, 1.015625",
        "BFLOAT16, 1e30, 1.00025555e30",
        "BFLOAT16, NaN, NaN",
        "FLOAT32, 0.1, 0.1",
    })
    void shorterNumbersAreTheNearest(ElementType type, float number, float kept) {
        NamedTensor tensor =
                NamedTensor.of("w", List.of(1), new float[] {number}).as(type);
        assertThat(tensor.type()).isEqualTo(type);
        assertThat(tensor.floats()).containsExactly(kept);
    }

    @Test
    void everyHalfIsItsOwnNearest() {
        ByteBuffer all = ByteBuffer.allocate(2 << 16).order(ByteOrder.LITTLE_ENDIAN);
        for (int bits = 0; bits < 1 << 16; bits++) {
            all.putShort((short) bits);
        }
        List<Integer> dimensions = List.of(1 << 16);
        Layout layout = Layout.contiguous(Bytes.of("all", all.array()), ByteOrder.LITTLE_ENDIAN, 0, dimensions);
        float[] numbers =
                NamedTensor.of("all", ElementType.FLOAT16, dimensions, layout).floats();
        assertThat(NamedTensor.of("w", dimensions, numbers)
                        .as(ElementType.FLOAT16)
                        .floats())
                .containsExactly(numbers);
    }

    @Test
    void whatAHalfCannotHoldIsRefused() {
        NamedTensor large = NamedTensor.of("large", List.of(1), new float[] {-65520});
        assertThatThrownBy(() -> large.as(ElementType.FLOAT16)).hasMessageContaining("large", "65520");
        assertThatThrownBy(() -> SIX.as(ElementType.INT8)).hasMessageContaining("FLOAT16 or BFLOAT16");
    }

    @Test
    void moreNumbersThanAChunkAreRead() {
        ByteBuffer doubles = ByteBuffer.allocate(8 * 20_001);
        for (int i = 0; i < 20_001; i++) {
            doubles.putDouble(8 * i, i);
        }
        Bytes bytes = Bytes.of("doubles", doubles.array());
        NamedTensor tensor = NamedTensor.of(
                "w",
                ElementType.FLOAT64,
                List.of(20_001),
                Layout.contiguous(bytes, ByteOrder.BIG_ENDIAN, 0, List.of(20_001)));
        assertThat(tensor.floats()).contains(8191, 8192, 20_000).startsWith(0, 1);
        assertThat(tensor.flipped(0).floats()).startsWith(20_000, 19_999).endsWith(0);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        refused(() -> NamedTensor.of("w", List.of(2, 2), new float[3]), "must be 4 for dimensions [2, 2], got 3");
        refused(() -> NamedTensor.of("w", List.of(-1), new float[1]), "none below 0, got [-1]");
        refused(() -> SIX.permuted(0, 0), "must name each of the 2 axes once, got [0, 0]");
        refused(() -> SIX.reshaped(List.of(4)), "must multiply to 6, got [4]");
        Bytes bytes = Bytes.of("w", new byte[4]);
        refused(
                () -> NamedTensor.of(
                        "w", ElementType.FLOAT32, List.of(1), new Layout(bytes, ByteOrder.BIG_ENDIAN, 1, List.of(1L))),
                "must lie within the 4 bytes that are stored, got bytes 1 to 5");
        int most = Integer.MAX_VALUE;
        refused(
                () -> NamedTensor.of(
                        "w",
                        ElementType.INT8,
                        List.of(most, most, most),
                        new Layout(bytes, ByteOrder.BIG_ENDIAN, 0, List.of(0L, 0L, 0L))),
                "must multiply to less than 2^63");
    }

    @Test
    void moreThanAnArrayHoldsIsToldInWords() {
        Bytes bytes = Bytes.of("w", new byte[1]);
        NamedTensor tensor = NamedTensor.of(
                "w",
                ElementType.INT8,
                List.of(1 << 20, 1 << 20),
                new Layout(bytes, ByteOrder.BIG_ENDIAN, 0, List.of(0L, 0L)));
        assertThat(tensor.numbers()).isEqualTo(1L << 40);
        assertThatThrownBy(tensor::floats)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("w must have at most 2^31 - 9 numbers to be read at once, got 1099511627776");
    }

    @Test
    void weightsKeepTheirOrderAndTheirNames() {
        Weights weights = Weights.of(SIX.renamed("b"), SIX.renamed("a.x"), SIX.renamed("a.y"));
        assertThat(weights.names()).containsExactly("b", "a.x", "a.y");
        assertThat(weights.numbers()).isEqualTo(18);
        assertThat(weights.without(name -> name.startsWith("a")).names()).containsExactly("b");
        assertThat(weights.renamed(name -> "net." + name).names()).containsExactly("net.b", "net.a.x", "net.a.y");
        assertThat(weights.find("none")).isEmpty();
        refused(() -> weights.get("c.x"), "must be one of the 3 tensors, got c.x; the nearest is a.x");
        refused(() -> weights.renamed(name -> "same"), "names must differ, got same twice");
    }

    private static float read(ElementType type, byte[] number, ByteOrder order) {
        Layout layout = Layout.contiguous(Bytes.of("number", number), order, 0, List.of());
        return NamedTensor.of("number", type, List.of(), layout).floats()[0];
    }

    private static void refused(Runnable act, String words) {
        Consumer<Throwable> worded = failure -> assertThat(failure).hasMessageContaining(words);
        assertThatThrownBy(act::run)
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(worded);
    }
}
