package org.vung.onnx.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MessageTest {

    @TempDir
    Path folder;

    /** The first three rows are the examples of protobuf's own page on its encoding. */
    static Stream<Arguments> messages() {
        return Stream.of(
                arguments(new Message().numbers(1, 150), "089601"),
                arguments(new Message().text(2, "testing"), "120774657374696e67"),
                arguments(new Message().message(3, new Message().numbers(1, 150)), "1a03089601"),
                arguments(new Message(), ""),
                arguments(new Message().numbers(8, 1, 0, 127, 128), "4001400040" + "7f408001"),
                arguments(new Message().numbers(1, -1), "08ffffffffffffffffff01"),
                arguments(new Message().numbers(20, 7), "a00107"),
                arguments(new Message().decimal(2, 1.5f), "150000c03f"),
                arguments(new Message().text(1, "é"), "0a02c3a9"),
                arguments(new Message().rawFloats(9, 2, () -> new float[] {1, -2}), "4a080000803f000000c0"),
                arguments(new Message().rawLongs(9, -1, 2), "4a10ffffffffffffffff0200000000000000"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isWrittenInTheBytesOfTheFormat(Message message, String hex) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        assertThat(HexFormat.of().formatHex(out.toByteArray())).isEqualTo(hex);
        assertThat(message.length()).isEqualTo(out.size());
    }

    @Test
    void longArraysAreWrittenInPieces() throws IOException {
        float[] many = new float[100_003];
        many[100_002] = 1.5f;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Message().rawFloats(9, many.length, () -> many).writeTo(out);
        assertThat(out.size()).isEqualTo(4 + 4 * many.length);
        assertThat(HexFormat.of().formatHex(out.toByteArray(), out.size() - 8, out.size()))
                .isEqualTo("000000000000c03f");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "whole",
            value = {
                "3a00|whole",
                "08ffffffffffffffffff013a00|whole",
                "08013a00|whole",
                "3a0108|whole",
                "0801|it holds no network",
                "3a01|the field at byte 0 does not end within its 2 bytes",
                "3a0008|the field at byte 2 does not end within its 3 bytes",
                "3a00aa|byte 2 begins no field of such a file",
                "3a0000|byte 2 begins no field of such a file",
                "3a00da0100|byte 2 begins no field of such a file",
                "0b|the field at byte 0 does not end within its 1 bytes",
                "3affffffffffffffffff01|the field at byte 0 does not end within its 11 bytes",
                "3affffffffffffffffffff01|the field at byte 0 does not end within its 12 bytes"
            })
    void damageIsToldByItsPlace(String hex, String fault) throws IOException {
        Path file = Files.write(folder.resolve("file"), HexFormat.of().parseHex(hex));
        assertThat(Envelope.fault(file, 26, 7).orElse("none")).isEqualTo(fault == null ? "none" : fault);
    }
}
