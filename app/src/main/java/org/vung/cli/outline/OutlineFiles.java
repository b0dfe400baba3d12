package org.vung.cli.outline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vung.data.coco.CocoOutlines;
import org.vung.data.geo.Placement;
import org.vung.data.imagej.RoiSet;
import org.vung.data.outline.Drawing;
import org.vung.data.outline.GeoJson;
import org.vung.data.outline.Svg;
import org.vung.data.yolo.YoloOutlines;
import org.vung.image.codec.Georeference;
import org.vung.image.file.AtomicFile;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;

/**
 * The outlines that are written beside the other files.
 *
 * @param formats of them; may be none
 * @param tolerance of simplification, in pixels
 */
public record OutlineFiles(List<OutlineFormat> formats, double tolerance) {

    static final double MOST_TOLERANCE = 100_000;

    /** Copies the list. */
    public OutlineFiles {
        formats = List.copyOf(formats);
    }

    /**
     * The ends of their names.
     *
     * @return one per format
     */
    public List<String> endings() {
        return formats.stream().map(OutlineFormat::ending).toList();
    }

    /**
     * Writes them.
     *
     * @param drawing exact; simplified here
     * @param stem folder and beginning of the names
     * @param photo the file that the image is: it may tell the place on a map, and is shown behind the lines, where a browser can show it
     * @param existing what happens to files of these names
     * @return the path of each by its format's word
     * @throws IOException if one cannot be written
     */
    public Map<String, String> write(Drawing drawing, Path stem, Optional<Path> photo, Existing existing)
            throws IOException {
        Map<String, String> outputs = new LinkedHashMap<>();
        Drawing simple = drawing.simplified(tolerance);
        for (OutlineFormat format : formats) {
            Path file = stem.resolveSibling(stem.getFileName() + format.ending());
            AtomicFile.write(file, existing, out -> {
                switch (format) {
                    case COCO -> CocoOutlines.write(simple, out);
                    case GEOJSON -> GeoJson.write(simple, placement(photo), out);
                    case IMAGEJ -> RoiSet.write(simple, out);
                    case SVG -> Svg.write(simple, PhotoLink.from(file, photo), out);
                    case YOLO -> YoloOutlines.write(simple, out);
                }
            });
            outputs.put(format.word(), file.toString());
        }
        return outputs;
    }

    private static Optional<Placement> placement(Optional<Path> photo) throws IOException {
        Optional<Georeference> georeference = photo.isEmpty() ? Optional.empty() : ImageFiles.georeference(photo.get());
        return georeference.flatMap(Placement::of);
    }
}
