package org.vung.applications.driving;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vung.applications.sheet.UsageException;
import org.vung.image.Size;
import org.vung.mask.RunLengths;
import org.vung.measure.scene.Part;

/**
 * The way ahead as it looks from a car on flat ground: a trapezoid whose sides meet at the horizon, in three bands by distance. All in shares
 * of the image's width and height.
 *
 * @param horizon row of the horizon
 * @param top row where the corridor ends in the distance, below the horizon
 * @param left column of its lower left corner
 * @param right column of its lower right corner
 * @param vanishing column where its sides would meet
 */
record Corridor(double horizon, double top, double left, double right, double vanishing) {

    private static final Pattern TEXT =
            Pattern.compile("horizon=([0-9.]+),top=([0-9.]+),left=([0-9.]+),right=([0-9.]+),vanishing=([0-9.]+)");

    /** Distances where bands end, beside that of the lower edge of the image. */
    private static final double[] BANDS = {2, 4};

    private static final List<String> NAMES = List.of("near", "middle", "far");

    Corridor {
        if (!(0 < horizon
                && horizon < top
                && top < 1
                && 0 <= left
                && left < right
                && right <= 1
                && vanishing >= 0
                && vanishing <= 1)) {
            throw new UsageException("corridor must have 0 < horizon < top < 1, 0 <= left < right <= 1 and vanishing"
                    + " 0 … 1, got horizon=" + horizon + ",top=" + top + ",left=" + left + ",right=" + right
                    + ",vanishing=" + vanishing);
        }
    }

    /** Reads what {@code --corridor} says. */
    static Corridor parse(String text) {
        Matcher numbers = TEXT.matcher(text.replace(" ", ""));
        if (!numbers.matches()) {
            throw new UsageException("corridor must read horizon=…,top=…,left=…,right=…,vanishing=… in shares of the"
                    + " image, got '" + text + "'");
        }
        double[] values = new double[5];
        for (int at = 0; at < values.length; at++) {
            try {
                values[at] = Double.parseDouble(numbers.group(at + 1));
            } catch (NumberFormatException wrong) {
                throw new UsageException("corridor must have numbers, got '" + text + "'");
            }
        }
        return new Corridor(values[0], values[1], values[2], values[3], values[4]);
    }

    /**
     * How far the ground at a row is.
     *
     * @param row share of the height, below the horizon
     * @return distance beside that of the lower edge of the image, at least 1
     */
    double distance(double row) {
        return (1 - horizon) / (row - horizon);
    }

    /** The row of a distance, as a share of the height. */
    private double row(double distance) {
        return horizon + (1 - horizon) / distance;
    }

    /** Left side at a row, as a share of the width. */
    private double leftAt(double row) {
        return vanishing + (left - vanishing) * (row - horizon) / (1 - horizon);
    }

    private double rightAt(double row) {
        return vanishing + (right - vanishing) * (row - horizon) / (1 - horizon);
    }

    /** The bands near, middle and far as parts of an image; those that have no pixel are left out. */
    List<Part> bands(Size size) {
        List<Part> bands = new ArrayList<>();
        for (int band = 0; band < NAMES.size(); band++) {
            double below = band == 0 ? 1 : row(BANDS[band - 1]);
            double above = band == BANDS.length ? top : Math.max(top, row(BANDS[band]));
            boolean[] mask = new boolean[size.pixels()];
            for (int r = 0; r < size.height(); r++) {
                double row = (r + 0.5) / size.height();
                for (int c = 0; c < size.width() && row >= above && row < below; c++) {
                    double column = (c + 0.5) / size.width();
                    mask[size.index(r, c)] = column >= leftAt(row) && column < rightAt(row);
                }
            }
            RunLengths pixels = RunLengths.of(size, mask);
            if (pixels.area() > 0) {
                bands.add(new Part(NAMES.get(band), pixels));
            }
        }
        return bands;
    }

    /** Outlines of the bands: column, row, column, row … in pixels. */
    List<double[]> lines(Size size) {
        List<double[]> lines = new ArrayList<>();
        lines.add(new double[] {
            leftAt(1) * size.width(),
            size.height(),
            leftAt(top) * size.width(),
            top * size.height(),
            rightAt(top) * size.width(),
            top * size.height(),
            rightAt(1) * size.width(),
            size.height()
        });
        for (double distance : BANDS) {
            double row = row(distance);
            if (row > top) {
                lines.add(new double[] {
                    leftAt(row) * size.width(), row * size.height(), rightAt(row) * size.width(), row * size.height()
                });
            }
        }
        return lines;
    }
}
