package org.vung.data.scene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vung.data.file.DataFiles;
import org.vung.data.file.JsonReading;
import org.vung.measure.scene.Legend;
import tools.jackson.databind.JsonNode;

/** The meaning of a label map from the {@code STEM.json} that {@code vung segment} writes beside {@code STEM.labels.png}. */
public final class LegendFile {

    private static final List<String> ENDINGS = List.of(".labels.png", ".labels.tif", ".labels.tiff");

    private LegendFile() {}

    /**
     * The beginning of the names of all files of one image.
     *
     * @param file of labels
     * @return its name without {@code .labels.png}, or without its ending
     */
    public static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        for (String ending : ENDINGS) {
            if (name.endsWith(ending) && name.length() > ending.length()) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /**
     * Whether a file is named as {@code vung segment} names labels.
     *
     * @param name of the file
     * @return true for {@code .labels.png} and {@code .labels.tif}
     */
    public static boolean isLabels(String name) {
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    /**
     * Reads the JSON beside a label map.
     *
     * @param labels the label map
     * @return the legend; empty where there is no such file
     * @throws IOException if it cannot be read or contradicts itself
     */
    public static Optional<Legend> beside(Path labels) throws IOException {
        Path json = labels.resolveSibling(stem(labels) + ".json");
        if (!isLabels(String.valueOf(labels.getFileName())) || !Files.isRegularFile(json)) {
            return Optional.empty();
        }
        JsonNode result = JsonReading.tree(json).path("results").path(0);
        try {
            return legend(result);
        } catch (IllegalArgumentException wrong) {
            throw DataFiles.bad(json, String.valueOf(wrong.getMessage()));
        }
    }

    private static Optional<Legend> legend(JsonNode result) {
        List<String> names = new ArrayList<>();
        result.path("classes").forEach(name -> names.add(name.asString("")));
        return switch (result.path("kind").asString("")) {
            case "semantic" -> Optional.of(Legend.classes(names));
            case "instances" -> Optional.of(Legend.objects(names, categories(result.path("regions"), names)));
            case "partition" -> Optional.of(Legend.numbers());
            default ->
                throw new IllegalArgumentException(
                        "must be what vung segment writes, got no 'kind' of partition, semantic or instances");
        };
    }

    /** Of every object by its number; those without pixels are not listed and count as of the first class. */
    private static List<Integer> categories(JsonNode regions, List<String> names) {
        List<Integer> categories = new ArrayList<>();
        for (JsonNode region : regions) {
            int id = region.path("id").asInt(0);
            int category = names.indexOf(region.path("name").asString(""));
            if (id <= categories.size() || id > (1 << 24) || category < 0) {
                throw new IllegalArgumentException(
                        "regions must have growing ids from 1 and names of classes, got id " + id + " and name '"
                                + DataFiles.shown(region.path("name").asString("")) + "'");
            }
            while (categories.size() < id - 1) {
                categories.add(0);
            }
            categories.add(category);
        }
        return categories;
    }
}
