package org.vung.data.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vung.data.Dataset;
import org.vung.data.format.Datasets;
import org.vung.data.order.SplitMix64;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;

/** A folder of images and masks of the classes 0, 1 and 2: sound at first, then damaged file by file. */
final class DamagedSet {

    static final Size SIZE = new Size(48, 64);

    private final Path folder;

    /** Images 0 … count − 1, each a smooth chance picture of its own with a disc of class 1 or 2 in it. */
    DamagedSet(Path folder, int count) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("images"));
        Files.createDirectories(folder.resolve("masks"));
        for (int number = 0; number < count; number++) {
            image(number + ".png", picture(number, SIZE));
            mask(number + ".png", disc(SIZE, 1 + number % 2));
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Dataset open(String options) throws IOException {
        return Datasets.open(folder, Optional.of("pairs:unpaired=skip," + options));
    }

    void image(String name, Image image) throws IOException {
        ImageFiles.write(image, folder.resolve("images").resolve(name), Existing.REPLACE);
    }

    void mask(String name, Image mask) throws IOException {
        ImageFiles.write(mask, folder.resolve("masks").resolve(name), Existing.REPLACE);
    }

    /** Waves of chance length and direction, so that no two are alike. */
    static Image picture(long seed, Size size) {
        SplitMix64 random = new SplitMix64(seed);
        double[] waves = new double[12];
        for (int at = 0; at < waves.length; at++) {
            waves[at] = random.nextDouble(-0.4, 0.4);
        }
        byte[] samples = new byte[size.pixels()];
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                double sum = 0;
                for (int wave = 0; wave < waves.length; wave += 2) {
                    sum += Math.sin(waves[wave] * row + waves[wave + 1] * column + wave);
                }
                samples[size.index(row, column)] = (byte) (128 + 20 * sum);
            }
        }
        return Image.wrap(size, Layout.GREY, samples);
    }

    /** A disc of a value on 0. */
    static Image disc(Size size, int value) {
        byte[] samples = new byte[size.pixels()];
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                double away = Math.hypot(row - size.height() / 2.0, column - size.width() / 2.0);
                samples[size.index(row, column)] = (byte) (away < size.height() / 3.0 ? value : 0);
            }
        }
        return Image.wrap(size, Layout.GREY, samples);
    }

    /** The image at twice its size by bilinear interpolation, as a tool that takes masks for photos does it. */
    static Image doubled(Image image) {
        Size size = new Size(2 * image.height(), 2 * image.width());
        byte[] samples = new byte[size.pixels()];
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                samples[size.index(row, column)] = (byte) Math.round(at(image, (row - 0.5) / 2, (column - 0.5) / 2));
            }
        }
        return Image.wrap(size, Layout.GREY, samples);
    }

    private static double at(Image image, double row, double column) {
        int top = (int) Math.floor(row);
        int left = (int) Math.floor(column);
        double sum = 0;
        for (int down = 0; down < 2; down++) {
            for (int right = 0; right < 2; right++) {
                int y = Math.max(0, Math.min(image.height() - 1, top + down));
                int x = Math.max(0, Math.min(image.width() - 1, left + right));
                sum += image.sample(y, x, 0) * (1 - Math.abs(row - top - down)) * (1 - Math.abs(column - left - right));
            }
        }
        return sum;
    }
}
