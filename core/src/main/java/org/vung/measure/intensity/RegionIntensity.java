package org.vung.measure.intensity;

import java.util.List;
import java.util.stream.IntStream;
import org.vung.image.Image;
import org.vung.label.LabelMap;
import org.vung.measure.LabelRuns;

/**
 * How bright one region is.
 *
 * @param label the region's label
 * @param area pixels, at least 1
 * @param channels one after the other, opacity left out
 */
public record RegionIntensity(int label, int area, List<Intensity> channels) {

    /** Copies the channels. */
    public RegionIntensity {
        channels = List.copyOf(channels);
    }

    /**
     * Measures every region, on all cores; numbers are those of scikit-image's {@code regionprops}.
     *
     * @param labels a region per pixel
     * @param image of the same size, of any sample type; opacity is left out
     * @return the regions that have pixels, in the order of their labels
     * @throws IllegalArgumentException if the sizes differ
     */
    public static List<RegionIntensity> of(LabelMap labels, Image image) {
        if (!image.size().equals(labels.size())) {
            throw new IllegalArgumentException(
                    "labels must have the image's size " + image.size() + ", got " + labels.size());
        }
        LabelRuns runs = LabelRuns.of(labels);
        return IntStream.range(0, runs.count())
                .parallel()
                .filter(label -> !runs.isEmpty(label))
                .mapToObj(label -> of(runs, label, image))
                .toList();
    }

    private static RegionIntensity of(LabelRuns runs, int label, Image image) {
        List<Intensity> channels = IntStream.range(0, image.colourChannels())
                .mapToObj(channel -> new IntensitySums(runs, label, image, channel).intensity())
                .toList();
        return new RegionIntensity(label, runs.area(label), channels);
    }
}
