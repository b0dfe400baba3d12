package org.vung.applications.medicine;

import java.util.ArrayList;
import java.util.List;
import org.vung.applications.sheet.Morphology;
import org.vung.grid.Components;
import org.vung.grid.DistanceTransform;
import org.vung.grid.Neighbourhood;
import org.vung.grid.Skeleton;
import org.vung.image.Gaussian;
import org.vung.image.Image;
import org.vung.image.Preview;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import org.vung.mask.RunLengths;
import org.vung.measure.scene.Part;

/** A photograph of the retina: its field of view, where the optic disc seems to be, the vessels around it. */
final class Retina {

    /** Of the width; about the radius of an optic disc in 45° of view. */
    private static final double DISC = 1 / 14.0;

    /** Darker is outside the field of view, of 255. */
    private static final double DARK = 35;

    private final Size size;
    private final boolean[] view;
    private final boolean[] vessels;
    private final int disc;

    /**
     * Looks at a photograph.
     *
     * @param photo in colour
     * @param labels 1 where there is a vessel
     */
    Retina(Image photo, LabelMap labels) {
        this.size = photo.size();
        Image rgb = Preview.rgb(photo.withoutAlpha());
        this.view = view(rgb);
        this.vessels = new boolean[view.length];
        int[] names = labels.sharedLabels();
        for (int pixel = 0; pixel < vessels.length; pixel++) {
            vessels[pixel] = names[pixel] == 1 && view[pixel];
        }
        this.disc = disc(rgb);
    }

    /** The largest part that is not black, without holes. */
    private boolean[] view(Image rgb) {
        double[] red = channel(rgb, 0);
        double[] smooth = new Gaussian(2).smooth(red, size, 1);
        boolean[] bright = new boolean[red.length];
        for (int pixel = 0; pixel < bright.length; pixel++) {
            bright[pixel] = smooth[pixel] > DARK;
        }
        int[] parts = Components.label(bright, size.height(), size.width(), Neighbourhood.FOUR);
        int[] areas = new int[parts.length];
        int best = 0;
        for (int pixel = 0; pixel < parts.length; pixel++) {
            areas[parts[pixel]] += bright[pixel] ? 1 : 0;
            best = areas[parts[pixel]] > areas[best] ? parts[pixel] : best;
        }
        boolean[] largest = new boolean[parts.length];
        for (int pixel = 0; pixel < parts.length; pixel++) {
            largest[pixel] = bright[pixel] && parts[pixel] == best;
        }
        return Morphology.filled(largest, size);
    }

    private static double[] channel(Image rgb, int channel) {
        byte[] samples = rgb.sharedBytes();
        double[] values = new double[samples.length / 3];
        for (int pixel = 0; pixel < values.length; pixel++) {
            values[pixel] = samples[pixel * 3 + channel] & 0xFF;
        }
        return values;
    }

    /** Where it is brightest and vessels are many, away from the edge of the view. */
    private int disc(Image rgb) {
        double radius = DISC * size.width();
        double[] bright = new Gaussian(radius / 2).smooth(channel(rgb, 1), size, 1);
        double[] unit = new double[vessels.length];
        for (int pixel = 0; pixel < unit.length; pixel++) {
            unit[pixel] = vessels[pixel] ? 1 : 0;
        }
        double[] many = new Gaussian(radius / 2).smooth(unit, size, 1);
        boolean[] inner = Morphology.shrunk(view, size, radius);
        int best = size.index(size.height() / 2, size.width() / 2);
        double most = -1;
        for (int pixel = 0; pixel < inner.length; pixel++) {
            double score = bright[pixel] * (0.15 + many[pixel]);
            if (inner[pixel] && score > most) {
                most = score;
                best = pixel;
            }
        }
        return best;
    }

    boolean[] view() {
        return view;
    }

    boolean[] vessels() {
        return vessels;
    }

    int discRow() {
        return disc / size.width();
    }

    int discColumn() {
        return disc % size.width();
    }

    double discRadius() {
        return DISC * size.width();
    }

    /** The view in quarters around the disc, as the picture shows them. */
    List<Part> quarters() {
        String[] names = {"upper left", "upper right", "lower left", "lower right"};
        List<Part> quarters = new ArrayList<>();
        for (int quarter = 0; quarter < names.length; quarter++) {
            boolean[] mask = new boolean[view.length];
            for (int row = 0, pixel = 0; row < size.height(); row++) {
                for (int column = 0; column < size.width(); column++, pixel++) {
                    boolean lower = row >= discRow();
                    boolean right = column >= discColumn();
                    mask[pixel] = view[pixel] && (lower == (quarter >= 2)) && (right == (quarter % 2 == 1));
                }
            }
            RunLengths pixels = RunLengths.of(size, mask);
            if (pixels.area() > 0) {
                quarters.add(new Part(names[quarter], pixels));
            }
        }
        return quarters;
    }

    /** Length of the middle lines of the vessels, in pixels. */
    double length() {
        return Skeleton.length(Skeleton.of(vessels, size.height(), size.width()), size.height(), size.width());
    }

    /** Mean width of the vessels along their middle lines, in pixels. */
    double meanWidth() {
        boolean[] lines = Skeleton.of(vessels, size.height(), size.width());
        double[] away = DistanceTransform.toOutside(vessels, size.height(), size.width());
        double sum = 0;
        int count = 0;
        for (int pixel = 0; pixel < lines.length; pixel++) {
            if (lines[pixel]) {
                sum += 2 * away[pixel] - 1;
                count++;
            }
        }
        return sum / count;
    }

    static int count(boolean[] mask) {
        int count = 0;
        for (boolean inside : mask) {
            count += inside ? 1 : 0;
        }
        return count;
    }
}
