package org.vung.label;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

/** Reads oracle files of labels and makes the picture they were made with. */
public final class LabelGrids {

    private LabelGrids() {}

    public static LabelMap read(String name) {
        return read(LabelGrids.class, name);
    }

    public static LabelMap read(Class<?> beside, String name) {
        List<int[]> rows = lines(beside, name).stream()
                .map(line -> Arrays.stream(line.split(" "))
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .toList();
        int[] labels = rows.stream().flatMapToInt(Arrays::stream).toArray();
        return LabelMap.wrap(new Size(rows.size(), rows.get(0).length), labels);
    }

    public static List<String> lines(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no oracle file " + name + " beside " + beside);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Digest of the labels as little-endian 32-bit numbers, as the oracle files hold it. */
    public static long crc32(int[] labels) {
        ByteBuffer bytes = ByteBuffer.allocate(labels.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(labels);
        CRC32 digest = new CRC32();
        digest.update(bytes.array());
        return digest.getValue();
    }

    /** The digest in an oracle file. */
    public static long crc32(Class<?> beside, String name) {
        return Long.parseLong(lines(beside, name).get(0));
    }

    public static Image colours(Size size) {
        byte[] samples = new byte[size.pixels() * 3];
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                int at = size.index(row, column) * 3;
                samples[at] = (byte) (row * 9 + column);
                samples[at + 1] = (byte) (column * 7);
                samples[at + 2] = (byte) (row * column);
            }
        }
        return Image.wrap(size, Layout.RGB, samples);
    }
}
