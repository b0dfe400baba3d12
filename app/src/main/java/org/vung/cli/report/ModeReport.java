package org.vung.cli.report;

import java.util.List;

/** The JSON of {@code vung explain meanshift}. */
public final class ModeReport {

    private ModeReport() {}

    /**
     * One object for the figure.
     *
     * @param image as it was given
     * @param figure the file written
     * @param path grey levels of the centre, from its start to the mode
     * @param heights density at each of them
     * @return JSON text
     */
    public static String of(String image, String figure, List<Double> path, List<Double> heights) {
        return Json.object(json -> {
            json.writeStringProperty("image", image);
            json.writeStringProperty("figure", figure);
            json.writeName("path");
            Json.value(json, path);
            json.writeName("density");
            Json.value(json, heights);
            json.writeName("mode");
            json.writeNumber(path.get(path.size() - 1));
        });
    }
}
