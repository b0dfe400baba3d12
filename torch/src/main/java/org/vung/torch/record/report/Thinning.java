package org.vung.torch.record.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import org.vung.torch.record.Metrics.Point;

/**
 * Fewer points that draw as the many do: of every group of neighbours the least and the greatest, in their order, and one
 * that cannot be drawn, so that its gap stays.
 */
final class Thinning {

    private static final int GROUPS = 500;

    private Thinning() {}

    static List<Point> of(List<Point> points, DoublePredicate drawn) {
        if (points.size() <= 3 * GROUPS) {
            return points;
        }
        List<Point> fewer = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            int from = (int) ((long) group * points.size() / GROUPS);
            int to = (int) ((long) (group + 1) * points.size() / GROUPS);
            thin(points, from, to, drawn, fewer);
        }
        return fewer;
    }

    private static void thin(List<Point> points, int from, int to, DoublePredicate drawn, List<Point> fewer) {
        int least = -1;
        int most = -1;
        int gap = -1;
        for (int at = from; at < to; at++) {
            double value = points.get(at).value();
            if (!drawn.test(value)) {
                gap = at;
            } else {
                least = least < 0 || value < points.get(least).value() ? at : least;
                most = most < 0 || value > points.get(most).value() ? at : most;
            }
        }
        int[] kept = {least, most, gap};
        Arrays.sort(kept);
        for (int i = 0; i < kept.length; i++) {
            if (kept[i] >= 0 && (i == 0 || kept[i] != kept[i - 1])) {
                fewer.add(points.get(kept[i]));
            }
        }
    }
}
