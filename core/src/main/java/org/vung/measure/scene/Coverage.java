package org.vung.measure.scene;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vung.measure.share.Share;

/**
 * How much every class covers of a place.
 *
 * @param place the image, a cell or a part
 * @param pixels that were counted: those of the place less those that stay out; may be 0
 * @param shares of the classes that occur, in the order of their indices; they add up to 1
 * @param regions whose centroid lies in the place, ground left out
 */
public record Coverage(Place place, long pixels, List<Share> shares, List<MeasuredRegion> regions) {

    /** Copies the lists. */
    public Coverage {
        shares = List.copyOf(shares);
        regions = List.copyOf(regions);
    }

    /**
     * The area of a class.
     *
     * @param index of the class
     * @return pixels, 0 where it does not occur
     */
    public long area(int index) {
        int low = 0;
        int high = shares.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = shares.get(middle).label();
            if (found == index) {
                return shares.get(middle).area();
            }
            low = found < index ? middle + 1 : low;
            high = found < index ? high : middle - 1;
        }
        return 0;
    }

    /**
     * The share of a class.
     *
     * @param index of the class
     * @return 0 … 1; NaN where the place has no pixel that counts
     */
    public double share(int index) {
        return (double) area(index) / pixels;
    }

    /**
     * How many regions of a class there are.
     *
     * @param index of the class
     * @return those whose centroid lies in the place
     */
    public long count(int index) {
        return regions.stream().filter(region -> region.category() == index).count();
    }

    /**
     * How many regions of every class there are.
     *
     * @return counts by the indices of the classes that have any
     */
    public Map<Integer, Long> counts() {
        return regions.stream().collect(Collectors.groupingBy(MeasuredRegion::category, Collectors.counting()));
    }
}
