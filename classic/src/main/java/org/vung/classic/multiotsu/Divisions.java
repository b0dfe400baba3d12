package org.vung.classic.multiotsu;

/**
 * The division of the bins with the largest spread, the first in order among equals.
 *
 * <p>A cut at c ends a class before bin c. Cuts through empty bins are all alike, so only the first of each run is walked.
 * {@code reach[k][i]} is the most that k or fewer classes can add behind cut point i; a prefix that cannot come within one
 * millionth of the best is dropped, which leaves a handful of divisions to compare in single precision.
 */
final class Divisions {

    /** The most cut points for which every pair of them is weighed. */
    static final int MOST_POINTS = 4096;

    private static final double NEARLY = 1 - 1e-6;

    private final ClassSpread spread;
    private final int classes;
    private final int[] first;
    private final int[] last;
    private final double[][] reach;
    private final int[] chosen;
    private int[] best = new int[0];
    private float bestSpread;
    private final double goal;

    Divisions(ClassSpread spread, int classes) {
        this.spread = spread;
        this.classes = classes;
        int points = spread.distinct();
        first = new int[points];
        last = new int[points];
        int point = -1;
        for (int cut = 1; cut < spread.bins(); cut++) {
            if (cut == 1 || !spread.same(cut, cut - 1)) {
                first[++point] = cut;
            }
            last[point] = cut;
        }
        reach = reach();
        chosen = new int[classes - 1];
        goal = reachFrom(-1, classes) * NEARLY;
    }

    /** The last bin of every class but the last. */
    int[] best() {
        walk(0, -1, 0, 0);
        return best;
    }

    private double[][] reach() {
        double[][] table = new double[classes][first.length];
        for (int point = 0; point < first.length; point++) {
            table[1][point] = spread.of(first[point], spread.bins());
        }
        for (int left = 2; left < classes; left++) {
            for (int point = 0; point < first.length; point++) {
                double most = table[left - 1][point];
                for (int next = point + 1; next < first.length; next++) {
                    most = Math.max(most, spread.of(first[point], first[next]) + table[left - 1][next]);
                }
                table[left][point] = most;
            }
        }
        return table;
    }

    private double reachFrom(int point, int left) {
        if (point >= 0) {
            return reach[left][point];
        }
        double most = 0;
        for (int next = 0; next < first.length; next++) {
            most = Math.max(most, spread.of(0, first[next]) + reach[left - 1][next]);
        }
        return most;
    }

    /** Chooses cut number {@code depth} behind the cut {@code before} at cut point {@code from}. */
    private void walk(int depth, int from, int before, double soFar) {
        if (depth == classes - 1) {
            compare();
            return;
        }
        int mostCut = spread.bins() - classes + 1 + depth;
        for (int point = Math.max(0, from); point < first.length; point++) {
            int cut = Math.max(first[point], before + 1);
            double with = soFar + spread.of(before, cut);
            if (cut <= Math.min(last[point], mostCut) && with + reach[classes - 1 - depth][point] >= goal) {
                chosen[depth] = cut;
                walk(depth + 1, point, cut, with);
            }
        }
    }

    /** The sum in the order of the paper's implementation: both ends first, then the middle. */
    private void compare() {
        float sum = spread.of(0, chosen[0]) + spread.of(chosen[classes - 2], spread.bins());
        for (int i = 1; i < classes - 1; i++) {
            sum += spread.of(chosen[i - 1], chosen[i]);
        }
        if (sum > bestSpread) {
            bestSpread = sum;
            best = new int[classes - 1];
            for (int i = 0; i < best.length; i++) {
                best[i] = chosen[i] - 1;
            }
        }
    }
}
