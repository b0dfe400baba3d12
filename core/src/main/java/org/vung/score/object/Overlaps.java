package org.vung.score.object;

import org.vung.label.LabelMap;
import org.vung.score.Contingency;

/**
 * The objects of one image, in the truth and found, and how they overlap. Label 0 is no object; labels may have gaps. The same
 * overlaps serve every threshold.
 */
public final class Overlaps {

    private final Contingency pixels;
    private final int[] places;
    private final int[] foundPlaces;
    private final int objects;
    private final int found;
    /** [object][found]. */
    private final double[][] iou;

    private Overlaps(Contingency pixels) {
        this.pixels = pixels;
        places = new int[pixels.firstCount()];
        foundPlaces = new int[pixels.secondCount()];
        int next = 0;
        for (int label = 1; label < places.length; label++) {
            places[label] = pixels.firstSum(label) > 0 ? next++ : -1;
        }
        objects = next;
        next = 0;
        for (int label = 1; label < foundPlaces.length; label++) {
            foundPlaces[label] = pixels.secondSum(label) > 0 ? next++ : -1;
        }
        found = next;
        iou = new double[objects][found];
        for (int pair = 0; pair < pixels.pairs(); pair++) {
            if (isObjects(pair)) {
                iou[places[pixels.first(pair)]][foundPlaces[pixels.second(pair)]] = pixels.iou(pair);
            }
        }
    }

    /**
     * Compares the objects of an image.
     *
     * @param truth 0 for none, a label per object
     * @param said 0 for none, a label per object found; of the same size
     * @return the overlaps
     */
    public static Overlaps of(LabelMap truth, LabelMap said) {
        return new Overlaps(Contingency.of(truth, said));
    }

    private boolean isObjects(int pair) {
        return pixels.first(pair) > 0 && pixels.second(pair) > 0;
    }

    /**
     * Pairs objects so that as many as possible overlap enough and, among such pairings, overlaps are largest: costs are
     * −(IoU ≥ τ) − IoU / (2 · min(objects, found)), as in StarDist.
     *
     * @param threshold τ, above 0 up to 1
     * @return what was matched
     */
    public Matches at(double threshold) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold must be above 0 up to 1, got " + threshold);
        }
        double small = 2.0 * Math.min(objects, found);
        double[][] costs = new double[objects][found];
        for (int row = 0; row < objects; row++) {
            for (int column = 0; column < found; column++) {
                costs[row][column] = -(iou[row][column] >= threshold ? 1 : 0) - iou[row][column] / small;
            }
        }
        int[] pairs = Assignment.solve(costs);
        int matched = 0;
        double sum = 0;
        for (int row = 0; row < objects; row++) {
            if (pairs[row] >= 0 && iou[row][pairs[row]] >= threshold) {
                matched++;
                sum += iou[row][pairs[row]];
            }
        }
        return new Matches(matched, found - matched, objects - matched, sum);
    }

    /**
     * The aggregated Jaccard index as its paper has it: every object takes the found one of largest IoU, which others may take as
     * well; intersections and unions are summed; what no object took counts to the union.
     *
     * @return 0 … 1, NaN where there is nothing on either side
     */
    public double aggregatedJaccard() {
        long[] both = new long[objects];
        long[] union = new long[objects];
        int[] taken = new int[objects];
        double[] best = new double[objects];
        for (int label = 1; label < places.length; label++) {
            if (places[label] >= 0) {
                union[places[label]] = pixels.firstSum(label);
            }
        }
        for (int pair = 0; pair < pixels.pairs(); pair++) {
            int object = isObjects(pair) ? places[pixels.first(pair)] : -1;
            if (object >= 0 && pixels.iou(pair) > best[object]) {
                best[object] = pixels.iou(pair);
                both[object] = pixels.count(pair);
                taken[object] = pixels.second(pair);
                union[object] = pixels.firstSum(pixels.first(pair))
                        + pixels.secondSum(pixels.second(pair))
                        - pixels.count(pair);
            }
        }
        boolean[] used = new boolean[foundPlaces.length];
        long shared = 0;
        long all = 0;
        for (int object = 0; object < objects; object++) {
            used[taken[object]] = true;
            shared += both[object];
            all += union[object];
        }
        for (int label = 1; label < foundPlaces.length; label++) {
            all += used[label] ? 0 : pixels.secondSum(label);
        }
        return (double) shared / all;
    }

    /**
     * The aggregated Jaccard index as Cellpose has it: objects are paired one to one at the largest sum of IoU; their intersections
     * over all pixels of any object on either side.
     *
     * @return 0 … 1, NaN where there is nothing on either side
     */
    public double aggregatedJaccardOneToOne() {
        double[][] costs = new double[objects][found];
        for (int row = 0; row < objects; row++) {
            for (int column = 0; column < found; column++) {
                costs[row][column] = -iou[row][column];
            }
        }
        int[] pairs = Assignment.solve(costs);
        long shared = 0;
        long all = 0;
        for (int pair = 0; pair < pixels.pairs(); pair++) {
            all += pixels.first(pair) > 0 || pixels.second(pair) > 0 ? pixels.count(pair) : 0;
            if (isObjects(pair) && pairs[places[pixels.first(pair)]] == foundPlaces[pixels.second(pair)]) {
                shared += pixels.count(pair);
            }
        }
        return (double) shared / all;
    }
}
