package org.vung.checks.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import org.vung.score.BoundaryIou;
import org.vung.score.ConfusionMatrix;
import org.vung.score.Contingency;
import org.vung.score.Ranking;
import org.vung.score.neuron.NeuronScores;
import org.vung.score.neuron.Slice;
import org.vung.score.object.Matches;
import org.vung.score.object.Overlaps;
import org.vung.score.region.AdaptedRand;
import org.vung.score.region.Covering;
import org.vung.score.region.RandIndex;
import org.vung.score.region.VariationOfInformation;
import tools.jackson.databind.JsonNode;

/** Scores of given labels and probabilities; arrays travel as float64 files with {@code height, width} beside them. */
final class ScoreTasks {

    private ScoreTasks() {}

    /** {@code truth, said} → every score of labels. */
    static Map<String, Object> labels(JsonNode request) throws IOException {
        LabelMap truth = map(request, "truth");
        LabelMap said = map(request, "said");
        long start = System.nanoTime();
        ConfusionMatrix matrix =
                ConfusionMatrix.of(Math.max(truth.count(), said.count()), truth, said, ConfusionMatrix.NONE_IGNORED);
        Contingency overlaps = Contingency.of(truth, said);
        VariationOfInformation information = VariationOfInformation.of(overlaps);
        AdaptedRand rand = AdaptedRand.of(overlaps);
        Overlaps objects = Overlaps.of(truth, said);
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("accuracy", matrix.accuracy());
        reply.put("mean_accuracy", matrix.meanAccuracy());
        reply.put("mean_iou", matrix.meanIou());
        reply.put("mean_dice", matrix.meanDice());
        reply.put("weighted_iou", matrix.frequencyWeightedIou());
        reply.put("rand_index", RandIndex.of(overlaps));
        reply.put("adapted_error", rand.error());
        reply.put("adapted_precision", rand.precision());
        reply.put("adapted_recall", rand.recall());
        reply.put("splits", information.splits());
        reply.put("merges", information.merges());
        reply.put("covering", Covering.of(List.of(overlaps)).value());
        reply.put(
                "boundary",
                BoundaryIou.of(inside(truth), inside(said), truth.size()).value());
        for (double threshold : new double[] {0.5, 0.65, 0.9}) {
            Matches matches = objects.at(threshold);
            reply.put(
                    "matches_" + threshold,
                    List.of(matches.matched(), matches.invented(), matches.missed(), matches.iou()));
        }
        reply.put("jaccard", objects.aggregatedJaccard());
        reply.put("jaccard_one_to_one", objects.aggregatedJaccardOneToOne());
        reply.put("seconds", (System.nanoTime() - start) / 1e9);
        return reply;
    }

    /** {@code positive, scores} → areas under both curves. */
    static Map<String, Object> ranking(JsonNode request) throws IOException {
        double[] scores = numbers(request, "scores");
        boolean[] positive = flags(numbers(request, "positive"));
        float[] floats = floats(scores);
        long start = System.nanoTime();
        Ranking ranking = Ranking.of(floats, positive);
        return Map.of(
                "area",
                ranking.areaUnderRoc(),
                "precision",
                ranking.averagePrecision(),
                "seconds",
                (System.nanoTime() - start) / 1e9);
    }

    /** {@code cell, probability} → the neuron scores of one slice. */
    static Map<String, Object> slice(JsonNode request) throws IOException {
        boolean[] cell = flags(numbers(request, "cell"));
        float[] probability = floats(numbers(request, "probability"));
        long start = System.nanoTime();
        NeuronScores scores = NeuronScores.of(List.of(Slice.of(cell, probability, size(request))));
        return Map.of(
                "rand",
                scores.rand(),
                "information",
                scores.information(),
                "pixel",
                scores.pixelError(),
                "seconds",
                (System.nanoTime() - start) / 1e9);
    }

    private static boolean[] inside(LabelMap map) {
        return flags(Arrays.stream(map.sharedLabels()).asDoubleStream().toArray());
    }

    private static boolean[] flags(double[] numbers) {
        boolean[] flags = new boolean[numbers.length];
        for (int at = 0; at < flags.length; at++) {
            flags[at] = numbers[at] > 0;
        }
        return flags;
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int at = 0; at < floats.length; at++) {
            floats[at] = (float) numbers[at];
        }
        return floats;
    }

    private static Size size(JsonNode request) {
        return new Size(request.path("height").asInt(), request.path("width").asInt());
    }

    private static double[] numbers(JsonNode request, String name) throws IOException {
        return Npy.readDoubles(Path.of(request.path(name).asString()));
    }

    private static LabelMap map(JsonNode request, String name) throws IOException {
        int[] labels = Arrays.stream(numbers(request, name))
                .mapToInt(number -> (int) number)
                .toArray();
        return LabelMap.wrap(size(request), labels);
    }
}
