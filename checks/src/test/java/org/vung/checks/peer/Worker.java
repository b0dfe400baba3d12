package org.vung.checks.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vung.ImageFilter;
import org.vung.Segmentation;
import org.vung.Segmenter;
import org.vung.catalog.Catalog;
import org.vung.image.Image;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A warm JVM that Python scripts drive: one JSON request a line on standard input, one JSON answer a line on standard
 * output. Images travel as NumPy files, so both sides work on the very same pixels.
 */
public final class Worker {

    private static final JsonMapper JSON = new JsonMapper();

    /** One line per task. */
    private static final Map<String, Task> TASKS = Map.ofEntries(
            Map.entry("segment", Worker::segment),
            Map.entry("filter", Worker::filter),
            Map.entry("kmeans", ClusterTasks::kmeans),
            Map.entry("em", ClusterTasks::em),
            Map.entry("read", Reading::read),
            Map.entry("write", Writing::write),
            Map.entry("write_labels", Writing::writeLabels),
            Map.entry("read_labels", Writing::readLabels),
            Map.entry("grey", Thresholds::grey),
            Map.entry("thresholds", Thresholds::find),
            Map.entry("quickshift", ModeTasks::quickshift),
            Map.entry("apply", Thresholds::apply),
            Map.entry("flood", RegionTasks::flood),
            Map.entry("merge", RegionTasks::merge),
            Map.entry("mark", RegionTasks::mark),
            Map.entry("measure", RegionTasks::measure),
            Map.entry("shapes", ShapeTasks::measure),
            Map.entry("score_labels", ScoreTasks::labels),
            Map.entry("score_ranking", ScoreTasks::ranking),
            Map.entry("score_slice", ScoreTasks::slice));

    private Worker() {}

    /**
     * Answers requests until standard input ends.
     *
     * @param args none
     * @throws IOException if standard input breaks
     */
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(JSON.writeValueAsString(answer(JSON.readTree(line))));
        }
    }

    private static Map<String, Object> answer(JsonNode request) {
        try {
            Task task = TASKS.get(request.path("task").asString());
            if (task == null) {
                return Map.of("error", "task must be one of " + TASKS.keySet() + ", got " + request.path("task"));
            }
            return task.run(request);
        } catch (IOException | RuntimeException failure) {
            return Map.of("error", failure.toString());
        }
    }

    /** {@code method, image, [out], [repeat]} → labels in {@code out}, findings, seconds per repeat. */
    private static Map<String, Object> segment(JsonNode request) throws IOException {
        Segmenter segmenter = Catalog.segmenter(request.path("method").asString());
        Image image = Npy.readImage(Path.of(request.path("image").asString()));
        double[] seconds = new double[request.path("repeat").asInt(1)];
        Segmentation answer = segmenter.segment(image);
        for (int i = 0; i < seconds.length; i++) {
            long start = System.nanoTime();
            answer = segmenter.segment(image);
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        if (request.has("out")) {
            Npy.write(
                    Path.of(request.path("out").asString()),
                    answer.labels().sharedLabels(),
                    image.height(),
                    image.width());
        }
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("count", answer.labels().count());
        reply.put("findings", answer.findings().values());
        reply.put("warnings", answer.findings().warnings());
        reply.put("seconds", seconds);
        return reply;
    }

    /** {@code method, image, out, [repeat]} → the filtered picture in {@code out}, seconds per repeat. */
    private static Map<String, Object> filter(JsonNode request) throws IOException {
        if (!(Catalog.segmenter(request.path("method").asString()) instanceof ImageFilter filter)) {
            throw new IllegalArgumentException("method must answer with a picture, got " + request.path("method"));
        }
        Image image = Npy.readImage(Path.of(request.path("image").asString()));
        double[] seconds = new double[request.path("repeat").asInt(1)];
        Image answer = filter.filter(image);
        for (int i = 0; i < seconds.length; i++) {
            long start = System.nanoTime();
            answer = filter.filter(image);
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        Npy.write(Path.of(request.path("out").asString()), answer);
        return Map.of("seconds", seconds);
    }
}
