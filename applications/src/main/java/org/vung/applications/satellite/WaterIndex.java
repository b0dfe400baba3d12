package org.vung.applications.satellite;

import java.util.Arrays;
import java.util.Locale;
import org.vung.Segmentation;
import org.vung.applications.satellite.Sentinel2.Band;
import org.vung.catalog.Catalog;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.label.LabelMap;

/** An index that is high over water, and the threshold above which it counts as such. */
enum WaterIndex {

    /** McFeeters 1996: green over near infra-red, from 0 on. */
    NDWI_ZERO(Band.NEAR_INFRARED, false),
    /** The same from Otsu's threshold on. */
    NDWI_OTSU(Band.NEAR_INFRARED, true),
    /** Xu 2006: green over short-wave infra-red, from 0 on. */
    MNDWI_ZERO(Band.SHORT_WAVE, false),
    /** The same from Otsu's threshold on. */
    MNDWI_OTSU(Band.SHORT_WAVE, true);

    private final Band other;
    private final boolean otsu;

    WaterIndex(Band other, boolean otsu) {
        this.other = other;
        this.otsu = otsu;
    }

    /** Land 0, water 1. */
    LabelMap water(Sentinel2 chip) {
        Image index = chip.index(Band.GREEN, other);
        float[] values = index.sharedFloats();
        if (otsu) {
            float[] unit = new float[values.length];
            for (int pixel = 0; pixel < unit.length; pixel++) {
                unit[pixel] = Float.isNaN(values[pixel]) ? 0 : (values[pixel] + 1) / 2;
            }
            Segmentation answer = Catalog.segmenter("otsu").segment(Image.wrap(index.size(), Layout.GREY, unit));
            return answer.labels();
        }
        int[] labels = new int[values.length];
        Arrays.setAll(labels, pixel -> values[pixel] > 0 ? 1 : 0);
        return LabelMap.wrap(index.size(), labels);
    }

    /** What people write. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
