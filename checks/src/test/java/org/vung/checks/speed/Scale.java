package org.vung.checks.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.vung.Segmenter;
import org.vung.catalog.Catalog;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.file.ImageFiles;

/**
 * One method on one picture enlarged to so many megapixels: seconds of the second run, and the largest memory the process
 * held. {@code checks/scale} runs it once per cell of the table, each in a process of its own.
 */
public final class Scale {

    private Scale() {}

    /**
     * Measures one cell of the table.
     *
     * @param args method text, picture, megapixels
     * @throws IOException if the picture cannot be read
     */
    public static void main(String[] args) throws IOException {
        Segmenter segmenter = Catalog.segmenter(args[0]);
        int megapixels = Integer.parseInt(args[2]);
        Image image = enlarged(ImageFiles.read(Path.of(args[1])), megapixels << 20);
        long start = 0;
        for (int run = 0; run < 2; run++) {
            start = System.nanoTime();
            segmenter.segment(image);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%s\t%d\t%.3f\t%d%n", args[0], megapixels, seconds, peakMegabytes());
    }

    /** Bilinear enlargement with a grain of ±2, so that distinct colours and texture do not vanish. */
    static Image enlarged(Image small, int pixels) {
        int side = (int) Math.round(Math.sqrt(pixels));
        int channels = small.colourChannels();
        byte[] samples = new byte[side * side * channels];
        for (int row = 0; row < side; row++) {
            float y = Math.max(0, (row + 0.5f) * small.height() / side - 0.5f);
            for (int column = 0; column < side; column++) {
                float x = Math.max(0, (column + 0.5f) * small.width() / side - 0.5f);
                for (int channel = 0; channel < channels; channel++) {
                    int grain = ((row * 0x9E3779B1 ^ column * 0x85EBCA6B ^ channel * 0xC2B2AE35) >>> 13) % 5 - 2;
                    float value = between(small, y, x, channel) + grain;
                    samples[(row * side + column) * channels + channel] =
                            (byte) Math.max(0, Math.min(255, Math.round(value)));
                }
            }
        }
        return Image.wrap(new Size(side, side), Layout.usual(channels), samples);
    }

    private static float between(Image small, float y, float x, int channel) {
        int row = (int) y;
        int column = (int) x;
        int below = Math.min(row + 1, small.height() - 1);
        int right = Math.min(column + 1, small.width() - 1);
        float down = y - row;
        float along = x - column;
        float top = small.sample(row, column, channel) * (1 - along) + small.sample(row, right, channel) * along;
        float bottom = small.sample(below, column, channel) * (1 - along) + small.sample(below, right, channel) * along;
        return top * (1 - down) + bottom * down;
    }

    private static long peakMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return -1;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return -1;
    }
}
