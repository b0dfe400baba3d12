/**
 * How well objects are found, named and placed, as COCO scores detections: average precision and average recall over ten thresholds
 * of overlap, of boxes or of masks (T.-Y. Lin et al., "Microsoft COCO: Common Objects in Context", ECCV 2014, and its program
 * {@code COCOeval}).
 *
 * <p>{@link org.vung.score.detection.ImageMatches} compares one image; {@link org.vung.score.detection.DetectionScores} reads the
 * twelve numbers of {@link org.vung.score.detection.Measure} from many.
 *
 * <p>Differs from {@code COCOeval}: where nothing can be scored the answer is NaN, not −1; nothing is added to the denominator of
 * precision, so that all right is 1 and not 2<sup>−52</sup> less; true objects have no number, so that none is overlooked for having
 * number 0.
 */
@NullMarked
package org.vung.score.detection;

import org.jspecify.annotations.NullMarked;
