package org.vung.torch.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.Truth;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.torch.train.plan.Plan;

/** Bright discs on a dark ground, in noise: a data set in memory that a tiny network learns in seconds. */
record Discs(int count, Size size) implements Dataset {

    /** A U-Net of some thousand numbers on windows of 32×32, six images of 48×40. */
    private static final String TINY = """
            name: discs
            data: {path: discs, validation: 0.34}
            model: {width: 4, depth: 2, colours: grey}
            food: {crop: 32x32, batch: 2, augment: ['flip:horizontal=true', 'turn', 'noise']}
            training: {steps: 12, optimiser: 'adamw:rate=0.01', schedule: 'cosine:warmup=2', precision: float32}
            watch: {every: 4, save: 1000}
            """;

    static final Discs SIX = new Discs(6, new Size(48, 40));

    /** The tiny plan with some values exchanged, each a {@code section.key=value}. */
    static Plan plan(String... changes) {
        return ChangedPlan.of(TINY, changes);
    }

    @Override
    public String name() {
        return "discs";
    }

    @Override
    public List<LabelClass> classes() {
        return List.of(new LabelClass("ground", 0), new LabelClass("disc", 0xFF0000));
    }

    @Override
    public List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            items.add(new Item("disc-" + at, "disc-" + at, Path.of(at + ".png"), Path.of(at + "-mask.png")));
        }
        return items;
    }

    @Override
    public Image image(int index) {
        Random random = new Random(index);
        int[] labels = labels(index);
        byte[] samples = new byte[labels.length];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) Math.max(0, Math.min(255, 70 + 110 * labels[at] + random.nextGaussian() * 20));
        }
        return Image.wrap(size, Layout.GREY, samples);
    }

    @Override
    public Truth truth(int index) {
        return new ClassMap(LabelMap.wrap(size, labels(index)));
    }

    private int[] labels(int index) {
        Random random = new Random(1000L + index);
        int[] labels = new int[size.pixels()];
        for (int disc = 0; disc < 3; disc++) {
            int row = random.nextInt(size.height());
            int column = random.nextInt(size.width());
            int radius = 4 + random.nextInt(5);
            for (int at = 0; at < labels.length; at++) {
                int down = at / size.width() - row;
                int right = at % size.width() - column;
                labels[at] = down * down + right * right <= radius * radius ? 1 : labels[at];
            }
        }
        return labels;
    }
}
