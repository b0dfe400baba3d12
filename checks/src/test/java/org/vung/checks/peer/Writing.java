package org.vung.checks.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.image.codec.Limits;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelMap;
import org.vung.label.Palette;
import tools.jackson.databind.JsonNode;

/** Writes image files for other readers, and reads labels that others wrote. */
final class Writing {

    private Writing() {}

    /** {@code image, file, [repeat]} → the picture in {@code file}; seconds per repeat. */
    static Map<String, Object> write(JsonNode request) throws IOException {
        Image image = Npy.readImage(Path.of(request.path("image").asString()));
        Path file = Path.of(request.path("file").asString());
        double[] seconds = new double[request.path("repeat").asInt(1)];
        for (int i = 0; i < seconds.length; i++) {
            long start = System.nanoTime();
            ImageFiles.write(image, file, Existing.REPLACE);
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        return Map.of("seconds", seconds);
    }

    /** {@code labels [height, width], file, [repeat]} → the labels in {@code file}; seconds per repeat. */
    static Map<String, Object> writeLabels(JsonNode request) throws IOException {
        double[] values = Npy.readDoubles(Path.of(request.path("labels").asString()));
        Size size =
                new Size(request.path("height").asInt(), request.path("width").asInt());
        int[] labels = new int[values.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (int) values[i];
        }
        LabelMap map = LabelMap.wrap(size, labels);
        Path file = Path.of(request.path("file").asString());
        double[] seconds = new double[request.path("repeat").asInt(1)];
        for (int i = 0; i < seconds.length; i++) {
            long start = System.nanoTime();
            ImageFiles.writeLabels(map, Palette.voc(), file, Existing.REPLACE);
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        return Map.of("seconds", seconds);
    }

    /** {@code file, out} → labels [height, width] in {@code out}. */
    static Map<String, Object> readLabels(JsonNode request) throws IOException {
        LabelMap labels = ImageFiles.readLabels(Path.of(request.path("file").asString()), Limits.standard());
        Npy.write(
                Path.of(request.path("out").asString()),
                labels.sharedLabels(),
                labels.size().height(),
                labels.size().width());
        return Map.of("count", labels.count());
    }
}
