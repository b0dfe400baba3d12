package org.vung.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.vung.data.file.FileDataset;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;

/** Small data sets with everything that is hard to keep: holes, islands in holes, specks, corners that touch, unknown pixels. */
public final class Scenes {

    private Scenes() {}

    /** Three images of different sizes on disk, with class maps drawn by chance; the last has every label. */
    public static Dataset maps(Path folder, List<LabelClass> classes, boolean unknown) throws IOException {
        List<Item> items = new ArrayList<>();
        List<LabelMap> maps = new ArrayList<>();
        Random random = new Random(5);
        List<Size> sizes = List.of(new Size(40, 61), new Size(33, 24), new Size(70, 50));
        for (Size size : sizes) {
            byte[] samples = new byte[size.pixels() * 3];
            random.nextBytes(samples);
            String name = (items.size() == 1 ? "val/" : "train/") + "scene_" + items.size();
            Path file = folder.resolve("scene" + items.size() + ".png");
            ImageFiles.write(Image.wrap(size, Layout.RGB, samples), file, Existing.KEEP);
            items.add(new Item(name, name, file, file));
            maps.add(map(size, classes.size(), unknown, random));
        }
        return new FileDataset("scenes", classes, items, index -> new ClassMap(maps.get(index)));
    }

    /** Rectangles over each other, frames with holes, and noise. */
    public static LabelMap map(Size size, int classes, boolean unknown, Random random) {
        int[] labels = new int[size.pixels()];
        for (int draw = 0; draw < 40; draw++) {
            int top = random.nextInt(size.height());
            int left = random.nextInt(size.width());
            int bottom = Math.min(size.height(), top + 1 + random.nextInt(size.height() / 2));
            int right = Math.min(size.width(), left + 1 + random.nextInt(size.width() / 2));
            int label = random.nextInt(classes + (unknown ? 1 : 0));
            boolean frame = random.nextBoolean();
            for (int row = top; row < bottom; row++) {
                for (int column = left; column < right; column++) {
                    boolean edge = row < top + 2 || row >= bottom - 2 || column < left + 2 || column >= right - 2;
                    if (!frame || edge) {
                        labels[size.index(row, column)] = label == classes ? ClassMap.IGNORE : label;
                    }
                }
            }
        }
        for (int speck = 0; speck < size.pixels() / 8; speck++) {
            labels[random.nextInt(labels.length)] = random.nextInt(classes);
        }
        return LabelMap.wrap(size, labels);
    }
}
