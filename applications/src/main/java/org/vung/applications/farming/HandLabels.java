package org.vung.applications.farming;

import java.io.IOException;
import java.nio.file.Path;
import org.vung.image.Image;
import org.vung.image.Preview;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelMap;

/** The labels of CWFID: green crop, red weed; what grows there without a label is unknown. */
final class HandLabels {

    private HandLabels() {}

    /**
     * The labels of a photo.
     *
     * @param root folder of CWFID
     * @param photo such as {@code 005_image.png}
     */
    static LabelMap of(Path root, String photo) throws IOException {
        String id = photo.replace("_image.png", "");
        Image colours = Preview.rgb(ImageFiles.read(root.resolve("annotations/" + id + "_annotation.png")));
        Image ground = ImageFiles.read(root.resolve("masks/" + id + "_mask.png"));
        int[] labels = new int[colours.size().pixels()];
        for (int row = 0, pixel = 0; row < colours.height(); row++) {
            for (int column = 0; column < colours.width(); column++, pixel++) {
                boolean crop = colours.sample(row, column, 1) > 127;
                boolean weed = colours.sample(row, column, 0) > 127;
                boolean soil = ground.sample(row, column, 0) > 0;
                labels[pixel] = crop ? Plot.CROP : weed ? Plot.WEED : soil ? Plot.SOIL : Plot.UNKNOWN;
            }
        }
        return LabelMap.wrap(colours.size(), labels);
    }
}
