package org.vung.applications.fire;

import java.util.List;
import org.vung.applications.sheet.Morphology;
import org.vung.applications.sheet.Pictures;
import org.vung.image.Size;
import org.vung.label.Boundaries;
import org.vung.label.LabelMap;
import org.vung.measure.PixelSize;
import org.vung.measure.Region;
import org.vung.measure.Regions;
import org.vung.measure.scene.Legend;
import org.vung.measure.scene.Measurement;
import org.vung.measure.scene.Scene;

/** What burns and what has burnt at one time, found or true. */
final class Sighting {

    static final int BURNT = 1;
    static final int FIRE = 2;

    private static final Legend LEGEND = Legend.classes(List.of("ground", "burnt", "fire"));
    private static final double NEAR = 3;

    private final double minute;
    private final Size size;
    private final PixelSize pixel;
    private final boolean[] burnt;
    private final boolean[] fire;

    /**
     * @param minute after the first photo
     * @param pixel size in metres, or none
     * @param burnt within the perimeter, fire included; given away
     * @param fire what burns; given away
     */
    Sighting(double minute, Size size, PixelSize pixel, boolean[] burnt, boolean[] fire) {
        this.minute = minute;
        this.size = size;
        this.pixel = pixel;
        this.burnt = burnt;
        this.fire = fire;
    }

    double minute() {
        return minute;
    }

    boolean[] burnt() {
        return burnt;
    }

    boolean[] fire() {
        return fire;
    }

    /** Ground 0, burnt 1, fire 2. */
    LabelMap labels() {
        int[] labels = new int[burnt.length];
        for (int at = 0; at < labels.length; at++) {
            labels[at] = fire[at] ? FIRE : burnt[at] ? BURNT : 0;
        }
        return LabelMap.wrap(size, labels);
    }

    /** For the rules. */
    Measurement measure() {
        return Scene.of(labels(), LEGEND).withPixel(pixel).measure();
    }

    /** Within the perimeter, in hectares. */
    double hectares() {
        return pixel.area(count(burnt)) / 10_000;
    }

    /** What burns, in hectares. */
    double burningHectares() {
        return pixel.area(count(fire)) / 10_000;
    }

    /** Length of the perimeter in kilometres. */
    double perimeter() {
        double pixels = Regions.of(Pictures.labels(burnt, size)).stream()
                .filter(region -> region.label() == 1)
                .mapToDouble(Region::perimeter)
                .sum();
        return pixel.length(pixels) / 1000;
    }

    /** The part of the perimeter at which it burns, in kilometres. */
    double front() {
        boolean[] edge = Boundaries.find(Pictures.labels(burnt, size), Boundaries.Mode.INNER);
        boolean[] near = Morphology.grown(fire, size, NEAR);
        long all = 0;
        long active = 0;
        for (int at = 0; at < edge.length; at++) {
            all += edge[at] ? 1 : 0;
            active += edge[at] && near[at] ? 1 : 0;
        }
        return all == 0 ? 0 : perimeter() * active / all;
    }

    private static int count(boolean[] mask) {
        int count = 0;
        for (boolean inside : mask) {
            count += inside ? 1 : 0;
        }
        return count;
    }

    /** Intersection over union, NaN of nothing with nothing. */
    static double iou(boolean[] one, boolean[] other) {
        int both = 0;
        int either = 0;
        for (int at = 0; at < one.length; at++) {
            both += one[at] && other[at] ? 1 : 0;
            either += one[at] || other[at] ? 1 : 0;
        }
        return both / (double) either;
    }
}
