package org.vung.cli.outline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vung.name.NearestName;

/** A format of outlines. */
public enum OutlineFormat {

    /** COCO's data sets: polygons, run lengths where there are holes. */
    COCO(".coco.json"),

    /** GeoJSON's features in pixels. */
    GEOJSON(".geojson"),

    /** ImageJ's regions of interest in a zip. */
    IMAGEJ(".rois.zip"),

    /** A picture of paths. */
    SVG(".svg"),

    /** YOLO's labels, which go by the name of the photo. */
    YOLO(".txt");

    private final String ending;

    OutlineFormat(String ending) {
        this.ending = ending;
    }

    /**
     * Reads a word.
     *
     * @param word as it was typed
     * @return the format
     * @throws IllegalArgumentException that lists the known ones, if it is none of them
     */
    static OutlineFormat of(String word) {
        for (OutlineFormat each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        List<String> known = Arrays.stream(values()).map(OutlineFormat::word).toList();
        throw new IllegalArgumentException("--format must be one or more of " + String.join(", ", known) + ", got '"
                + word + "'" + NearestName.hint(word, known));
    }

    /**
     * What people type.
     *
     * @return such as {@code geojson}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What follows the stem in the name of the file.
     *
     * @return such as {@code .geojson}
     */
    public String ending() {
        return ending;
    }
}
