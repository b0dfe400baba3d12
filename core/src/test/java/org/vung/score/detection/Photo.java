package org.vung.score.detection;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What is true and what was found in one photo. */
public record Photo(List<GroundTruth> truths, List<Detection> detections) {

    /**
     * A photo in one line of text. All objects are boxes of 10 rows. True ones are {@code from..to} in columns, a crowd with
     * {@code *} behind, then {@code /area} where that is not the box's, then {@code #class} where it is not 0; found ones are
     * {@code from..to:score} and perhaps a class.
     */
    static Photo of(String truths, String detections) {
        return new Photo(
                words(truths).map(Photo::truth).toList(),
                words(detections).map(Photo::detection).toList());
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ", -1)).filter(word -> !word.isEmpty());
    }

    private static GroundTruth truth(String word) {
        String[] named = word.split("#", -1);
        String[] parts = named[0].split("/", -1);
        boolean crowd = parts[0].endsWith("*");
        BoundingBox box = box(parts[0].replace("*", ""));
        double area = parts.length > 1 ? Double.parseDouble(parts[1]) : box.area();
        return new GroundTruth(category(named), box, crowd, area);
    }

    private static Detection detection(String word) {
        String[] named = word.split("#", -1);
        String[] parts = named[0].split(":", -1);
        return new Detection(category(named), Double.parseDouble(parts[1]), box(parts[0]));
    }

    private static int category(String[] named) {
        return named.length > 1 ? Integer.parseInt(named[1]) : 0;
    }

    private static BoundingBox box(String columns) {
        String[] edges = columns.split("\\.\\.", -1);
        double left = Double.parseDouble(edges[0]);
        return new BoundingBox(0, left, 10, Double.parseDouble(edges[1]) - left);
    }

    /** Compares both. */
    public ImageMatches matches() {
        return ImageMatches.of(truths, detections);
    }

    /** Scores photos. */
    public static DetectionScores scores(List<Photo> photos) {
        return DetectionScores.of(photos.stream().map(Photo::matches).toList());
    }
}
