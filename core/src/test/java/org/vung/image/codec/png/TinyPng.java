package org.vung.image.codec.png;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes PNG chunk by chunk, so that tests can make every kind of file, and every kind of mistake. */
final class TinyPng {

    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {0, 4, 8, 8}, {4, 0, 8, 4}, {0, 2, 4, 4}, {2, 0, 4, 2}, {0, 1, 2, 2}, {1, 0, 2, 1}
    };

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    TinyPng() {
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    }

    TinyPng header(int height, int width, int depth, int colour, boolean interlaced) {
        ByteBuffer content = ByteBuffer.allocate(13).putInt(width).putInt(height);
        content.put((byte) depth).put((byte) colour).put((byte) 0).put((byte) 0).put((byte) (interlaced ? 1 : 0));
        return chunk("IHDR", content.array());
    }

    TinyPng chunk(String type, byte... content) {
        CRC32 crc = new CRC32();
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        crc.update(name);
        crc.update(content);
        return raw(ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) crc.getValue())
                .array());
    }

    TinyPng raw(byte... bytes) {
        file.writeBytes(bytes);
        return this;
    }

    TinyPng data(byte[] filtered) {
        return chunk("IDAT", deflated(filtered));
    }

    byte[] end() {
        return chunk("IEND").bytes();
    }

    byte[] bytes() {
        return file.toByteArray();
    }

    static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = new byte[1 << 16];
        while (!deflater.finished()) {
            out.write(block, 0, deflater.deflate(block));
        }
        deflater.end();
        return out.toByteArray();
    }

    /** A whole file of these samples [height · width · channels], its rows filtered by each of the five filters in turn. */
    static byte[] of(int[] samples, int height, int width, int depth, int colour, boolean interlaced) {
        int channels = samples.length / (height * width);
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        int[][] passes = interlaced ? ADAM7 : new int[][] {{0, 0, 1, 1}};
        for (int[] pass : passes) {
            byte[] above = new byte[0];
            for (int row = pass[0]; row < height && pass[1] < width; row += pass[2]) {
                byte[] packed = packed(samples, row * width, width, channels, depth, pass);
                filter(rows, packed, above, row % 5, Math.max(1, channels * depth / 8));
                above = packed;
            }
        }
        return new TinyPng()
                .header(height, width, depth, colour, interlaced)
                .data(rows.toByteArray())
                .end();
    }

    private static byte[] packed(int[] samples, int start, int width, int channels, int depth, int[] pass) {
        StringBuilder bits = new StringBuilder();
        for (int column = pass[1]; column < width; column += pass[3]) {
            for (int channel = 0; channel < channels; channel++) {
                String digits = Integer.toBinaryString(samples[(start + column) * channels + channel] | (1 << depth));
                bits.append(digits, 1, depth + 1);
            }
        }
        while (bits.length() % 8 != 0) {
            bits.append('0');
        }
        byte[] packed = new byte[bits.length() / 8];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return packed;
    }

    private static void filter(ByteArrayOutputStream rows, byte[] row, byte[] above, int filter, int reach) {
        rows.write(filter);
        for (int i = 0; i < row.length; i++) {
            int left = i < reach ? 0 : row[i - reach] & 0xFF;
            int up = above.length == 0 ? 0 : above[i] & 0xFF;
            int corner = i < reach || above.length == 0 ? 0 : above[i - reach] & 0xFF;
            int guess = switch (filter) {
                case 1 -> left;
                case 2 -> up;
                case 3 -> (left + up) / 2;
                case 4 -> paeth(left, up, corner);
                default -> 0;
            };
            rows.write(row[i] - guess);
        }
    }

    private static int paeth(int left, int up, int corner) {
        int guess = left + up - corner;
        int toLeft = Math.abs(guess - left);
        int toUp = Math.abs(guess - up);
        int toCorner = Math.abs(guess - corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }
}
