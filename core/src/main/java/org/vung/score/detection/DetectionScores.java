package org.vung.score.detection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * COCO's twelve numbers over many images, of every class and of all together. NaN stands for what cannot be scored, as where there are
 * no large objects; COCO's own program says −1. Immutable.
 */
public final class DetectionScores {

    /** By class. */
    private final Map<Integer, Map<Measure, Double>> values = new TreeMap<>();

    private DetectionScores(Map<Integer, List<ClassMatches>> classes) {
        classes.forEach((category, images) -> {
            ClassCurves curves = new ClassCurves(images);
            Map<Measure, Double> own = new EnumMap<>(Measure.class);
            for (Measure measure : Measure.values()) {
                own.put(measure, measure.of(curves));
            }
            values.put(category, own);
        });
    }

    /**
     * Scores images.
     *
     * @param images their order decides between detections of equal score; one may be there more than once
     * @return the scores
     */
    public static DetectionScores of(List<ImageMatches> images) {
        Map<Integer, List<ClassMatches>> classes = new TreeMap<>();
        for (ImageMatches image : images) {
            image.classes()
                    .forEach((category, matches) -> classes.computeIfAbsent(category, first -> new ArrayList<>())
                            .add(matches));
        }
        return new DetectionScores(classes);
    }

    /**
     * The mean over classes that have true objects of the size in question.
     *
     * @param measure which of the twelve
     * @return 0 … 1, NaN if there is no such class
     */
    public double value(Measure measure) {
        return values.values().stream()
                .mapToDouble(own -> own.getOrDefault(measure, Double.NaN))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    /**
     * The number of one class.
     *
     * @param measure which of the twelve
     * @param category the class
     * @return 0 … 1, NaN if the class has no true objects of the size in question
     */
    public double value(Measure measure, int category) {
        return values.getOrDefault(category, Map.of()).getOrDefault(measure, Double.NaN);
    }
}
