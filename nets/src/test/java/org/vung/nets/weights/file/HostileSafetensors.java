package org.vung.nets.weights.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** Safetensors files that break a rule of the format. */
final class HostileSafetensors {

    private HostileSafetensors() {}

    static Stream<HostileFile> files() {
        return Stream.of(
                header("overlap", two("0,8", "4,12"), 12, "got 4, an overlap"),
                header("the same place twice", two("0,8", "0,8"), 8, "got 0, an overlap"),
                header(
                        "hole",
                        two("0,8", "12,20"),
                        20,
                        "must begin where the ones before end, at byte 8, got 12, a hole"),
                header("hole at the start", one("F32", "[2]", "4,12"), 12, "at byte 0, got 4, a hole"),
                header("end before begin", one("F32", "[2]", "8,0"), 8, "must be 0 <= begin <= end, got [8, 0]"),
                header("numbers behind the file", one("F32", "[2]", "0,8"), 7, "got 8; the file is truncated"),
                header(
                        "bytes behind the numbers",
                        one("F32", "[2]", "0,8"),
                        9,
                        "there are bytes behind the last tensor"),
                header(
                        "size of another shape",
                        one("F32", "[3]", "0,8"),
                        8,
                        "must span 12 bytes for [3] of FLOAT32, got 8"),
                header("unknown type", one("F24", "[2]", "0,8"), 8, "must be one of F32, F64, F16, BF16"),
                header("negative size", one("F32", "[-2]", "0,8"), 8, "whole numbers from 0 to 2^63 - 1, got -2"),
                header("fraction", one("F32", "[2.0]", "0,8"), 8, "must be a whole number, got a fraction"),
                header("size of 2^31", one("I8", "[2147483648]", "0,8"), 8, "sizes below 2^31"),
                header("size of 2^64", one("I8", "[18446744073709551616]", "0,8"), 8, "got 18446744073709551616"),
                header("a number of 100 digits", one("I8", "[" + "9".repeat(100) + "]", "0,8"), 8, "must be JSON"),
                header(
                        "product that overflows",
                        one("F64", "[2147483647,2147483647,2147483647]", "0,8"),
                        8,
                        "less than 2^63 bytes"),
                header("65 axes", one("F32", "[" + "1,".repeat(64) + "1]", "0,4"), 4, "at most 64 numbers"),
                header("three offsets", one("F32", "[2]", "0,8,8"), 8, "two data_offsets"),
                header("no type", "{\"w\":{\"shape\":[2],\"data_offsets\":[0,8]}}", 8, "must have dtype, shape"),
                header(
                        "an unknown key",
                        "{\"w\":{\"run\":\"x\",\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                        8,
                        "keys of w must be dtype, shape, data_offsets, got run"),
                header(
                        "a name twice",
                        "{\"w\":{\"dtype\":\"I8\",\"shape\":[0],\"data_offsets\":[0,0]},"
                                + "\"w\":{\"dtype\":\"I8\",\"shape\":[0],\"data_offsets\":[0,0]}}",
                        0,
                        "without a key twice"),
                header("a name of forty thousand letters", "{\"" + "w".repeat(40_000) + "\":1}", 0, "wwww … "),
                header("a list of tensors", "{\"w\":[1]}", 0, "w must be an object, got a list"),
                header(
                        "numbers as metadata",
                        "{\"__metadata__\":{\"epoch\":90}}",
                        0,
                        "__metadata__.epoch must be a text"),
                header("text as metadata", "{\"__metadata__\":\"x\"}", 0, "__metadata__ must be an object, got a text"),
                header("no JSON", "{pickle}", 0, "must be JSON"),
                header("half a JSON", "{\"w\":{\"dtype\":", 0, "must be JSON"),
                header("two JSONs", "{}{}", 0, "must be one JSON object"),
                header("a hundred thousand objects deep", "{\"a\":".repeat(100_000), 0, "keys of a must be"),
                header("a hundred thousand lists deep", "{\"a\":" + "[".repeat(100_000), 0, "must be an object"),
                new HostileFile("damaged UTF-8", file(8, "{\"\u00c3(\":1}", 0), "must be UTF-8"),
                new HostileFile("length of 2^63", file(Long.MIN_VALUE, "{}", 0), "got 9223372036854775808"),
                new HostileFile("length of 2^64 - 1", file(-1, "{}", 0), "got 18446744073709551615"),
                new HostileFile("length beyond the file", file(1000, "{}", 0), "got a length of 1000"),
                new HostileFile(
                        "header above 100 MB", file(100_000_001, "{}", 0), "2 to 100000000 bytes, got 100000001"),
                new HostileFile("length of 0", file(0, "{}", 0), "2 to 100000000 bytes, got 0"),
                new HostileFile("only a beginning", Arrays.copyOf(file(2, "{}", 0), 9), "got a length of 2"));
    }

    private static String one(String type, String shape, String offsets) {
        return "{\"w\":" + tensor(type, shape, offsets) + "}";
    }

    private static String two(String first, String second) {
        return "{\"v\":" + tensor("F32", "[2]", first) + ",\"w\":" + tensor("F32", "[2]", second) + "}";
    }

    private static String tensor(String type, String shape, String offsets) {
        return "{\"dtype\":\"" + type + "\",\"shape\":" + shape + ",\"data_offsets\":[" + offsets + "]}";
    }

    private static HostileFile header(String name, String header, int numbers, String words) {
        return new HostileFile(name, file(header.length(), header, numbers), words);
    }

    private static byte[] file(long length, String header, int numbers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .array());
        out.writeBytes(header.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(new byte[numbers]);
        return out.toByteArray();
    }
}
