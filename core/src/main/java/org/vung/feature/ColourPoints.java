package org.vung.feature;

import java.util.Arrays;
import org.vung.cluster.Points;
import org.vung.image.Image;
import org.vung.image.Lab;
import org.vung.image.Layout;
import org.vung.image.SampleType;
import org.vung.image.Size;
import org.vung.image.colour.Colours;

/**
 * The pixels of an image as weighted points: one point per distinct colour, or per pixel where its place counts too. Pixels
 * with NaN or infinite channels are left out.
 */
public final class ColourPoints {

    private final Colours colours;
    private final Points points;
    /** The colour behind each point. */
    private final int[] kept;

    private ColourPoints(Colours colours, Points points, int[] kept) {
        this.colours = colours;
        this.points = points;
        this.kept = kept;
    }

    /**
     * Makes points of an image.
     *
     * @param image any layout; opacity is ignored
     * @param space the colour axes
     * @param position colour units per pixel: rows and columns times this number are appended as two more axes; 0 for none
     * @return the points and the way back to the pixels
     * @throws IllegalArgumentException if {@link Space#LAB} is asked of bands
     */
    public static ColourPoints of(Image image, Space space, double position) {
        Colours colours = position > 0 ? Colours.eachPixel(image) : Colours.of(image);
        float[][] axes = space == Space.LAB ? lab(image, colours) : stored(colours);
        if (position > 0) {
            axes = withPlace(axes, image.size(), position);
        }
        int[] kept = image.type() == SampleType.FLOAT32 ? finite(axes, colours.count()) : everything(colours.count());
        int[] weights = colours.sharedCounts();
        if (kept.length < colours.count()) {
            weights = select(weights, kept);
            for (int axis = 0; axis < axes.length; axis++) {
                axes[axis] = select(axes[axis], kept);
            }
        }
        boolean whole = image.type() != SampleType.FLOAT32 && space == Space.RGB && position == Math.rint(position);
        return new ColourPoints(colours, Points.centred(axes, weights, whole), kept);
    }

    /**
     * The points.
     *
     * @return at least 0 of them
     */
    public Points points() {
        return points;
    }

    /**
     * How many pixels were left out because a channel is NaN or infinite.
     *
     * @return 0 … number of pixels
     */
    public int missing() {
        return colours.count() - kept.length;
    }

    /**
     * Gives every pixel the label of its point.
     *
     * @param perPoint a label per point, in the order of {@link #points()}
     * @param missing the label of pixels that were left out
     * @return a label per pixel, row by row
     */
    public int[] spread(int[] perPoint, int missing) {
        if (kept.length == colours.count()) {
            return colours.spread(perPoint);
        }
        int[] perColour = new int[colours.count()];
        Arrays.fill(perColour, missing);
        for (int point = 0; point < kept.length; point++) {
            perColour[kept[point]] = perPoint[point];
        }
        return colours.spread(perColour);
    }

    /**
     * The point of every pixel.
     *
     * @return indices of points, row by row; −1 for pixels that were left out
     */
    public int[] index() {
        return spread(everything(kept.length), -1);
    }

    private static float[][] stored(Colours colours) {
        int channels = colours.channels();
        float[] values = colours.sharedValues();
        float[][] axes = new float[channels][colours.count()];
        for (int channel = 0; channel < channels; channel++) {
            float[] axis = axes[channel];
            for (int colour = 0, at = channel; colour < axis.length; colour++, at += channels) {
                axis[colour] = values[at];
            }
        }
        return axes;
    }

    private static float[][] lab(Image image, Colours colours) {
        int channels = colours.channels();
        if (image.layout() == Layout.BANDS || (channels != 1 && channels != 3)) {
            throw new IllegalArgumentException(
                    "image must have colour or grey to become CIELAB, got " + image + "; use space=rgb");
        }
        float white = image.type().white();
        boolean grey = channels == 1;
        float[][] axes = new float[grey ? 1 : 3][colours.count()];
        for (int colour = 0; colour < colours.count(); colour++) {
            double red = colours.value(colour, 0) / white;
            double green = grey ? red : colours.value(colour, 1) / white;
            double blue = grey ? red : colours.value(colour, 2) / white;
            double[] lab = Lab.of(red, green, blue);
            for (int axis = 0; axis < axes.length; axis++) {
                axes[axis][colour] = (float) lab[axis];
            }
        }
        return axes;
    }

    private static float[][] withPlace(float[][] axes, Size size, double position) {
        float[][] more = Arrays.copyOf(axes, axes.length + 2);
        float[] rows = new float[size.pixels()];
        float[] columns = new float[size.pixels()];
        for (int pixel = 0; pixel < rows.length; pixel++) {
            int row = pixel / size.width();
            rows[pixel] = (float) (position * row);
            columns[pixel] = (float) (position * (pixel - row * size.width()));
        }
        more[axes.length] = rows;
        more[axes.length + 1] = columns;
        return more;
    }

    private static int[] finite(float[][] axes, int count) {
        int[] kept = new int[count];
        int left = 0;
        for (int point = 0; point < count; point++) {
            boolean finite = true;
            for (float[] axis : axes) {
                finite &= Float.isFinite(axis[point]);
            }
            if (finite) {
                kept[left++] = point;
            }
        }
        return Arrays.copyOf(kept, left);
    }

    private static int[] everything(int count) {
        int[] all = new int[count];
        for (int at = 0; at < count; at++) {
            all[at] = at;
        }
        return all;
    }

    private static int[] select(int[] values, int[] kept) {
        int[] chosen = new int[kept.length];
        for (int at = 0; at < kept.length; at++) {
            chosen[at] = values[kept[at]];
        }
        return chosen;
    }

    private static float[] select(float[] values, int[] kept) {
        float[] chosen = new float[kept.length];
        for (int at = 0; at < kept.length; at++) {
            chosen[at] = values[kept[at]];
        }
        return chosen;
    }
}
