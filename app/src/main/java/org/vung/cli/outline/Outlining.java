package org.vung.cli.outline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that ask for outlines. */
public final class Outlining {

    @Option(
            names = "--format",
            paramLabel = "NAME,…",
            split = ",",
            description = {
                "Write outlines of the regions, too: geojson, svg, imagej (STEM.rois.zip for its ROI Manager),",
                "coco (STEM.coco.json as a data set) or yolo (STEM.txt), several with commas between. They follow",
                "the edges of pixels; geojson of a GeoTIFF is in longitude and latitude."
            })
    private List<String> formats = new ArrayList<>();

    @Option(
            names = "--simplify",
            paramLabel = "PIXELS",
            description = "Leave out corners of outlines while lines stay that near to the edge. Default: 0, exact.")
    private @Nullable Double simplify;

    /** None but the usual ones. */
    public Outlining() {}

    /**
     * What is to be written.
     *
     * @return no format where none was asked for
     * @throws IllegalArgumentException if a format is not known, or the tolerance is below 0 or goes with no format
     */
    public OutlineFiles files() {
        Set<OutlineFormat> chosen = EnumSet.noneOf(OutlineFormat.class);
        for (String word : formats) {
            chosen.add(OutlineFormat.of(word.strip()));
        }
        if (simplify == null) {
            return new OutlineFiles(List.copyOf(chosen), 0);
        }
        if (!(simplify >= 0 && simplify <= OutlineFiles.MOST_TOLERANCE)) {
            throw new IllegalArgumentException(
                    "--simplify must be 0 … " + (int) OutlineFiles.MOST_TOLERANCE + " pixels, got " + simplify);
        }
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("--simplify must go with a --format of outlines, such as geojson, got "
                    + simplify + " alone; add one or leave it out");
        }
        return new OutlineFiles(List.copyOf(chosen), simplify);
    }
}
