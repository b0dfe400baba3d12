package org.vung.data.evaluate;

import java.util.Optional;
import org.vung.ClassScores;
import org.vung.Findings;
import org.vung.Segmentation;
import org.vung.Segmenter;
import org.vung.Semantic;
import org.vung.SoftSegmenter;
import org.vung.image.Image;
import org.vung.label.LabelMap;

/**
 * What a method said of an image.
 *
 * @param answer classes or regions
 * @param soft probabilities, where they were asked for
 */
public record Prediction(Segmentation answer, Optional<ClassScores> soft) {

    /**
     * Asks a method.
     *
     * @param method any
     * @param image to be segmented
     * @param soft whether probabilities are wanted; the classes then come from them
     * @return its answer
     * @throws IllegalArgumentException if the method has no probabilities but should
     */
    public static Prediction of(Segmenter method, Image image, boolean soft) {
        if (!soft) {
            return new Prediction(method.segment(image), Optional.empty());
        }
        if (!(method instanceof SoftSegmenter sure)) {
            throw new IllegalArgumentException(
                    "method must give probabilities for these scores, as networks in .vung files"
                            + " do, got one that gives labels only; take other --scores");
        }
        ClassScores scores = sure.scores(image);
        Semantic answer = new Semantic(scores.labels(), scores.classes(), Findings.none());
        return new Prediction(answer, Optional.of(scores));
    }

    /**
     * The labels of the answer.
     *
     * @return a label per pixel
     */
    public LabelMap labels() {
        return answer.labels();
    }

    ClassScores scores() {
        return soft.orElseThrow(() -> new IllegalStateException("probabilities must be asked for, got labels only"));
    }
}
