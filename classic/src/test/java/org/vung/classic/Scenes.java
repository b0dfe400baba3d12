package org.vung.classic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Scanner;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

/** The grey pictures on which checks/peers/fixtures_threshold.py asked the peers. */
public final class Scenes {

    private Scenes() {}

    /**
     * One of the pictures.
     *
     * @param name {@code scene8}, {@code scene16}, or {@code scene32}: the 16-bit one divided by 4096
     * @return a grey image
     */
    public static Image named(String name) {
        Image image = read(name.equals("scene32") ? "scene16" : name);
        if (!name.equals("scene32")) {
            return image;
        }
        short[] deep = image.sharedShorts();
        float[] samples = new float[deep.length];
        for (int at = 0; at < deep.length; at++) {
            samples[at] = (deep[at] & 0xFFFF) / 4096f;
        }
        return Image.wrap(image.size(), Layout.GREY, samples);
    }

    private static Image read(String name) {
        try (InputStream in =
                Objects.requireNonNull(Scenes.class.getResourceAsStream("threshold/" + name + ".pgm"), name)) {
            byte[] file = in.readAllBytes();
            Scanner header = new Scanner(new String(file, 0, 20, StandardCharsets.ISO_8859_1));
            header.next();
            int width = header.nextInt();
            Size size = new Size(header.nextInt(), width);
            ByteBuffer pixels = ByteBuffer.wrap(file);
            if (header.nextInt() < 256) {
                byte[] samples = new byte[size.pixels()];
                pixels.position(file.length - samples.length).get(samples);
                return Image.wrap(size, Layout.GREY, samples);
            }
            short[] samples = new short[size.pixels()];
            pixels.position(file.length - 2 * samples.length).asShortBuffer().get(samples);
            return Image.wrap(size, Layout.GREY, samples);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
