package org.vung.checks.examples;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

/**
 * A printed page photographed in bad light: bright at one corner, a shadow across another, so that no single threshold can
 * part ink from paper.
 */
final class Page {

    private static final String[] LINES = {
        "VUNG MEANS REGION",
        "",
        "ONE THRESHOLD FOR A WHOLE PAGE",
        "FAILS WHERE A SHADOW FALLS ON IT",
        "SO EVERY PIXEL IS COMPARED WITH",
        "THE MEAN OF ITS OWN NEIGHBOURS",
        "INK STAYS INK AND PAPER PAPER",
        "",
        "OTSU NIBLACK SAUVOLA ADAPTIVE",
        "TRY THEM ALL AND LOOK AT THIS",
        "PAGE BEFORE YOU TRUST A NUMBER",
    };

    /** Strokes on a grid 4 wide and 6 high: pairs of digits are points, a blank lifts the pen. */
    private static final String STROKES =
            "A:062046 1434|B:00063645443303 3342413000|C:4130100105163645|D:00063645413000|"
                    + "E:40000646 0333|F:400006 0333|G:41301001051636454323|H:0006 4046 0343|I:1030 2026 1636|J:4045361605|"
                    + "K:0006 400346|L:000646|M:0600234046|N:06004640|O:100105163645413010|P:06003041423303|Q:100105163645413010 2546|"
                    + "R:06003041423303 2346|S:413010010213334445361605|T:0040 2026|U:000516364540|V:002640|W:0016233640|X:0046 4006|"
                    + "Y:002340 2326|Z:00400646";

    private static final Map<Character, double[][]> GLYPHS = glyphs();

    private Page() {}

    static Image paint(int height, int width) {
        byte[] samples = new byte[height * width];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double y = row + 1.5 * Math.sin(column / 90.0) + column * 0.012;
                double ink = ink(y, column, width);
                double paper = 205 + 14 * (Noise.cloudy(row / 5.0, column / 5.0, 1) - 0.5);
                double light = light((double) row / height, (double) column / width);
                double seen = light * (paper * (1 - ink) + 45 * ink) + 1.6 * Noise.grain(row, column, 5);
                samples[row * width + column] = Camera.level(seen);
            }
        }
        return Image.wrap(new Size(height, width), Layout.GREY, samples);
    }

    private static double light(double y, double x) {
        double lamp = 0.62 + 0.55 * Math.exp(-((x - 0.15) * (x - 0.15) + (y - 0.1) * (y - 0.1)) / 0.35);
        double edge = x * 0.9 + y * 1.1 - 1.25 + 0.04 * Math.sin(9 * x);
        double shadow = 1 - 0.66 / (1 + Math.exp(-edge * 22));
        return lamp * shadow;
    }

    /** Share of ink, 0 … 1, with soft edges. */
    private static double ink(double y, double x, int width) {
        double cell = width / 37.0;
        double scale = cell / 6.2;
        int line = (int) Math.floor((y - 2.2 * cell) / (1.9 * cell));
        int place = (int) Math.floor((x - 2.2 * cell) / cell);
        if (line < 0 || line >= LINES.length || place < 0 || place >= LINES[line].length()) {
            return 0;
        }
        double[][] strokes = GLYPHS.getOrDefault(LINES[line].charAt(place), new double[0][]);
        double v = (y - (2.2 + line * 1.9) * cell) / scale - 1.5;
        double u = (x - (2.2 + place) * cell) / scale - 1;
        double nearest = Double.MAX_VALUE;
        for (double[] stroke : strokes) {
            nearest = Math.min(nearest, gap(stroke, u, v));
        }
        return 1 / (1 + Math.exp((nearest - 0.5) * 7));
    }

    private static double gap(double[] stroke, double u, double v) {
        double du = stroke[2] - stroke[0];
        double dv = stroke[3] - stroke[1];
        double along = ((u - stroke[0]) * du + (v - stroke[1]) * dv) / (du * du + dv * dv);
        double t = Math.max(0, Math.min(1, along));
        return Math.hypot(u - stroke[0] - t * du, v - stroke[1] - t * dv);
    }

    private static Map<Character, double[][]> glyphs() {
        Map<Character, double[][]> glyphs = new HashMap<>();
        for (String entry : STROKES.toUpperCase(Locale.ROOT).split("\\|", -1)) {
            glyphs.put(entry.charAt(0), strokes(entry.substring(2)));
        }
        return glyphs;
    }

    private static double[][] strokes(String text) {
        return java.util.Arrays.stream(text.split(" ", -1))
                .flatMap(pen -> java.util.stream.IntStream.range(0, pen.length() / 2 - 1)
                        .mapToObj(i -> new double[] {
                            pen.charAt(2 * i) - '0', pen.charAt(2 * i + 1) - '0',
                            pen.charAt(2 * i + 2) - '0', pen.charAt(2 * i + 3) - '0'
                        }))
                .toArray(double[][]::new);
    }
}
