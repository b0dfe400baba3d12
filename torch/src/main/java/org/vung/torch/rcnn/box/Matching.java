package org.vung.torch.rcnn.box;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.vung.grid.RowBands;

/**
 * Which object a box is to learn: the one it overlaps most, if enough.
 *
 * <p>Differs from torchvision and detectron2: an object that no box overlaps has no best box. There it has all boxes that do not overlap
 * it, which are nearly all.
 *
 * @param enough overlap from which on a box is of its object
 * @param tooLittle overlap below which it is of none; between the two nobody says
 * @param best whether the boxes that overlap an object more than all others do are of the object they overlap most, however little that
 *     is; several where they are equal
 */
public record Matching(double enough, double tooLittle, boolean best) {

    /** Of no object. */
    public static final int NONE = -1;

    /** Neither of an object nor of none. */
    public static final int UNSAID = -2;

    /** Of anchors. */
    public static final Matching ANCHORS = new Matching(0.7, 0.3, true);

    /** Of proposals. */
    public static final Matching PROPOSALS = new Matching(0.5, 0.5, false);

    /** Boxes that one thread takes at a time. */
    private static final int BAND = 1 << 12;

    /** Checks the numbers. */
    public Matching {
        if (!(tooLittle >= 0 && tooLittle <= enough && enough <= 1)) {
            throw new IllegalArgumentException(
                    "overlaps must rise from 0 to 1, got too little at " + tooLittle + " and enough at " + enough);
        }
    }

    /**
     * Matches.
     *
     * @param objects with an area each
     * @param boxes any
     * @return the object of each box, {@link #NONE} or {@link #UNSAID}; all none where there is no object
     */
    public int[] of(Boxes objects, Boxes boxes) {
        int[] nearest = new int[boxes.count()];
        float[] most = new float[boxes.count()];
        float[][] best = overlaps(objects, boxes, nearest, most);
        int[] matches = new int[boxes.count()];
        Arrays.setAll(
                matches,
                box -> most[box] >= enough ? nearest[box] : most[box] >= tooLittle && most[box] > 0 ? UNSAID : NONE);
        if (this.best) {
            keepBest(objects, boxes, best, box -> matches[box] = nearest[box]);
        }
        return matches;
    }

    /** Fills in the nearest object of each box and its overlap; returns each object's largest overlap. */
    private static float[][] overlaps(Boxes objects, Boxes boxes, int[] nearest, float[] most) {
        int bands = (boxes.count() + BAND - 1) / BAND;
        float[][] best = new float[Math.max(1, bands)][objects.count()];
        RowBands.forEach(bands, (from, to) -> {
            for (int band = from; band < to; band++) {
                int end = Math.min(boxes.count(), (band + 1) * BAND);
                for (int box = band * BAND; box < end; box++) {
                    for (int object = 0; object < objects.count(); object++) {
                        float overlap = objects.overlap(object, boxes, box);
                        best[band][object] = Math.max(best[band][object], overlap);
                        if (overlap > most[box]) {
                            most[box] = overlap;
                            nearest[box] = object;
                        }
                    }
                }
            }
        });
        return best;
    }

    private static void keepBest(Boxes objects, Boxes boxes, float[][] bands, IntConsumer keeping) {
        for (int object = 0; object < objects.count(); object++) {
            float best = 0;
            for (float[] band : bands) {
                best = Math.max(best, band[object]);
            }
            for (int box = 0; best > 0 && box < boxes.count(); box++) {
                if (objects.overlap(object, boxes, box) == best) {
                    keeping.accept(box);
                }
            }
        }
    }
}
