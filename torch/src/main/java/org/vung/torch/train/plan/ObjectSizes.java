package org.vung.torch.train.plan;

import java.io.IOException;
import java.util.Arrays;
import org.vung.data.Dataset;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.stats.DataStats;

/**
 * How large the objects of a set are, by their boxes; crowds do not count.
 *
 * @param small side of a square of the same area in pixels, that one object in twenty does not reach
 * @param middle that half of them do not exceed
 * @param large that one in twenty exceeds
 * @param wide height over width that one object in ten does not reach
 * @param tall that one in ten exceeds
 * @param most objects in an image
 */
public record ObjectSizes(double small, double middle, double large, double wide, double tall, int most) {

    /**
     * Looks at all truths.
     *
     * @param set of objects
     * @param watch hears of each
     * @return their sizes
     * @throws IOException if a file cannot be read; the message names it
     * @throws IllegalArgumentException if there are no objects
     */
    public static ObjectSizes of(Dataset set, DataStats.Watch watch) throws IOException {
        double[] sides = new double[16];
        double[] aspects = new double[16];
        int count = 0;
        int most = 0;
        for (int at = 0; at < set.items().size(); at++) {
            int before = count;
            for (ObjectTruth object : ((ObjectSet) set.truth(at)).objects()) {
                if (object.crowd() || !(object.height() > 0 && object.width() > 0)) {
                    continue;
                }
                if (count == sides.length) {
                    sides = Arrays.copyOf(sides, 2 * count);
                    aspects = Arrays.copyOf(aspects, 2 * count);
                }
                sides[count] = Math.sqrt((double) object.height() * object.width());
                aspects[count++] = object.height() / object.width();
            }
            most = Math.max(most, count - before);
            watch.at(at);
        }
        if (count == 0) {
            throw new IllegalArgumentException(
                    "truth of " + set.name() + " must show objects, got none; see 'vung data stats'");
        }
        Arrays.sort(sides, 0, count);
        Arrays.sort(aspects, 0, count);
        return new ObjectSizes(
                sides[count / 20],
                sides[count / 2],
                sides[count - 1 - count / 20],
                aspects[count / 10],
                aspects[count - 1 - count / 10],
                most);
    }
}
