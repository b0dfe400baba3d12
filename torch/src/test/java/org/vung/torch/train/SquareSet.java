package org.vung.torch.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.Truth;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;

/** A data set in memory: grey noise, 16×16, with a bright square in each image. */
record SquareSet(int count) implements Dataset {

    static final int SIDE = 16;

    @Override
    public String name() {
        return "squares";
    }

    @Override
    public List<LabelClass> classes() {
        return List.of(new LabelClass("ground", 0), new LabelClass("square", 0xff0000));
    }

    @Override
    public List<Item> items() {
        return IntStream.range(0, count)
                .mapToObj(at -> new Item("" + at, "" + at, Path.of(at + ".png"), Path.of(at + ".mask.png")))
                .toList();
    }

    private static boolean inSquare(int index, int pixel) {
        int row = pixel / SIDE - index % 9;
        int column = pixel % SIDE - index * 5 % 9;
        return row >= 0 && row < 6 && column >= 0 && column < 6;
    }

    @Override
    public Image image(int index) {
        Random chance = new Random(index);
        byte[] samples = new byte[SIDE * SIDE];
        for (int pixel = 0; pixel < samples.length; pixel++) {
            samples[pixel] = (byte) (chance.nextInt(120) + (inSquare(index, pixel) ? 130 : 0));
        }
        return Image.wrap(new Size(SIDE, SIDE), Layout.GREY, samples);
    }

    @Override
    public Truth truth(int index) {
        int[] labels = new int[SIDE * SIDE];
        for (int pixel = 0; pixel < labels.length; pixel++) {
            labels[pixel] = inSquare(index, pixel) ? 1 : 0;
        }
        return new ClassMap(LabelMap.wrap(new Size(SIDE, SIDE), labels));
    }
}
