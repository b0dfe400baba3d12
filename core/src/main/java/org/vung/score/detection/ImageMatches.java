package org.vung.score.detection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What was found of the objects of one image: all that is needed to score many images, without boxes or masks. Keeps some 30
 * bytes a detection. Immutable.
 */
public final class ImageMatches {

    private final Map<Integer, ClassMatches> classes;

    private ImageMatches(Map<Integer, ClassMatches> classes) {
        this.classes = classes;
    }

    /**
     * Compares the objects of an image, class by class. Each detection, the surest first, takes the object that it overlaps most with.
     *
     * @param truths in the order of the annotations; of equal overlaps the last counts
     * @param detections in any order; equal scores keep theirs, and of each class the 100 surest are looked at
     * @return the matches at all thresholds
     * @throws IllegalArgumentException if boxes and masks are mixed, or masks are of different images
     */
    public static ImageMatches of(List<GroundTruth> truths, List<Detection> detections) {
        Map<Integer, List<GroundTruth>> marked = truths.stream().collect(Collectors.groupingBy(GroundTruth::category));
        Map<Integer, List<Detection>> found = detections.stream().collect(Collectors.groupingBy(Detection::category));
        Set<Integer> categories = new TreeSet<>(marked.keySet());
        categories.addAll(found.keySet());
        Map<Integer, ClassMatches> classes = new TreeMap<>();
        for (int category : categories) {
            classes.put(
                    category,
                    new ClassMatches(
                            marked.getOrDefault(category, List.of()), found.getOrDefault(category, List.of())));
        }
        return new ImageMatches(classes);
    }

    /** By their classes, the lowest first. */
    Map<Integer, ClassMatches> classes() {
        return classes;
    }
}
