package org.vung.figure;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes text on a {@link Canvas}.
 *
 * @param height of a capital letter in pixels
 * @param colour 0xRRGGBB
 */
public record Pen(double height, int colour) {

    private static final double GAP = 3.2;

    /**
     * Pixels from one baseline to the next.
     *
     * @return twice the height of a capital
     */
    public int lineHeight() {
        return (int) Math.ceil(height * 2);
    }

    /**
     * Width of a text.
     *
     * @param text one line
     * @return pixels
     */
    public double width(String text) {
        double width = 0;
        for (Letters letter : letters(text)) {
            width += (letter.width() + GAP) * unit();
        }
        return width;
    }

    /**
     * Writes a text.
     *
     * @param canvas to write on
     * @param text one line
     * @param baseline row on which capitals stand
     * @param left column where it starts
     */
    public void write(Canvas canvas, String text, double baseline, double left) {
        write(canvas, text, new double[] {baseline, left}, 1.25 * unit());
    }

    /** Writes a text whose middle is at a column with strokes that are wider by so many pixels: an edge for the text on top of it. */
    void centreWide(Canvas canvas, String text, double[] baselineAndMiddle, double more) {
        double[] place = {baselineAndMiddle[0], baselineAndMiddle[1] - width(text) / 2};
        write(canvas, text, place, 1.25 * unit() + more);
    }

    private void write(Canvas canvas, String text, double[] place, double weight) {
        double baseline = place[0];
        double left = place[1];
        double x = left + GAP / 2 * unit();
        for (Letters letter : letters(text)) {
            List<double[]> placed = new ArrayList<>();
            for (double[] stroke : letter.strokes()) {
                double[] chain = new double[stroke.length];
                for (int at = 0; at < chain.length; at += 2) {
                    chain[at] = x + stroke[at] * unit();
                    chain[at + 1] = baseline - stroke[at + 1] * unit();
                }
                placed.add(chain);
            }
            if (!placed.isEmpty()) {
                canvas.stroke(placed, weight, colour);
            }
            x += (letter.width() + GAP) * unit();
        }
    }

    /**
     * Writes a text about its middle.
     *
     * @param canvas to write on
     * @param text one line
     * @param baseline row on which capitals stand
     * @param middle column of the middle
     */
    public void centre(Canvas canvas, String text, double baseline, double middle) {
        write(canvas, text, baseline, middle - width(text) / 2);
    }

    /** The text, or as much of its beginning as fits with an ellipsis. */
    String fit(String text, double width) {
        if (width(text) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + "…") > width) {
            end--;
        }
        return text.substring(0, end) + "…";
    }

    /**
     * The text on some lines, broken after commas, colons and spaces where it can be; the last one is cut with an ellipsis.
     *
     * @param text any
     * @param width of a line in pixels
     * @param most lines
     * @return at least one line
     */
    public List<String> wrap(String text, double width, int most) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (lines.size() < most - 1 && width(rest) > width) {
            int end = breakBefore(rest, width);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end);
        }
        lines.add(fit(rest, width));
        return lines;
    }

    private int breakBefore(String text, double width) {
        int end = 1;
        int nice = 0;
        while (end < text.length() && width(text.substring(0, end + 1)) <= width) {
            if (",: /".indexOf(text.charAt(end - 1)) >= 0) {
                nice = end;
            }
            end++;
        }
        return ",: /".indexOf(text.charAt(end - 1)) >= 0 || nice == 0 ? end : nice;
    }

    private double unit() {
        return height / 12;
    }

    private static List<Letters> letters(String text) {
        List<Letters> letters = new ArrayList<>();
        boolean capital = false;
        for (char sign : decomposed(text).toCharArray()) {
            if (!Letters.isMark(sign)) {
                letters.add(Letters.of(sign));
                capital = Character.isUpperCase(sign);
            } else if (!letters.isEmpty()) {
                letters.set(letters.size() - 1, letters.get(letters.size() - 1).with(sign, capital));
            }
        }
        return letters;
    }

    /** Letters and their marks apart, except that ASCII needs no taking apart. */
    private static String decomposed(String text) {
        return text.chars().allMatch(sign -> sign < 128) ? text : Normalizer.normalize(text, Normalizer.Form.NFD);
    }
}
