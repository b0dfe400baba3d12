package org.vung.data.stats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.Truth;
import org.vung.image.Size;
import org.vung.label.LabelClass;

/**
 * What the truth of a data set holds.
 *
 * @param name of the set
 * @param images in it
 * @param groups in it
 * @param sizes images per size of their truth, the most frequent first
 * @param kind {@code classes} or {@code objects}
 * @param classes in the order of the labels
 * @param pixels of all truths
 * @param unknown of them
 * @param uncovered pixels of no object; 0 for classes
 * @param objects of all images together; empty for classes
 */
public record DataStats(
        String name,
        int images,
        int groups,
        List<SizeCount> sizes,
        String kind,
        List<ClassCount> classes,
        long pixels,
        long unknown,
        long uncovered,
        List<ObjectCounts> objects) {

    /**
     * Images of one size.
     *
     * @param size height and width
     * @param images of it
     */
    public record SizeCount(Size size, int images) {}

    /**
     * What there is of a class.
     *
     * @param name of the class
     * @param images that have it
     * @param pixels of it; where objects overlap, each counts
     * @param share of the known pixels, 0 … 1
     * @param objects of it; 0 for classes
     */
    public record ClassCount(String name, int images, long pixels, double share, long objects) {}

    /**
     * Objects of all classes, crowds left out.
     *
     * @param total of them
     * @param crowds marked as one
     * @param perImage objects per image
     * @param area pixels per object
     * @param small below 32², as COCO takes it
     * @param medium from 32² to 96²
     * @param large above
     */
    public record ObjectCounts(
            long total, long crowds, Spread perImage, Spread area, long small, long medium, long large) {}

    /**
     * How numbers spread.
     *
     * @param least of them
     * @param median the middle one, the lower of two
     * @param mean of them
     * @param most of them
     */
    public record Spread(double least, double median, double mean, double most) {

        static Spread of(List<Double> numbers) {
            double[] sorted =
                    numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return sorted.length == 0
                    ? new Spread(0, 0, 0, 0)
                    : new Spread(
                            sorted[0],
                            sorted[(sorted.length - 1) / 2],
                            Arrays.stream(sorted).average().orElse(0),
                            sorted[sorted.length - 1]);
        }
    }

    /**
     * Told how far the counting is.
     */
    @FunctionalInterface
    public interface Watch {
        /**
         * Before every image.
         *
         * @param index of it
         */
        void at(int index);
    }

    /**
     * Reads every truth and counts.
     *
     * @param set any
     * @param watch told how far it is
     * @return the counts
     * @throws IOException if a truth cannot be read
     */
    public static DataStats of(Dataset set, Watch watch) throws IOException {
        Counting counting = new Counting(set.classes().size());
        Map<Size, Integer> sizes = new HashMap<>();
        for (int index = 0; index < set.items().size(); index++) {
            watch.at(index);
            Truth truth = set.truth(index);
            sizes.merge(truth.size(), 1, Integer::sum);
            counting.add(truth);
        }
        List<SizeCount> counts = new ArrayList<>();
        sizes.forEach((size, images) -> counts.add(new SizeCount(size, images)));
        counts.sort((one, two) -> one.images() == two.images()
                ? one.size().toString().compareTo(two.size().toString())
                : two.images() - one.images());
        int groups =
                (int) set.items().stream().map(item -> item.group()).distinct().count();
        return counting.stats(set, groups, counts);
    }

    /** Counts that grow. */
    private static final class Counting {

        private final int[] images;
        private final long[] pixels;
        private final long[] objects;
        private final List<Double> perImage = new ArrayList<>();
        private final List<Double> areas = new ArrayList<>();
        private final long[] bySize = new long[3];
        private long crowds;
        private long all;
        private long unknown;
        private long covered;
        private boolean hasObjects;
        private boolean pictures;

        Counting(int classes) {
            images = new int[classes];
            pixels = new long[classes];
            objects = new long[classes];
        }

        void add(Truth truth) {
            all += truth.size().pixels();
            if (truth instanceof ClassMap map) {
                int[] counts = map.labels().areas();
                for (int label = 0; label < counts.length; label++) {
                    if (label < pixels.length && label != ClassMap.IGNORE) {
                        pixels[label] += counts[label];
                        images[label] += counts[label] > 0 ? 1 : 0;
                    } else {
                        unknown += counts[label];
                    }
                }
            } else if (truth instanceof ObjectSet set) {
                add(set);
            } else {
                pictures = true;
            }
        }

        private void add(ObjectSet set) {
            hasObjects = true;
            boolean[] seen = new boolean[images.length];
            int[] cover = new int[set.size().pixels()];
            int count = 0;
            for (ObjectTruth each : set.objects()) {
                boolean isVoid = each.category() == ObjectTruth.VOID;
                if (!isVoid) {
                    seen[each.category()] = true;
                    pixels[each.category()] += each.mask().area();
                    each.mask().paint(cover, 1);
                }
                if (each.crowd()) {
                    crowds += isVoid ? 0 : 1;
                } else {
                    count++;
                    objects[each.category()]++;
                    areas.add((double) each.mask().area());
                    bySize[each.area() < 32 * 32 ? 0 : each.area() <= 96 * 96 ? 1 : 2]++;
                }
            }
            set.objects().stream()
                    .filter(each -> each.category() == ObjectTruth.VOID)
                    .forEach(each -> each.mask().paint(cover, 2));
            for (int pixel : cover) {
                covered += pixel == 1 ? 1 : 0;
                unknown += pixel == 2 ? 1 : 0;
            }
            for (int label = 0; label < images.length; label++) {
                images[label] += seen[label] ? 1 : 0;
            }
            perImage.add((double) count);
        }

        DataStats stats(Dataset set, int groups, List<SizeCount> sizes) {
            List<ClassCount> classes = new ArrayList<>();
            for (int label = 0; label < pixels.length; label++) {
                LabelClass each = set.classes().get(label);
                double share = all == unknown ? 0 : (double) pixels[label] / (all - unknown);
                classes.add(new ClassCount(each.name(), images[label], pixels[label], share, objects[label]));
            }
            List<ObjectCounts> counts = hasObjects
                    ? List.of(new ObjectCounts(
                            areas.size(),
                            crowds,
                            Spread.of(perImage),
                            Spread.of(areas),
                            bySize[0],
                            bySize[1],
                            bySize[2]))
                    : List.of();
            return new DataStats(
                    set.name(),
                    set.items().size(),
                    groups,
                    sizes,
                    hasObjects ? "objects" : pictures ? "pictures" : "classes",
                    classes,
                    all,
                    unknown,
                    hasObjects ? all - unknown - covered : 0,
                    counts);
        }
    }
}
