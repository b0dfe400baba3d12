package org.vung.applications.satellite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vung.Segmenter;
import org.vung.applications.sheet.Key;
import org.vung.applications.sheet.Work;
import org.vung.catalog.Catalog;
import org.vung.data.geo.GroundSize;
import org.vung.image.Image;
import org.vung.image.Preview;
import org.vung.image.codec.Georeference;
import org.vung.image.codec.Limits;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelMap;
import org.vung.measure.PixelSize;
import org.vung.score.ConfusionMatrix;

/** Opens images from above and divides them. */
final class Looks {

    /** The tiles that {@code plans/roads.yaml} holds back. */
    private static final List<String> HELD_BACK =
            List.of("004", "005", "009", "011", "014", "021", "025", "027", "031", "032", "033", "060");

    private static final List<Key> WATER = List.of(new Key("land", 0x9E9E9E), new Key("water", 0x2979FF));
    private static final List<Key> ROADS = List.of(new Key("ground", 0x9E9E9E), new Key("road", 0xFFD600));
    private static final String CHIP = "Spain_7370579";

    private final WaterIndex index;

    Looks(WaterIndex index) {
        this.index = index;
    }

    /**
     * An image and where it lies.
     *
     * @param name of the file without its ending
     * @param image as stored
     * @param map where it lies
     * @param pixel how large a pixel is on the ground, or none
     */
    record Opened(String name, Image image, Optional<Georeference> map, PixelSize pixel) {}

    Opened open(Path file) throws IOException {
        Image image = ImageFiles.read(file);
        Optional<Georeference> map = ImageFiles.georeference(file);
        PixelSize pixel =
                map.flatMap(known -> GroundSize.of(known, image.size())).orElse(PixelSize.NONE);
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
        return new Opened(name, image, map, pixel);
    }

    Look water(Opened opened) {
        Sentinel2 chip = new Sentinel2(opened.image());
        return new Look(
                opened.name(),
                chip.picture(),
                index.water(chip),
                WATER,
                Optional.empty(),
                opened.pixel(),
                opened.map());
    }

    Look roads(Opened opened) {
        Segmenter roads = Catalog.segmenter("roads");
        Image photo = Preview.rgb(opened.image().withoutAlpha());
        LabelMap labels = roads.segment(photo).labels();
        return new Look(opened.name(), photo, labels, ROADS, Optional.empty(), opened.pixel(), opened.map());
    }

    Look land(Opened opened) {
        Image photo = Preview.rgb(opened.image().withoutAlpha());
        LabelMap labels = LandColours.of(photo).labels(photo);
        return new Look(
                opened.name(), photo, labels, LandColours.CLASSES, Optional.empty(), opened.pixel(), opened.map());
    }

    /** The chip of a flood, with its labels. */
    Look flood() throws IOException {
        Look look = water(open(chip()));
        return truth(look, 1, floodLabels());
    }

    private static Path chip() {
        return Work.material("sen1floods11-sample").resolve("sample/S2/" + CHIP + "_S2Hand.tif");
    }

    /** Not water 0, water 1; −1 is unknown. */
    private static LabelMap floodLabels() throws IOException {
        Image image = ImageFiles.read(
                Work.material("sen1floods11-sample").resolve("sample/Labels/" + CHIP + "_LabelHand.tif"));
        int[] labels = new int[image.size().pixels()];
        for (int row = 0, pixel = 0; row < image.height(); row++) {
            for (int column = 0; column < image.width(); column++, pixel++) {
                float label = image.sample(row, column, 0);
                labels[pixel] = label == 1 ? 1 : label == 0 ? 0 : Look.UNKNOWN;
            }
        }
        return LabelMap.wrap(image.size(), labels);
    }

    /** How well each index finds the flood. */
    List<String> indices() throws IOException {
        Sentinel2 chip = new Sentinel2(ImageFiles.read(chip()));
        LabelMap truth = floodLabels();
        List<String> lines = new ArrayList<>();
        for (WaterIndex each : WaterIndex.values()) {
            ConfusionMatrix scores = ConfusionMatrix.of(2, truth, each.water(chip), Look.UNKNOWN);
            lines.add(String.format(
                    Locale.ROOT,
                    "  %s: IoU of water %.3f, precision %.3f, recall %.3f",
                    each.word(),
                    scores.iou(1),
                    scores.precision(1),
                    scores.recall(1)));
        }
        return lines;
    }

    /** Tiles that the network did not learn from, with their labels. */
    List<Look> heldBackRoads() throws IOException {
        Path root = Work.material("epfl-roads");
        List<Look> looks = new ArrayList<>();
        for (String id : HELD_BACK) {
            String file = "satImage_" + id + ".png";
            Image truth = ImageFiles.read(root.resolve("groundtruth").resolve(file));
            looks.add(truth(roads(open(root.resolve("images").resolve(file))), 1, thresholded(truth)));
        }
        return looks;
    }

    /** The Earth, with the water of another map. */
    Look earth() throws IOException {
        Path root = Work.material("large-images").resolve("webgl-earth/images");
        Look look = land(open(root.resolve("2_no_clouds_4k.jpg")));
        LabelMap water = thresholded(ImageFiles.read(root.resolve("water_4k.png"), Limits.standard()));
        return truth(look, 0, water);
    }

    private static LabelMap thresholded(Image grey) {
        int[] labels = new int[grey.size().pixels()];
        for (int row = 0, pixel = 0; row < grey.height(); row++) {
            for (int column = 0; column < grey.width(); column++, pixel++) {
                labels[pixel] = grey.sample(row, column, 0) >= 128 ? 1 : 0;
            }
        }
        return LabelMap.wrap(grey.size(), labels);
    }

    private static Look truth(Look look, int of, LabelMap labels) {
        Optional<Look.Truth> truth = Optional.of(new Look.Truth(of, labels));
        return new Look(look.name(), look.picture(), look.labels(), look.classes(), truth, look.pixel(), look.map());
    }
}
