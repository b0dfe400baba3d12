package org.vung.applications.satellite;

import java.util.Arrays;
import java.util.List;
import org.vung.applications.sheet.Key;
import org.vung.applications.sheet.Pictures;
import org.vung.catalog.Catalog;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.label.LabelMap;

/**
 * Water, ice, green and bare land by colour alone: k-means finds colours in a small copy of the image, each colour gets a name by a rule,
 * and the image is named tile by tile by the nearest of them.
 */
final class LandColours {

    static final List<Key> CLASSES = List.of(
            new Key("water", 0x1565C0),
            new Key("ice or cloud", 0xF5F5F5),
            new Key("green land", 0x388E3C),
            new Key("bare land", 0xD2A15C));

    private static final int WATER = 0;
    private static final int ICE = 1;
    private static final int GREEN = 2;
    private static final int BARE = 3;

    private static final int SMALL = 512;
    private static final int COLOURS = 12;

    private final double[][] colours;

    private LandColours(double[][] colours) {
        this.colours = colours;
    }

    /** Finds the colours of an image, 8-bit RGB. */
    static LandColours of(Image image) {
        Image small = image.width() > SMALL ? Pictures.scaled(image, SMALL) : image;
        LabelMap labels = Catalog.segmenter("kmeans:k=" + COLOURS + ",seed=0")
                .segment(small)
                .labels();
        double[][] sums = new double[labels.count()][3];
        int[] areas = labels.areas();
        int[] names = labels.sharedLabels();
        for (int pixel = 0; pixel < names.length; pixel++) {
            for (int channel = 0; channel < 3; channel++) {
                sums[names[pixel]][channel] +=
                        (small.sharedBytes()[pixel * 3 + channel] & 0xFF) / (double) areas[names[pixel]];
            }
        }
        return new LandColours(sums);
    }

    /** The name of a colour: blue is water, light grey is ice, green before red is green land, all else is bare. */
    static int name(double red, double green, double blue) {
        double least = Math.min(red, Math.min(green, blue));
        double most = Math.max(red, Math.max(green, blue));
        if (least > 170 && most - least < 45) {
            return ICE;
        }
        if (blue > red + 8 && blue >= green) {
            return WATER;
        }
        return green >= red ? GREEN : BARE;
    }

    /** Names every pixel, a band of rows at a time. */
    LabelMap labels(Image image) {
        Size size = image.size();
        int[] names = new int[colours.length];
        Arrays.setAll(names, at -> name(colours[at][0], colours[at][1], colours[at][2]));
        int[] labels = new int[size.pixels()];
        byte[] rgb = image.sharedBytes();
        for (int pixel = 0; pixel < labels.length; pixel++) {
            labels[pixel] = names[nearest(rgb[pixel * 3] & 0xFF, rgb[pixel * 3 + 1] & 0xFF, rgb[pixel * 3 + 2] & 0xFF)];
        }
        return LabelMap.wrap(size, labels);
    }

    private int nearest(int red, int green, int blue) {
        int nearest = 0;
        double least = Double.MAX_VALUE;
        for (int at = 0; at < colours.length; at++) {
            double r = red - colours[at][0];
            double g = green - colours[at][1];
            double b = blue - colours[at][2];
            double distance = r * r + g * g + b * b;
            if (distance < least) {
                least = distance;
                nearest = at;
            }
        }
        return nearest;
    }
}
