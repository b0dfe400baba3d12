package org.vung.data.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.vung.Instance;
import org.vung.Instances;
import org.vung.Segmentation;
import org.vung.Semantic;
import org.vung.data.file.Ids;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.label.Palette;
import org.vung.mask.RunLengths;
import org.vung.name.Bounds;

/**
 * The regions of one image, to be written as outlines. Polygons are made one region at a time, so that a drawing of ten thousand takes
 * no more memory than their masks.
 *
 * @param image its name, such as {@code photo.png}
 * @param size of the image
 * @param classes what the categories of the regions mean; none where regions have no classes
 * @param regions in the order in which they are written
 * @param tolerance how far a simplified line may lie from the edge, in pixels; 0 keeps the edge
 */
public record Drawing(String image, Size size, List<LabelClass> classes, List<Outlined> regions, double tolerance) {

    private static final double MOST_TOLERANCE = 1e6;

    /** Copies the lists and checks the numbers. */
    public Drawing {
        classes = List.copyOf(classes);
        regions = List.copyOf(regions);
        Bounds.check("tolerance of simplification", tolerance, 0, MOST_TOLERANCE);
        for (Outlined region : regions) {
            if (region.category() >= classes.size()) {
                throw new IllegalArgumentException("classes must be at least " + (region.category() + 1)
                        + " for these regions, got " + classes.size());
            }
            if (!region.mask().size().equals(size)) {
                throw new IllegalArgumentException("masks must have the image's size " + size + ", got "
                        + region.mask().size());
            }
        }
    }

    /**
     * The regions of an answer that have pixels: of a partition every label, of classes every class with all that belongs to it, of
     * objects every object, whatever lies above it. Ids are those of the label map, and k for the k-th object.
     *
     * @param image name of the image
     * @param answer what was found in it
     * @param palette the colour of every id
     * @return the exact drawing
     */
    public static Drawing of(String image, Segmentation answer, Palette palette) {
        List<Outlined> regions = new ArrayList<>();
        if (answer instanceof Instances found) {
            int id = 0;
            for (Instance object : found.objects()) {
                id++;
                RunLengths mask = found.pixels(object);
                if (mask.area() > 0) {
                    OptionalDouble score = OptionalDouble.of(shortest(object.score()));
                    regions.add(new Outlined(id, object.category(), score, palette.rgb(id), mask));
                }
            }
            return new Drawing(image, found.size(), found.classes(), regions, 0);
        }
        LabelMap labels = answer.labels();
        List<LabelClass> classes = answer instanceof Semantic semantic ? semantic.classes() : List.of();
        List<RunLengths> masks = Ids.masks(labels, -1);
        int[] areas = labels.areas();
        for (int label = 0; label < areas.length; label++) {
            if (areas[label] > 0) {
                int category = classes.isEmpty() ? -1 : label;
                RunLengths mask = masks.get(regions.size());
                regions.add(new Outlined(label, category, OptionalDouble.empty(), palette.rgb(label), mask));
            }
        }
        return new Drawing(image, labels.size(), classes, regions, 0);
    }

    /** 0.9, not 0.8999999761581421. */
    private static double shortest(float score) {
        return Double.parseDouble(Float.toString(score));
    }

    /**
     * A copy with simpler lines. Every region is simplified by itself: its parts and holes stay apart, but two neighbours may overlap or
     * leave a gap as wide as twice the tolerance.
     *
     * @param pixels how far a line may lie from the edge; 0 keeps the edge
     * @return the drawing
     * @throws IllegalArgumentException if it is below 0 or no number
     */
    public Drawing simplified(double pixels) {
        return new Drawing(image, size, classes, regions, pixels);
    }

    /**
     * The parts of a region.
     *
     * @param region of this drawing
     * @return at least one
     */
    public List<Polygon> polygons(Outlined region) {
        List<Polygon> exact = Polygon.of(region.mask());
        return tolerance == 0 ? exact : Simplification.of(exact, tolerance);
    }

    /**
     * The class of a region.
     *
     * @param region of this drawing
     * @return its name; empty where regions have no classes
     */
    public String name(Outlined region) {
        return region.category() < 0 ? "" : classes.get(region.category()).name();
    }

    /**
     * What people call a region.
     *
     * @param region of this drawing
     * @return {@code cell 0.93}, or {@code region 3} where regions have no classes
     */
    public String title(Outlined region) {
        String name = region.category() < 0 ? "region " + region.id() : name(region);
        return region.score().isPresent()
                ? name + String.format(Locale.ROOT, " %.2f", region.score().getAsDouble())
                : name;
    }
}
