package org.vung.checks.memory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.Truth;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.mask.RunLengths;

/**
 * Bright discs on a dark ground: a data set in memory, as classes or as objects.
 *
 * @param oneByOne whether its truth is objects
 */
record Discs(boolean oneByOne) implements Dataset {

    private static final Size SIZE = new Size(72, 80);
    private static final int IMAGES = 8;
    private static final int EACH = 4;

    @Override
    public String name() {
        return "discs";
    }

    @Override
    public List<LabelClass> classes() {
        LabelClass disc = new LabelClass("disc", 0xFF0000);
        return oneByOne ? List.of(disc) : List.of(new LabelClass("background", 0), disc);
    }

    @Override
    public List<Item> items() {
        return IntStream.range(0, IMAGES)
                .mapToObj(at -> new Item("disc-" + at, "disc-" + at, Path.of(at + ".png"), Path.of(at + ".json")))
                .toList();
    }

    @Override
    public Image image(int index) {
        int[] inside = inside(index);
        byte[] samples = new byte[inside.length];
        Random random = new Random(index);
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) (60 + 100 * inside[at] + random.nextInt(30));
        }
        return Image.wrap(SIZE, Layout.GREY, samples);
    }

    @Override
    public Truth truth(int index) {
        return oneByOne ? new ObjectSet(SIZE, discs(index)) : new ClassMap(LabelMap.wrap(SIZE, inside(index)));
    }

    private static int[] inside(int index) {
        int[] inside = new int[SIZE.pixels()];
        discs(index).forEach(disc -> disc.mask().paint(inside, 1));
        return inside;
    }

    private static List<ObjectTruth> discs(int index) {
        Random random = new Random(1000L + index);
        List<ObjectTruth> discs = new ArrayList<>();
        for (int disc = 0; disc < EACH; disc++) {
            int radius = 5 + random.nextInt(5);
            int row = random.nextInt(SIZE.height());
            int column = random.nextInt(SIZE.width());
            boolean[] pixels = new boolean[SIZE.pixels()];
            for (int at = 0; at < pixels.length; at++) {
                pixels[at] = Math.hypot(at / SIZE.width() - row, at % SIZE.width() - column) <= radius;
            }
            discs.add(ObjectTruth.of(0, RunLengths.of(SIZE, pixels), false));
        }
        return discs;
    }
}
