package org.vung.torch.train.task;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vung.image.Image;
import org.vung.torch.record.report.Report;

/**
 * What a network makes of the images held back.
 *
 * @param scores over all of them; the first decides which weights are best
 * @param more values for the run's table, by column
 * @param images score of each image, NaN where there is nothing to score, in the set's order; none if no image was held back
 * @param table by class, for people
 * @param sheet a picture of some answers side by side; nothing where answers are labels
 */
public record Look(
        List<Score> scores, Map<String, Double> more, List<Double> images, Report.Scores table, Optional<Image> sheet) {

    /**
     * One number.
     *
     * @param name such as {@code mean IoU}
     * @param column of the run's table, such as {@code validation/miou}
     * @param value 0 … 1, NaN where there is nothing to score
     */
    public record Score(String name, String column, double value) {

        /**
         * The name for machines.
         *
         * @return such as {@code mean_iou}
         */
        public String key() {
            return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "_");
        }
    }

    /**
     * Of labels.
     *
     * @param scores over all of them; the first decides which weights are best
     * @param more values for the run's table, by column
     * @param images score of each image
     * @param table by class, for people
     */
    public Look(List<Score> scores, Map<String, Double> more, List<Double> images, Report.Scores table) {
        this(scores, more, images, table, Optional.empty());
    }

    /** Copies the collections. */
    public Look {
        scores = List.copyOf(scores);
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
        images = List.copyOf(images);
    }

    /**
     * What decides which weights are best.
     *
     * @return the first score
     */
    public double score() {
        return scores.get(0).value;
    }

    /**
     * For the run's table.
     *
     * @return values by column
     */
    public Map<String, Double> row() {
        Map<String, Double> row = new LinkedHashMap<>();
        scores.forEach(score -> row.put(score.column, score.value));
        row.putAll(more);
        return row;
    }
}
