package org.vung.torch.train.detect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.Truth;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.mask.RunLengths;
import org.vung.torch.train.ChangedPlan;
import org.vung.torch.train.plan.Plan;

/**
 * Bright discs and squares on a dark ground, in noise: a data set in memory that a tiny detector learns in a minute.
 *
 * @param count images
 * @param size of each
 * @param objects in each
 */
record Blobs(int count, Size size, int objects) implements Dataset {

    private static final String TINY = """
            name: blobs
            data: {path: blobs, validation: 0.25}
            model: {name: maskrcnn-resnet18-fpn, width: 4, colours: grey}
            detector:
              anchors: 'anchors:sizes=8/16/32/64/128,aspects=1'
              learn-anchors: 'choice:boxes=64'
              learn-boxes: 'choice:boxes=32'
              learn-proposals: 'proposals:before=100,after=50'
            food: {crop: 64x64, batch: 2, augment: ['flip:horizontal=true,vertical=true', 'scale:from=0.8,to=1.2', 'noise']}
            training: {steps: 8, optimiser: 'adamw:rate=0.002', schedule: 'cosine:warmup=4', precision: float32}
            watch: {every: 4, save: 1000}
            """;

    static final Blobs EIGHT = new Blobs(8, new Size(72, 80), 4);

    static Plan plan(String... changes) {
        return ChangedPlan.of(TINY, changes);
    }

    @Override
    public String name() {
        return "blobs";
    }

    @Override
    public List<LabelClass> classes() {
        return List.of(new LabelClass("disc", 0xFF0000), new LabelClass("square", 0x00FF00));
    }

    @Override
    public List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            items.add(new Item("blob-" + at, "blob-" + at, Path.of(at + ".png"), Path.of(at + ".json")));
        }
        return items;
    }

    @Override
    public Image image(int index) {
        Random random = new Random(index);
        int[] bright = new int[size.pixels()];
        truth(index).objects().forEach(object -> object.mask().paint(bright, 120));
        byte[] samples = new byte[bright.length];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) Math.max(0, Math.min(255, 60 + bright[at] + random.nextGaussian() * 15));
        }
        return Image.wrap(size, Layout.GREY, samples);
    }

    @Override
    public ObjectSet truth(int index) {
        Random random = new Random(1000L + index);
        List<ObjectTruth> found = new ArrayList<>();
        for (int object = 0; object < objects; object++) {
            int kind = random.nextInt(2);
            int radius = 5 + random.nextInt(5);
            int row = random.nextInt(size.height());
            int column = random.nextInt(size.width());
            boolean[] inside = new boolean[size.pixels()];
            for (int at = 0; at < inside.length; at++) {
                int down = Math.abs(at / size.width() - row);
                int right = Math.abs(at % size.width() - column);
                inside[at] =
                        kind == 0 ? down * down + right * right <= radius * radius : Math.max(down, right) < radius;
            }
            found.add(ObjectTruth.of(kind, RunLengths.of(size, inside), false));
        }
        return new ObjectSet(size, found);
    }

    /** The same pictures with another truth. */
    Dataset telling(Truth other) {
        return new Telling(this, other);
    }

    private record Telling(Blobs blobs, Truth other) implements Dataset {

        @Override
        public String name() {
            return "other";
        }

        @Override
        public List<LabelClass> classes() {
            return blobs.classes();
        }

        @Override
        public List<Item> items() {
            return blobs.items();
        }

        @Override
        public Image image(int index) {
            return blobs.image(index);
        }

        @Override
        public Truth truth(int index) {
            return index == 0 ? blobs.truth(0) : other;
        }
    }
}
