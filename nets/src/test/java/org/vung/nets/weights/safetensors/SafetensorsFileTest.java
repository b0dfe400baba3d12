package org.vung.nets.weights.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.image.file.Existing;
import org.vung.nets.weights.Bytes;
import org.vung.nets.weights.ElementType;
import org.vung.nets.weights.Layout;
import org.vung.nets.weights.NamedTensor;
import org.vung.nets.weights.WeightFileException;
import org.vung.nets.weights.Weights;

class SafetensorsFileTest {

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Bytes big = Bytes.of("big", new byte[] {0, 3, 0, 4, 0, 5, 0, 6});
        NamedTensor shorts = NamedTensor.of(
                "b", ElementType.INT16, List.of(2, 2), Layout.contiguous(big, ByteOrder.BIG_ENDIAN, 0, List.of(2, 2)));
        Weights weights = Weights.of(
                shorts.permuted(1, 0),
                NamedTensor.of("a \"ế\"", List.of(2), new float[] {1.5f, -2}),
                NamedTensor.of("none", List.of(0, 7), new float[0]),
                NamedTensor.of("one", List.of(), new float[] {9}));
        Path file = folder.resolve("w.safetensors");
        new SafetensorsFile(weights, Map.of("epoch", "90")).write(file, Existing.KEEP);

        SafetensorsFile back = SafetensorsFile.read(file);
        assertThat(back.metadata()).isEqualTo(Map.of("epoch", "90"));
        assertThat(back.weights().names()).containsExactly("b", "a \"ế\"", "none", "one");
        assertThat(back.weights().get("b").type()).isEqualTo(ElementType.INT16);
        assertThat(back.weights().get("b").floats()).containsExactly(3, 5, 4, 6);
        assertThat(back.weights().get("a \"ế\"").floats()).containsExactly(1.5f, -2);
        assertThat(back.weights().get("none").dimensions()).containsExactly(0, 7);
        assertThat(back.weights().get("one").floats()).containsExactly(9);
        assertThat(Files.size(file) % 2).isZero();
    }

    @Test
    void theBytesAreThoseOfTheFormat() throws WeightFileException {
        String header = "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}   ";
        byte[] file = ("@\0\0\0\0\0\0\0" + header.substring(0, 56) + "        \0\0\u0080?")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(SafetensorsFile.read(Bytes.of("test", file))
                        .weights()
                        .get("w")
                        .floats())
                .containsExactly(1);
    }

    @Test
    void aFileThatIsThereIsKept() throws IOException {
        Path file = Files.writeString(folder.resolve("w"), "mine");
        SafetensorsFile none = new SafetensorsFile(Weights.of(), Map.of());
        assertThatThrownBy(() -> none.write(file, Existing.KEEP))
                .isInstanceOf(WeightFileException.class)
                .hasMessageContaining("exists already");
        assertThat(file).hasContent("mine");
        none.write(file, Existing.REPLACE);
        assertThat(SafetensorsFile.read(file).weights().names()).isEmpty();
    }

    /** The file is sparse: it takes a few blocks of the disk. */
    @Test
    void filesOfSeveralMapsAreReadAcrossTheirSeams() throws IOException {
        int header = 512;
        int first = (1 << 30) - header - 8 - 2; // two bytes before the second map
        String text = ("{\"a\":{\"dtype\":\"I8\",\"shape\":[%d],\"data_offsets\":[0,%d]},"
                        + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[%d,%d]},"
                        + "\"c\":{\"dtype\":\"I8\",\"shape\":[%d],\"data_offsets\":[%d,%d]},"
                        + "\"d\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[%d,%d]}}")
                .formatted(
                        first,
                        first,
                        first,
                        first + 8L,
                        1 << 30,
                        first + 8L,
                        first + 8L + (1 << 30),
                        first + 8L + (1 << 30),
                        first + 16L + (1 << 30));
        Path file = folder.resolve("long");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.write(little(8).putLong(0, header));
            channel.write(
                    ByteBuffer.wrap((text + " ".repeat(header - text.length())).getBytes(StandardCharsets.UTF_8)), 8);
            channel.write(little(8).putFloat(0, 1.5f).putFloat(4, -2), 8L + header + first);
            channel.write(little(8).putFloat(0, 7).putFloat(4, 8), 16L + header + first + (1 << 30));
        }
        Weights weights = SafetensorsFile.read(file).weights();
        assertThat(weights.numbers()).isEqualTo(first + (1L << 30) + 4);
        assertThat(weights.get("b").floats()).containsExactly(1.5f, -2);
        assertThat(weights.get("d").floats()).containsExactly(7, 8);
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
