package org.vung.classic.watershed;

import java.util.Arrays;
import java.util.List;
import org.vung.ClassScores;
import org.vung.Findings;
import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.SoftSegmenter;
import org.vung.grid.Components;
import org.vung.grid.Neighbourhood;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;

/**
 * Objects one by one from a network that knows background, inside and border: connected insides, cut at their necks, are the seeds,
 * which a watershed on the probability of inside floods over all that is not background. What has no seed is an object by itself.
 *
 * <p>After the first place of the Data Science Bowl 2018 (A. Buslaev, V. Durnov, S. Seferbekov) and J. Caicedo et al., Nature Methods
 * 2019. Theirs learn from the objects' features which seeds to keep; here a least area decides, and the shape of a seed tells whether it
 * is two.
 */
public final class BorderedObjects implements Segmenter, AutoCloseable {

    private static final Neighbourhood TOUCHING = Neighbourhood.FOUR;

    private final SoftSegmenter method;
    private final Options options;
    private final int background;
    private final int inside;

    /**
     * What an object is.
     *
     * @param seed probability of inside above which pixels are seeds, 0 … 1
     * @param object probability of background below which pixels belong to objects, 0 … 1
     * @param neck a seed is cut where its edge is nearer by more pixels than at the middles of both sides, at least 0; infinite cuts
     *     nowhere
     * @param leastSeed pixels of the smallest seed, at least 1
     * @param leastObject pixels of the smallest object, at least 1
     */
    public record Options(double seed, double object, double neck, int leastSeed, int leastObject) {

        /** Checks the numbers. */
        public Options {
            if (!(seed >= 0 && seed <= 1 && object >= 0 && object <= 1)) {
                throw new IllegalArgumentException(
                        "probabilities of seed and object must be 0 … 1, got " + seed + " and " + object);
            }
            if (!(neck >= 0)) {
                throw new IllegalArgumentException("neck must be at least 0 pixels, got " + neck);
            }
            if (leastSeed < 1 || leastObject < 1) {
                throw new IllegalArgumentException(
                        "the least seed and object must be at least 1 pixel, got " + leastSeed + " and " + leastObject);
            }
        }

        /**
         * Seeds where inside is likelier than not, cut at their necks; objects where background is not likely, none of fewer than 25
         * pixels. Chosen on images that {@code nuclei-semantic} learned from, of which it finds more nuclei so than with surer seeds, no
         * cuts, or objects that reach further.
         *
         * @return the usual options
         */
        public static Options usual() {
            return new Options(0.5, 0.4, 1, 8, 25);
        }
    }

    /**
     * Objects of a method's probabilities.
     *
     * @param method whose classes are {@code background}, {@code inside} and {@code border}; closed with this where it can be
     * @param options what an object is
     * @throws IllegalArgumentException if it has other classes
     */
    public BorderedObjects(SoftSegmenter method, Options options) {
        if (!fits(method.classes())) {
            throw new IllegalArgumentException("classes must be background, inside and border, got "
                    + method.classes().stream().map(LabelClass::name).toList());
        }
        this.method = method;
        this.options = options;
        background = place(method.classes(), "background");
        inside = place(method.classes(), "inside");
    }

    /**
     * Whether some classes are those that objects can be made of.
     *
     * @param classes of a method
     * @return true for background, inside and border, in any order
     */
    public static boolean fits(List<LabelClass> classes) {
        List<String> names = classes.stream().map(LabelClass::name).toList();
        return names.size() == 3 && names.containsAll(List.of("background", "inside", "border"));
    }

    private static int place(List<LabelClass> classes, String name) {
        return classes.stream().map(LabelClass::name).toList().indexOf(name);
    }

    /**
     * Objects of an image.
     *
     * @param image as the method takes it
     * @return 0 where there is no object, 1, 2 … an object each, in the order of their first pixels
     */
    @Override
    public Partition segment(Image image) {
        LabelMap objects = objects(method.scores(image));
        return new Partition(objects, Findings.none().with("objects", objects.count() - 1));
    }

    private LabelMap objects(ClassScores scores) {
        Size size = scores.size();
        float[] planes = scores.sharedPlanes();
        int pixels = size.pixels();
        boolean[] part = new boolean[pixels];
        boolean[] sure = new boolean[pixels];
        double[] relief = new double[pixels];
        for (int pixel = 0; pixel < pixels; pixel++) {
            float within = planes[inside * pixels + pixel];
            part[pixel] = planes[background * pixels + pixel] < options.object;
            sure[pixel] = part[pixel] && within > options.seed;
            relief[pixel] = 1 - within;
        }
        int[] seeds = largeEnough(Necks.cut(sure, options.neck, size), size, options.leastSeed);
        int[] found = Flooding.plain(TOUCHING).flood(relief, seeds, part, size);
        boolean[] left = new boolean[pixels];
        for (int pixel = 0; pixel < pixels; pixel++) {
            left[pixel] = part[pixel] && found[pixel] == 0;
        }
        int[] seedless = parts(left, size, LabelMap.wrap(size, found).count());
        for (int pixel = 0; pixel < pixels; pixel++) {
            found[pixel] = Math.max(found[pixel], seedless[pixel]);
        }
        return numbered(found, size);
    }

    /** Labels without those of fewer pixels. */
    private static int[] largeEnough(int[] labels, Size size, int least) {
        int[] areas = LabelMap.wrap(size, labels).areas();
        Arrays.setAll(labels, pixel -> areas[labels[pixel]] < least ? 0 : labels[pixel]);
        return labels;
    }

    /** Connected parts, numbered from {@code after} + 1 on; 0 elsewhere. */
    private static int[] parts(boolean[] where, Size size, int after) {
        int[] parts = Components.label(where, size.height(), size.width(), TOUCHING);
        Arrays.setAll(parts, pixel -> where[pixel] ? after + parts[pixel] + 1 : 0);
        return parts;
    }

    /** Objects that are large enough, numbered anew from 1 in the order of their first pixels. */
    private LabelMap numbered(int[] found, Size size) {
        int[] areas = LabelMap.wrap(size, found).areas();
        int[] names = new int[areas.length];
        int next = 0;
        for (int pixel = 0; pixel < found.length; pixel++) {
            int own = found[pixel];
            if (own == 0 || areas[own] < options.leastObject) {
                found[pixel] = 0;
                continue;
            }
            if (names[own] == 0) {
                names[own] = ++next;
            }
            found[pixel] = names[own];
        }
        return LabelMap.wrap(size, found);
    }

    @Override
    public void close() throws Exception {
        Segmenter.close(method);
    }
}
