package org.vung.torch.rcnn.box;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vung.name.Phrase;
import org.vung.nets.layer.Extent;

/**
 * The boxes that proposals start from: some of each size and shape around every place of every level (Ren et al. 2015).
 *
 * @param levels sizes of the boxes of each level, as sides of a square of the same area in pixels; each level has as many
 * @param aspects heights over widths, each combined with each size
 * @param rounded whether edges of a box about 0 are rounded to whole pixels, as torchvision does and detectron2 does not
 */
public record Anchors(List<List<Double>> levels, List<Double> aspects, boolean rounded) {

    /** Copies the lists and checks the numbers. */
    public Anchors {
        levels = levels.stream().map(List::copyOf).toList();
        aspects = List.copyOf(aspects);
        if (levels.isEmpty() || levels.get(0).isEmpty() || aspects.isEmpty()) {
            throw new IllegalArgumentException(
                    "anchors must have at least one level, size and aspect, got " + levels + " and " + aspects);
        }
        for (List<Double> sizes : levels) {
            positive("anchor sizes", sizes);
            if (sizes.size() != levels.get(0).size()) {
                throw new IllegalArgumentException("levels must have as many anchor sizes each, got " + levels);
            }
        }
        positive("anchor aspects", aspects);
    }

    private static void positive(String name, List<Double> numbers) {
        for (double number : numbers) {
            if (!(number > 0 && number <= Float.MAX_VALUE)) {
                throw new IllegalArgumentException(name + " must be above 0 and finite, got " + numbers);
            }
        }
    }

    /**
     * One size a level, twice that of the level before, as wide as high, half and twice as wide.
     *
     * @param finest of the finest level, in pixels
     * @param levels how many
     * @return torchvision's with 32 and 5
     */
    public static Anchors doubling(double finest, int levels) {
        List<List<Double>> sizes = new ArrayList<>();
        for (int level = 0; level < levels; level++) {
            sizes.add(List.of(finest * (1L << level)));
        }
        return new Anchors(sizes, List.of(0.5, 1.0, 2.0), true);
    }

    /**
     * Reads a text.
     *
     * @param text {@code anchors:sizes=32/64/128/256/512,aspects=0.5/1/2,rounded=true}; levels stand between slashes, several sizes of a
     *     level with + between
     * @return the anchors
     * @throws IllegalArgumentException if it says something else
     */
    public static Anchors parse(String text) {
        Phrase phrase = Phrase.parse(text).named("anchors").allow("sizes", "aspects", "rounded");
        return new Anchors(
                Stream.of(phrase.text("sizes", "32/64/128/256/512").split("/", -1))
                        .map(level -> numbers("sizes", level, "\\+"))
                        .toList(),
                numbers("aspects", phrase.text("aspects", "0.5/1/2"), "/"),
                phrase.flag("rounded", true));
    }

    private static List<Double> numbers(String name, String text, String between) {
        try {
            return Stream.of(text.split(between, -1)).map(Double::valueOf).toList();
        } catch (NumberFormatException unread) {
            throw new IllegalArgumentException(
                    name + " of anchors must be numbers, got '" + text + "'; as in sizes=8/16+24,aspects=0.5/1",
                    unread);
        }
    }

    /**
     * The text that {@link #parse} reads.
     *
     * @return with all numbers
     */
    public String text() {
        return Phrase.of("anchors")
                .with("sizes", levels.stream().map(level -> joined(level, "+")).collect(Collectors.joining("/")))
                .with("aspects", joined(aspects, "/"))
                .with("rounded", rounded)
                .text();
    }

    private static String joined(List<Double> numbers, String between) {
        return numbers.stream()
                .map(number -> number.toString().replaceFirst("\\.0$", ""))
                .collect(Collectors.joining(between));
    }

    /**
     * How many there are at each place.
     *
     * @return sizes times aspects
     */
    public int perPlace() {
        return levels.get(0).size() * aspects.size();
    }

    /**
     * The boxes of one level.
     *
     * @param level 0 … levels − 1
     * @param map height and width of its maps
     * @param image height and width of the image, filled up as the network sees it
     * @return place by place, row by row; at each place aspect by aspect, size by size
     */
    public Boxes of(int level, Extent map, Extent image) {
        float[] about = about(level);
        int down = image.rows() / map.rows();
        int across = image.columns() / map.columns();
        float[] edges = new float[map.rows() * map.columns() * about.length];
        int at = 0;
        for (int row = 0; row < map.rows(); row++) {
            for (int column = 0; column < map.columns(); column++) {
                for (int edge = 0; edge < about.length; edge++) {
                    edges[at++] = about[edge] + (edge % 2 == 0 ? column * across : row * down);
                }
            }
        }
        return Boxes.wrap(edges);
    }

    /** The edges of those about 0. */
    private float[] about(int level) {
        float[] edges = new float[4 * perPlace()];
        int at = 0;
        for (double aspect : aspects) {
            float tall = (float) Math.sqrt((float) aspect);
            for (double size : levels.get(level)) {
                float right = 1 / tall * (float) size / 2;
                float bottom = tall * (float) size / 2;
                for (float edge : new float[] {-right, -bottom, right, bottom}) {
                    edges[at++] = rounded ? (float) Math.rint(edge) : edge;
                }
            }
        }
        return edges;
    }

    /**
     * The boxes of all levels.
     *
     * @param maps height and width of each level's maps
     * @param image height and width of the image, filled up as the network sees it
     * @return level by level
     */
    public List<Boxes> of(List<Extent> maps, Extent image) {
        if (maps.size() != levels.size()) {
            throw new IllegalArgumentException("anchors must be for " + maps.size() + " levels, got " + levels.size()
                    + ": " + Arrays.toString(levels.toArray()));
        }
        List<Boxes> all = new ArrayList<>();
        for (int level = 0; level < maps.size(); level++) {
            all.add(of(level, maps.get(level), image));
        }
        return all;
    }
}
