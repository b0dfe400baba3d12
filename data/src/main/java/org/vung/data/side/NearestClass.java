package org.vung.data.side;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vung.data.ClassMap;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;

/**
 * Classes of a label picture whose colours a lossy file has smeared. A pixel near a class's colour is of that class. Between two
 * classes the smear runs through the colours of others, so a pixel that is near none takes the class of the nearest that is.
 */
final class NearestClass {

    /** So far a lossy file moves a colour within an area. */
    private static final int FAR = 28;

    private static final int UNDECIDED = -1;

    private final int[] colours;
    private final int[] labels;
    private final int near;

    /** With pixels of one colour that nobody knows, or without. */
    NearestClass(List<LabelClass> classes, Optional<Integer> unknown) {
        IntStream own = classes.stream().mapToInt(LabelClass::rgb);
        colours = unknown.isPresent()
                ? IntStream.concat(own, IntStream.of(unknown.get())).toArray()
                : own.toArray();
        labels = IntStream.range(0, colours.length)
                .map(at -> at < classes.size() ? at : ClassMap.IGNORE)
                .toArray();
        int least = Integer.MAX_VALUE;
        for (int one = 0; one < colours.length; one++) {
            for (int two = 0; two < one; two++) {
                least = Math.min(least, distance(colours[one], colours[two]));
            }
        }
        if (least == 0) {
            throw new IllegalArgumentException(
                    "classes must have different colours, and none that of unknown pixels, got two alike; change one");
        }
        near = Math.min(FAR * FAR, least / 4); // half of the way between the nearest two
    }

    /** A class for each of the pixels, 0xRRGGBB. */
    LabelMap of(Size size, int[] rgb) {
        int[] found = new int[rgb.length];
        ArrayDeque<Integer> sure = new ArrayDeque<>();
        for (int pixel = 0; pixel < rgb.length; pixel++) {
            int nearest = nearest(rgb[pixel]);
            boolean sureOne = distance(rgb[pixel], colours[nearest]) <= near;
            found[pixel] = sureOne ? labels[nearest] : UNDECIDED;
            if (sureOne) {
                sure.add(pixel);
            }
        }
        if (sure.isEmpty()) {
            Arrays.setAll(found, pixel -> labels[nearest(rgb[pixel])]);
        }
        spread(size, found, sure);
        return LabelMap.wrap(size, found);
    }

    private int nearest(int rgb) {
        int best = 0;
        for (int label = 1; label < colours.length; label++) {
            best = distance(rgb, colours[label]) < distance(rgb, colours[best]) ? label : best;
        }
        return best;
    }

    private static int distance(int one, int two) {
        int red = (one >> 16 & 0xFF) - (two >> 16 & 0xFF);
        int green = (one >> 8 & 0xFF) - (two >> 8 & 0xFF);
        int blue = (one & 0xFF) - (two & 0xFF);
        return red * red + green * green + blue * blue;
    }

    /** From the sure pixels outwards, step by step. */
    private static void spread(Size size, int[] labels, ArrayDeque<Integer> queue) {
        while (!queue.isEmpty()) {
            int pixel = queue.remove();
            int column = pixel % size.width();
            give(labels, queue, pixel, column > 0 ? pixel - 1 : pixel);
            give(labels, queue, pixel, column < size.width() - 1 ? pixel + 1 : pixel);
            give(labels, queue, pixel, pixel - size.width());
            give(labels, queue, pixel, pixel + size.width());
        }
    }

    private static void give(int[] labels, ArrayDeque<Integer> queue, int from, int to) {
        if (to >= 0 && to < labels.length && labels[to] == UNDECIDED) {
            labels[to] = labels[from];
            queue.add(to);
        }
    }
}
