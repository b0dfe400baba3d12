package org.vung.checks.large;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.SampleType;
import org.vung.image.Size;
import org.vung.image.encode.PngWriter;
import org.vung.image.file.ImageFiles;

/** Writes an RGB picture of any size, row by row: a photo laid side by side, every copy in another brightness, with noise. */
public final class LargePicture {

    private static final int STRIP = 16;

    private final Image photo;
    private final Size size;

    private LargePicture(Image photo, Size size) {
        this.photo = photo;
        this.size = size;
    }

    /**
     * Writes a PNG, or a TIFF that is not packed.
     *
     * @param args photo, file, height, width
     * @throws IOException if the photo cannot be read or the file not be written
     */
    public static void main(String[] args) throws IOException {
        Size size = new Size(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        LargePicture picture = new LargePicture(ImageFiles.read(Path.of(args[0])), size);
        Path file = Path.of(args[1]);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            if (args[1].endsWith(".png")) {
                picture.png(out);
            } else {
                picture.tiff(out);
            }
        }
    }

    private byte[] row(int row) {
        byte[] samples = new byte[size.width() * 3];
        byte[] from = photo.sharedBytes();
        long noise = row * 0x9E3779B97F4A7C15L;
        for (int column = 0; column < size.width(); column++) {
            int copy = row / photo.height() * 7 + column / photo.width() * 3;
            int at = photo.size().index(row % photo.height(), column % photo.width()) * 3;
            noise = noise * 6364136223846793005L + 1442695040888963407L;
            for (int channel = 0; channel < 3; channel++) {
                int sample =
                        (from[at + channel] & 0xFF) * (8 + copy % 9) / 16 + (int) ((noise >>> (60 - 4 * channel)) & 15);
                samples[column * 3 + channel] = (byte) sample;
            }
        }
        return samples;
    }

    private void png(OutputStream out) throws IOException {
        PngWriter writer = PngWriter.of(size, Layout.RGB, SampleType.UINT8, out);
        for (int row = 0; row < size.height(); row++) {
            writer.add(Image.wrap(new Size(1, size.width()), Layout.RGB, row(row)));
        }
        writer.finish();
    }

    /** Strips of 16 rows; where they lie stands before them. */
    private void tiff(OutputStream out) throws IOException {
        int strips = (size.height() + STRIP - 1) / STRIP;
        long strip = (long) STRIP * size.width() * 3;
        int[][] tags = {
            {256, size.width()},
            {257, size.height()},
            {258, 8},
            {259, 1},
            {262, 2},
            {273, 0},
            {277, 3},
            {278, STRIP},
            {279, 0}
        };
        int lists = 8 + 2 + 12 * tags.length + 4;
        ByteBuffer head = ByteBuffer.allocate(lists + 8 * strips).order(ByteOrder.LITTLE_ENDIAN);
        head.put(new byte[] {'I', 'I', 42, 0}).putInt(8).putShort((short) tags.length);
        for (int[] tag : tags) {
            boolean list = tag[0] == 273 || tag[0] == 279;
            head.putShort((short) tag[0]).putShort((short) 4).putInt(list ? strips : 1);
            head.putInt(list ? lists + (tag[0] == 273 ? 0 : 4 * strips) : tag[1]);
        }
        head.putInt(0);
        for (int at = 0; at < strips; at++) {
            head.putInt((int) (head.capacity() + at * strip));
        }
        for (int at = 0; at < strips; at++) {
            head.putInt((int) Math.min(strip, (size.height() - (long) at * STRIP) * size.width() * 3));
        }
        out.write(head.array());
        for (int row = 0; row < size.height(); row++) {
            out.write(row(row));
        }
    }
}
