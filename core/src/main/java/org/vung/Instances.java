package org.vung;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.mask.RunLengths;

/**
 * Objects one by one, each with a class and a score. They may overlap.
 *
 * @param size of the image
 * @param objects the surest first
 * @param classes what the categories of the objects mean
 * @param findings what the method reports about its choice
 */
public record Instances(Size size, List<Instance> objects, List<LabelClass> classes, Findings findings)
        implements Segmentation {

    /** A method that finds objects one by one. */
    @FunctionalInterface
    public interface Finder extends Segmenter {

        @Override
        Instances segment(Image image);

        /**
         * Whether its objects have masks.
         *
         * @return false of a method that finds boxes alone
         */
        default boolean hasMasks() {
            return true;
        }
    }

    /** Copies the lists and checks that every object has its class and its mask the image's size. */
    public Instances {
        objects = List.copyOf(objects);
        classes = List.copyOf(classes);
        for (Instance object : objects) {
            if (object.category() >= classes.size()) {
                throw new IllegalArgumentException("classes must be at least " + (object.category() + 1)
                        + " for these objects, got " + classes.size());
            }
            Optional<RunLengths> odd = object.mask().filter(mask -> !mask.size().equals(size));
            if (odd.isPresent()) {
                throw new IllegalArgumentException("masks must have the image's size " + size + ", got "
                        + odd.get().size());
            }
        }
    }

    /**
     * One label per pixel: 0 where nothing was found, k for the k-th object. Where objects overlap, the surer one has the pixel; one
     * without a mask has those whose centres lie in its box. An object that lies under surer ones altogether has no pixel.
     */
    @Override
    public LabelMap labels() {
        return painted(at -> at + 1);
    }

    /**
     * The classes of the objects, as if nobody had told them apart.
     *
     * @return one label per pixel: 0 where nothing was found, k + 1 for class k
     */
    public LabelMap categories() {
        return painted(at -> objects.get(at).category() + 1);
    }

    private LabelMap painted(IntUnaryOperator label) {
        int[] labels = new int[size.pixels()];
        for (int at = objects.size() - 1; at >= 0; at--) {
            pixels(objects.get(at)).paint(labels, label.applyAsInt(at));
        }
        return LabelMap.wrap(size, labels);
    }

    /**
     * Those that the method is sure of.
     *
     * @param score the least, 0 … 1
     * @return the same without the others
     */
    public Instances surer(double score) {
        return only(objects.stream().filter(object -> object.score() >= score).toList());
    }

    /**
     * Those of which enough is seen, when the surer ones lie above: an object found twice is told once, though its boxes agree too
     * little for suppression. Of the classes of an object only the surest is left. An object without pixels is never seen.
     *
     * <p>Source: A. Kirillov, K. He, R. Girshick, C. Rother and P. Dollár, "Panoptic Segmentation", CVPR 2019, arXiv:1801.00868, how
     * they lay the objects of Mask R-CNN side by side.
     *
     * @param share least part of its own pixels that no surer object which is left covers, 0 … 1
     * @return the same without the others; masks are not changed
     */
    public Instances visible(double share) {
        boolean[] covered = new boolean[size.pixels()];
        List<Instance> seen = new ArrayList<>();
        for (Instance object : objects) {
            RunLengths pixels = pixels(object);
            int[] free = {0};
            pixels.forEachPixel(pixel -> free[0] += covered[pixel] ? 0 : 1);
            if (free[0] > 0 && free[0] >= share * pixels.area()) {
                seen.add(object);
                pixels.forEachPixel(pixel -> covered[pixel] = true);
            }
        }
        return only(seen);
    }

    private Instances only(List<Instance> some) {
        return new Instances(size, some, classes, findings);
    }

    /**
     * The pixels of an object, whatever lies above it.
     *
     * @param object of this image
     * @return its mask, or the pixels whose centres lie in its box if it has none
     */
    public RunLengths pixels(Instance object) {
        return object.mask().orElseGet(() -> within(object));
    }

    private RunLengths within(Instance object) {
        int top = first(object.row(), size.height());
        int left = first(object.column(), size.width());
        int bottom = first(object.row() + object.height(), size.height());
        int right = first(object.column() + object.width(), size.width());
        boolean[] inside = new boolean[size.pixels()];
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                inside[size.index(row, column)] = true;
            }
        }
        return RunLengths.of(size, inside);
    }

    /** The first pixel whose centre is not before an edge. */
    private static int first(float edge, int length) {
        return (int) Math.max(0, Math.min(length, Math.ceil(edge - 0.5)));
    }
}
