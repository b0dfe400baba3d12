package org.vung.score.detection;

import java.util.function.ToDoubleFunction;

/**
 * COCO's twelve numbers, in its order: average precision (AP) and average recall (AR). Each is the mean over classes that have true
 * objects and, but for {@link #AP50} and {@link #AP75}, over the thresholds of intersection over union 0.5, 0.55 … 0.95. At most 100
 * detections of a class in an image are looked at.
 */
public enum Measure {

    /** Average precision. */
    AP("AP", of -> of.precision(AreaRange.ALL)),
    /** At threshold 0.5. */
    AP50("AP50", of -> of.precision(AreaRange.ALL, 0)),
    /** At threshold 0.75. */
    AP75("AP75", of -> of.precision(AreaRange.ALL, 5)),
    /** Of objects up to 32² pixels. */
    AP_SMALL("APs", of -> of.precision(AreaRange.SMALL)),
    /** Of objects of 32² to 96² pixels. */
    AP_MEDIUM("APm", of -> of.precision(AreaRange.MEDIUM)),
    /** Of objects from 96² pixels on. */
    AP_LARGE("APl", of -> of.precision(AreaRange.LARGE)),
    /** Recall of the surest detection of a class in each image. */
    AR1("AR1", of -> of.recall(AreaRange.ALL, 1)),
    /** Recall of the ten surest. */
    AR10("AR10", of -> of.recall(AreaRange.ALL, 10)),
    /** Recall of the hundred surest. */
    AR100("AR100", of -> of.recall(AreaRange.ALL, 100)),
    /** Likewise, of objects up to 32² pixels. */
    AR_SMALL("ARs", of -> of.recall(AreaRange.SMALL, 100)),
    /** Likewise, of objects of 32² to 96² pixels. */
    AR_MEDIUM("ARm", of -> of.recall(AreaRange.MEDIUM, 100)),
    /** Likewise, of objects from 96² pixels on. */
    AR_LARGE("ARl", of -> of.recall(AreaRange.LARGE, 100));

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // keeps no state
    private final ToDoubleFunction<ClassCurves> reading;

    Measure(String label, ToDoubleFunction<ClassCurves> reading) {
        this.label = label;
        this.reading = reading;
    }

    /** Of one class: 0 … 1, NaN where it has no true objects of that size. */
    double of(ClassCurves curves) {
        return reading.applyAsDouble(curves);
    }

    /**
     * The name in tables.
     *
     * @return such as AP50 or APs
     */
    public String label() {
        return label;
    }
}
