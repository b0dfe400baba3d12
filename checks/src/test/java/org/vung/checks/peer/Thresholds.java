package org.vung.checks.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.vung.Segmenter;
import org.vung.catalog.Catalog;
import org.vung.classic.adaptive.Adaptive;
import org.vung.classic.localthreshold.LocalThreshold;
import org.vung.classic.multiotsu.MultiOtsu;
import org.vung.classic.threshold.AutomaticThreshold;
import org.vung.classic.threshold.Threshold;
import org.vung.image.Grey;
import org.vung.image.Image;
import tools.jackson.databind.JsonNode;

/** What the comparison of thresholds asks beyond labels and pictures. */
final class Thresholds {

    private Thresholds() {}

    /** {@code image, grey, out} → the grey picture in {@code out}. */
    static Map<String, Object> grey(JsonNode request) throws IOException {
        Image image = Npy.readImage(Path.of(request.path("image").asString()));
        Npy.write(
                Path.of(request.path("out").asString()),
                Grey.valueOf(request.path("grey").asString()).of(image));
        return Map.of();
    }

    /** {@code method, image, [out], [repeat]} → {@code thresholds}, or one per pixel in {@code out}; seconds per repeat. */
    static Map<String, Object> find(JsonNode request) throws IOException {
        Segmenter method = Catalog.segmenter(request.path("method").asString());
        Image image = Npy.readImage(Path.of(request.path("image").asString()));
        double[] seconds = new double[request.path("repeat").asInt(1)];
        double[] found = find(method, image);
        for (int i = 0; i < seconds.length; i++) {
            long start = System.nanoTime();
            found = find(method, image);
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        if (request.has("out")) {
            Npy.write(Path.of(request.path("out").asString()), found, found.length);
            return Map.of("seconds", seconds);
        }
        return Map.of("seconds", seconds, "thresholds", found);
    }

    private static double[] find(Segmenter method, Image image) {
        if (method instanceof LocalThreshold local) {
            return local.thresholds(image);
        }
        if (method instanceof MultiOtsu several) {
            return several.thresholds(image);
        }
        if (method instanceof AutomaticThreshold one) {
            return new double[] {one.threshold(image)};
        }
        throw new IllegalArgumentException("method must find thresholds, got " + method);
    }

    /** {@code method, image, repeat} → seconds per repeat of painting into one array that is kept. */
    static Map<String, Object> apply(JsonNode request) throws IOException {
        Image image = Npy.readImage(Path.of(request.path("image").asString()));
        byte[] target = new byte[image.size().pixels()];
        Consumer<Image> painter =
                painter(Catalog.segmenter(request.path("method").asString()), target);
        double[] seconds = new double[request.path("repeat").asInt(1)];
        for (int i = 0; i < seconds.length; i++) {
            long start = System.nanoTime();
            painter.accept(image);
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        return Map.of("seconds", seconds);
    }

    private static Consumer<Image> painter(Segmenter method, byte[] target) {
        if (method instanceof Threshold threshold) {
            return image -> threshold.apply(image, target);
        }
        if (method instanceof AutomaticThreshold automatic) {
            return image -> automatic.apply(image, target);
        }
        if (method instanceof Adaptive adaptive) {
            return image -> adaptive.apply(image, target);
        }
        throw new IllegalArgumentException("method must paint into an array, got " + method);
    }
}
