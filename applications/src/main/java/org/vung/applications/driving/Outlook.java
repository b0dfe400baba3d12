package org.vung.applications.driving;

import java.util.List;
import org.vung.grid.Components;
import org.vung.grid.Neighbourhood;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import org.vung.mask.RunLengths;
import org.vung.measure.rule.Verdict;
import org.vung.measure.rule.Watch;
import org.vung.measure.scene.Coverage;
import org.vung.measure.scene.Legend;
import org.vung.measure.scene.Measurement;
import org.vung.measure.scene.Part;
import org.vung.measure.scene.Scene;

/**
 * What lies ahead in one frame.
 *
 * @param ahead shares of the whole corridor
 * @param bands shares of each band
 * @param nearest distance to the nearest thing in the corridor that is large enough, beside that of the lower edge; infinite if none
 * @param warnings what the rules say
 */
record Outlook(Coverage ahead, List<Coverage> bands, double nearest, List<Verdict> warnings) {

    /** Pixels of the smallest thing that has a distance. */
    private static final int LEAST = 40;

    /** What the corridor is looked at for, and its shape. */
    record View(Corridor corridor, Legend legend, List<Part> parts) {

        static View of(Corridor corridor, List<String> classes, Size size) {
            return new View(corridor, Legend.classes(classes).ignoring(classes.size()), corridor.bands(size));
        }
    }

    static Outlook of(LabelMap labels, View view, Watch watch) {
        Measurement measurement =
                Scene.of(labels, view.legend).within(view.parts).measure();
        List<Verdict> warnings = watch.judge(measurement);
        return new Outlook(measurement.image(), measurement.parts(), nearest(labels, view), warnings);
    }

    double share(Legend legend, String name) {
        return ahead.share(legend.indexOf(name));
    }

    /** By the lowest row of the things in the corridor, where they stand on the ground. */
    private static double nearest(LabelMap labels, View view) {
        boolean[] things = new boolean[labels.size().pixels()];
        int[] names = labels.sharedLabels();
        List<Integer> wanted = List.of(
                view.legend.indexOf("car"), view.legend.indexOf("pedestrian"), view.legend.indexOf("bicyclist"));
        for (Part part : view.parts) {
            RunLengths pixels = part.mask();
            pixels.forEachPixel(pixel -> things[pixel] = wanted.contains(names[pixel]));
        }
        int height = labels.size().height();
        int width = labels.size().width();
        int[] components = Components.label(things, height, width, Neighbourhood.EIGHT);
        int[] areas = new int[things.length];
        int[] lowest = new int[things.length];
        for (int pixel = 0; pixel < things.length; pixel++) {
            if (things[pixel]) {
                areas[components[pixel]]++;
                lowest[components[pixel]] = pixel / width;
            }
        }
        int row = -1;
        for (int component = 0; component < areas.length; component++) {
            row = areas[component] >= LEAST ? Math.max(row, lowest[component]) : row;
        }
        return row < 0 ? Double.POSITIVE_INFINITY : view.corridor.distance((row + 1.0) / height);
    }
}
