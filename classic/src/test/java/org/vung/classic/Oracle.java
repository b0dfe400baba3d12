package org.vung.classic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

/** What a peer answered: a file of lines, each a name and then numbers, hex samples or digits. */
public final class Oracle {

    private final Map<String, String> rows;

    private Oracle(Map<String, String> rows) {
        this.rows = rows;
    }

    /**
     * Reads a file of {@code org/vung/classic}.
     *
     * @param name such as {@code kmeans/start3.txt}
     * @return its rows
     */
    public static Oracle of(String name) {
        try (InputStream in = Objects.requireNonNull(Oracle.class.getResourceAsStream(name), name)) {
            Map<String, String> rows = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                int space = line.indexOf(' ');
                rows.put(line.substring(0, space), line.substring(space + 1));
            });
            return new Oracle(rows);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * The picture that {@code clusters.txt} holds.
     *
     * @return 8-bit RGB
     */
    public static Image picture() {
        Oracle file = of("clusters.txt");
        Size size = new Size((int) file.number("height"), (int) file.number("width"));
        return Image.wrap(size, Layout.RGB, HexFormat.of().parseHex(file.text("samples")));
    }

    /**
     * A row as it stands.
     *
     * @param name the row's
     * @return what follows the name
     */
    public String text(String name) {
        return Objects.requireNonNull(rows.get(name), name);
    }

    /**
     * A single number.
     *
     * @param name the row's
     * @return its value
     */
    public double number(String name) {
        return Double.parseDouble(text(name));
    }

    /**
     * A row of numbers.
     *
     * @param name the row's
     * @return its values
     */
    public double[] numbers(String name) {
        String[] texts = text(name).split(" ", -1);
        double[] numbers = new double[texts.length];
        for (int at = 0; at < numbers.length; at++) {
            numbers[at] = Double.parseDouble(texts[at]);
        }
        return numbers;
    }

    /**
     * A row of numbers as a table.
     *
     * @param name the row's
     * @param columns of the table
     * @return [numbers / columns][columns]
     */
    public double[][] table(String name, int columns) {
        double[] numbers = numbers(name);
        double[][] table = new double[numbers.length / columns][columns];
        for (int at = 0; at < numbers.length; at++) {
            table[at / columns][at % columns] = numbers[at];
        }
        return table;
    }

    /**
     * A row of digits, one a pixel.
     *
     * @param name the row's
     * @return labels 0 … 9
     */
    public int[] digits(String name) {
        return text(name).chars().map(digit -> digit - '0').toArray();
    }
}
