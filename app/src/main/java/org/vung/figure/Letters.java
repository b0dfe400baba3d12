package org.vung.figure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringTokenizer;

/**
 * The letters of {@code letters.txt}: ASCII, a few signs, and the marks that Latin letters carry, so that Vietnamese names
 * are legible. Units are a twelfth of a capital's height, y upwards from the baseline.
 *
 * @param width of the ink
 * @param strokes chains x, y, x, y …, curves already flattened
 */
record Letters(double width, List<double[]> strokes) {

    private static final Map<String, Letters> ALL = read();
    private static final int STEPS = 6;

    private static final Map<Character, String> MARKS = Map.ofEntries(
            Map.entry('\u0300', "grave"),
            Map.entry('\u0301', "acute"),
            Map.entry('\u0302', "circumflex"),
            Map.entry('\u0303', "tilde"),
            Map.entry('\u0306', "breve"),
            Map.entry('\u0308', "diaeresis"),
            Map.entry('\u0309', "hook"),
            Map.entry('\u030A', "ring"),
            Map.entry('\u030C', "caron"),
            Map.entry('\u031B', "horn"),
            Map.entry('\u0323', "dot-below"),
            Map.entry('\u0327', "cedilla"));

    /** The letter for a sign; an empty box where there is none. */
    static Letters of(char sign) {
        Letters letter = ALL.get(String.valueOf(sign));
        return letter != null ? letter : named("missing");
    }

    /** Whether the sign is a mark that sits on the letter before it. */
    static boolean isMark(char sign) {
        return Character.getType(sign) == Character.NON_SPACING_MARK;
    }

    /** This letter with a mark on it; a mark that is not known is left out. */
    Letters with(char mark, boolean capital) {
        String name = MARKS.get(mark);
        if (name == null) {
            return this;
        }
        double x = name.equals("horn") ? width : width / 2;
        double y = switch (name) {
            case "dot-below", "cedilla" -> 0;
            case "horn" -> capital ? 11 : 7;
            default -> 1.6 + top(capital ? 12 : 8);
        };
        List<double[]> both = new ArrayList<>(strokes);
        for (double[] stroke : named(name).strokes) {
            double[] moved = stroke.clone();
            for (int at = 0; at < moved.length; at++) {
                moved[at] += at % 2 == 0 ? x : y;
            }
            both.add(moved);
        }
        return new Letters(width, both);
    }

    private double top(double least) {
        double top = least;
        for (double[] stroke : strokes) {
            for (int at = 1; at < stroke.length; at += 2) {
                top = Math.max(top, stroke[at]);
            }
        }
        return top;
    }

    private static Letters named(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }

    private static Map<String, Letters> read() {
        Map<String, Letters> letters = new HashMap<>();
        letters.put(" ", new Letters(2.5, List.of()));
        try (InputStream file = Letters.class.getResourceAsStream("letters.txt");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("# ") || Character.isDigit(line.charAt(2))) {
                    read(new StringTokenizer(line), letters);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return letters;
    }

    private static void read(StringTokenizer words, Map<String, Letters> letters) {
        String name = words.nextToken();
        double width = Double.parseDouble(words.nextToken());
        List<double[]> strokes = new ArrayList<>();
        while (words.hasMoreTokens()) {
            strokes.add(stroke(words.nextToken()));
        }
        letters.put(name, new Letters(width, List.copyOf(strokes)));
    }

    private static double[] stroke(String text) {
        boolean closed = text.charAt(0) == '@';
        boolean curved = closed || text.charAt(0) == '~';
        StringTokenizer numbers = new StringTokenizer(curved ? text.substring(1) : text, ",;");
        double[] points = new double[numbers.countTokens()];
        for (int at = 0; at < points.length; at++) {
            points[at] = Double.parseDouble(numbers.nextToken());
        }
        return curved ? curve(points, closed) : points;
    }

    /** A quadratic B-spline: every point but the ends pulls the curve from one midpoint to the next. */
    private static double[] curve(double[] points, boolean closed) {
        int count = points.length / 2;
        int arcs = closed ? count : count - 2;
        double[] chain = new double[(arcs * STEPS + 1) * 2];
        for (int arc = 0; arc < arcs; arc++) {
            int pull = closed ? arc : arc + 1;
            for (int step = 0; step <= STEPS; step++) {
                double t = (double) step / STEPS;
                for (int axis = 0; axis < 2; axis++) {
                    double from = end(points, pull, -1, axis, closed);
                    double to = end(points, pull, 1, axis, closed);
                    chain[(arc * STEPS + step) * 2 + axis] =
                            (1 - t) * (1 - t) * from + 2 * t * (1 - t) * points[pull * 2 + axis] + t * t * to;
                }
            }
        }
        return chain;
    }

    private static double end(double[] points, int pull, int side, int axis, boolean closed) {
        int count = points.length / 2;
        int other = Math.floorMod(pull + side, count);
        boolean tip = !closed && (other == 0 || other == count - 1);
        double there = points[other * 2 + axis];
        return tip ? there : (there + points[pull * 2 + axis]) / 2;
    }
}
