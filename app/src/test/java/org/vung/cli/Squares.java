package org.vung.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;

/** A data set of five photos of 40×48 with a bright square each, and their masks. */
final class Squares {

    static final int HEIGHT = 40;
    static final int WIDTH = 48;

    private static final int COUNT = 5;
    private static final int SIDE = 20;

    private Squares() {}

    static void write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("images"));
        Files.createDirectories(folder.resolve("masks"));
        for (int at = 0; at < COUNT; at++) {
            Random random = new Random(at);
            byte[] photo = new byte[HEIGHT * WIDTH];
            byte[] mask = new byte[HEIGHT * WIDTH];
            int top = random.nextInt(HEIGHT - SIDE);
            int left = random.nextInt(WIDTH - SIDE);
            for (int pixel = 0; pixel < photo.length; pixel++) {
                int row = pixel / WIDTH;
                int column = pixel % WIDTH;
                boolean inside = row >= top && row < top + SIDE && column >= left && column < left + SIDE;
                photo[pixel] = (byte) ((inside ? 180 : 60) + random.nextInt(40));
                mask[pixel] = (byte) (inside ? 255 : 0);
            }
            write(photo, folder.resolve("images/p" + at + ".png"));
            write(mask, folder.resolve("masks/p" + at + ".png"));
        }
    }

    private static void write(byte[] grey, Path file) throws IOException {
        ImageFiles.write(Image.wrap(new Size(HEIGHT, WIDTH), Layout.GREY, grey), file, Existing.KEEP);
    }
}
