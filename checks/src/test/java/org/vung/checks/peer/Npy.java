package org.vung.checks.peer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

/** NumPy's array files, version 1.0, little endian, C order: the shapes the comparisons exchange. */
public final class Npy {

    private static final Pattern HEADER =
            Pattern.compile("'descr': '([^']+)'.*'fortran_order': False.*'shape': \\(([^)]*)\\)");

    private Npy() {}

    /**
     * Reads an image.
     *
     * @param file an array of uint8, uint16 or float32 [height, width] or [height, width, channels]
     * @return the image, laid out as usual for so many channels
     * @throws IOException if the file is not such an array
     */
    public static Image readImage(Path file) throws IOException {
        ByteBuffer data = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        Matcher header = header(data, file);
        int[] shape = shape(header);
        int channels = shape.length == 3 ? shape[2] : 1;
        Size size = new Size(shape[0], shape[1]);
        Layout layout = Layout.usual(channels);
        int length = size.pixels() * channels;
        switch (header.group(1)) {
            case "|u1" -> {
                byte[] samples = new byte[length];
                data.get(samples);
                return Image.wrap(size, layout, samples);
            }
            case "<u2" -> {
                short[] samples = new short[length];
                data.asShortBuffer().get(samples);
                return Image.wrap(size, layout, samples);
            }
            case "<f4" -> {
                float[] samples = new float[length];
                data.asFloatBuffer().get(samples);
                return Image.wrap(size, layout, samples);
            }
            default -> throw new IOException(file + " must hold uint8, uint16 or float32, got " + header.group(1));
        }
    }

    /**
     * Reads numbers.
     *
     * @param file an array of float64 of any shape
     * @return its values in C order
     * @throws IOException if the file is not such an array
     */
    public static double[] readDoubles(Path file) throws IOException {
        ByteBuffer data = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        Matcher header = header(data, file);
        if (!header.group(1).equals("<f8")) {
            throw new IOException(file + " must hold float64, got " + header.group(1));
        }
        double[] values = new double[data.remaining() / Double.BYTES];
        data.asDoubleBuffer().get(values);
        return values;
    }

    /**
     * Writes labels or other whole numbers as int32.
     *
     * @param file replaced if it exists
     * @param values in C order
     * @param shape lengths of the axes
     * @throws IOException if writing fails
     */
    public static void write(Path file, int[] values, int... shape) throws IOException {
        write(
                file,
                "<i4",
                shape,
                values.length * Integer.BYTES,
                out -> out.asIntBuffer().put(values));
    }

    /**
     * Writes numbers as float64.
     *
     * @param file replaced if it exists
     * @param values in C order
     * @param shape lengths of the axes
     * @throws IOException if writing fails
     */
    public static void write(Path file, double[] values, int... shape) throws IOException {
        write(
                file,
                "<f8",
                shape,
                values.length * Double.BYTES,
                out -> out.asDoubleBuffer().put(values));
    }

    /**
     * Writes an image as uint8, uint16 or float32.
     *
     * @param file replaced if it exists
     * @param image of any sample type
     * @throws IOException if writing fails
     */
    public static void write(Path file, Image image) throws IOException {
        int[] shape = {image.height(), image.width(), image.channels()};
        int length = image.size().pixels() * image.channels();
        switch (image.type()) {
            case UINT8 -> write(file, "|u1", shape, length, out -> out.put(image.sharedBytes()));
            case UINT16 ->
                write(file, "<u2", shape, length * 2, out -> out.asShortBuffer().put(image.sharedShorts()));
            case FLOAT32 ->
                write(file, "<f4", shape, length * 4, out -> out.asFloatBuffer().put(image.sharedFloats()));
        }
    }

    private static void write(Path file, String type, int[] shape, int length, Consumer<ByteBuffer> content)
            throws IOException {
        String axes = Arrays.toString(shape).replace("[", "").replace("]", "");
        String dictionary = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + axes
                + (shape.length == 1 ? "," : "") + "), }";
        int start = (10 + dictionary.length() + 1 + 63) / 64 * 64;
        byte[] bytes = new byte[start + length];
        ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        out.putShort((short) (start - 10));
        out.put((dictionary + " ".repeat(start - 11 - dictionary.length()) + "\n").getBytes(StandardCharsets.US_ASCII));
        content.accept(out);
        Files.write(file, bytes);
    }

    private static Matcher header(ByteBuffer data, Path file) throws IOException {
        data.position(8);
        byte[] text = new byte[data.getShort() & 0xFFFF];
        data.get(text);
        Matcher header = HEADER.matcher(new String(text, StandardCharsets.US_ASCII));
        if (!header.find()) {
            throw new IOException(file + " must be a C-ordered NumPy array, got header " + header);
        }
        return header;
    }

    private static int[] shape(Matcher header) {
        return Arrays.stream(header.group(2).split(","))
                .map(String::strip)
                .filter(axis -> !axis.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
