package org.vung.data.scene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.vung.data.file.DataFiles;
import org.vung.data.file.Ids;
import org.vung.data.file.JsonReading;
import org.vung.data.file.MaskFile;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import org.vung.mask.RunLengths;
import org.vung.measure.scene.Part;
import tools.jackson.databind.JsonNode;

/**
 * Parts of interest from a file: a mask, in which every value above 0 is a part, or GeoJSON in pixels, in which every feature is one.
 * A pixel belongs to a polygon where its middle does, by the even-odd rule.
 */
public final class Parts {

    private static final int MOST_PARTS = 1000;
    private static final String DEGREE = "degree";

    private Parts() {}

    /**
     * Reads parts.
     *
     * @param file an image, or GeoJSON where it ends in {@code .json} or {@code .geojson}
     * @param size of the image they are of
     * @return at least one, each with a name of its own
     * @throws IOException if it cannot be read, holds no part, or is a mask of another size
     */
    public static List<Part> read(Path file, Size size) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        List<Part> parts = name.endsWith("json") ? polygons(file, size) : masks(file, size);
        if (parts.isEmpty() || parts.size() > MOST_PARTS) {
            throw DataFiles.bad(file, "must hold 1 … " + MOST_PARTS + " parts, got " + parts.size());
        }
        return parts;
    }

    private static List<Part> masks(Path file, Size size) throws IOException {
        LabelMap values = MaskFile.labels(file);
        if (!values.size().equals(size)) {
            throw DataFiles.bad(file, "mask must have the labels' size " + size + ", got " + values.size());
        }
        TreeSet<Integer> known = new TreeSet<>();
        for (int value : values.sharedLabels()) {
            if (known.add(value) && known.size() > MOST_PARTS + 1) {
                throw DataFiles.bad(file, "mask must hold at most " + MOST_PARTS + " values, got more; is it a photo?");
            }
        }
        known.remove(0);
        List<RunLengths> masks = Ids.masks(values, 0);
        List<Part> parts = new ArrayList<>();
        for (int value : known) {
            String name = known.size() == 1 ? DataFiles.stem(file) : Integer.toString(value);
            parts.add(new Part(name, masks.get(parts.size())));
        }
        return parts;
    }

    private static List<Part> polygons(Path file, Size size) throws IOException {
        JsonNode root = JsonReading.tree(file);
        if (root.path("frame").path("unit").asString("").equals(DEGREE)) {
            throw DataFiles.bad(file, "must be in pixels, [column, row], got longitude and latitude");
        }
        List<Part> parts = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>();
        try {
            List<JsonNode> features = new ArrayList<>();
            if (root.path("type").asString("").equals("FeatureCollection")) {
                root.path("features").forEach(features::add);
            } else {
                features.add(root);
            }
            if (features.size() > MOST_PARTS) {
                throw new IllegalArgumentException(
                        "must hold at most " + MOST_PARTS + " features, got " + features.size());
            }
            for (JsonNode feature : features) {
                JsonNode shape =
                        feature.path("type").asString("").equals("Feature") ? feature.path("geometry") : feature;
                RunLengths mask = PolygonFill.of(shape, size);
                String name = name(feature, parts.size() + 1);
                while (!names.add(name)) {
                    name += " (" + (parts.size() + 1) + ")";
                }
                parts.add(new Part(name, mask));
            }
        } catch (IllegalArgumentException wrong) {
            throw DataFiles.bad(file, String.valueOf(wrong.getMessage()));
        }
        return parts;
    }

    private static String name(JsonNode feature, int number) {
        String name = feature.path("properties").path("name").asString("");
        return name.isBlank() ? "part " + number : name;
    }
}
