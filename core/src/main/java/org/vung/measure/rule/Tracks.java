package org.vung.measure.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vung.measure.scene.MeasuredRegion;
import org.vung.measure.scene.Measurement;

/**
 * Which region of an image is which of the image before: the one of the same class, where they have names, that has most of its pixels, of several that
 * with the lowest number. Where one falls apart, each piece goes back to it. Images of different sizes have no region in common.
 */
final class Tracks {

    private Tracks() {}

    /** The numbers of the regions of {@code before} by the numbers of those of {@code now}. */
    static Map<Integer, Integer> between(Measurement before, Measurement now) {
        if (!before.owners().size().equals(now.owners().size())) {
            return Map.of();
        }
        Map<Long, Integer> shared =
                shared(before.owners().sharedLabels(), now.owners().sharedLabels());
        Map<Integer, MeasuredRegion> then = byOwner(before.regions());
        Map<Integer, MeasuredRegion> here = byOwner(now.regions());
        Map<Integer, Integer> ancestors = new HashMap<>();
        Map<Integer, Integer> most = new HashMap<>();
        boolean named = !now.scene().legend().names().isEmpty();
        shared.forEach((pair, pixels) -> {
            MeasuredRegion old = then.get((int) (pair >> 32));
            MeasuredRegion young = here.get((int) (long) pair);
            if (old != null && young != null && (!named || old.name().equals(young.name()))) {
                int best = most.getOrDefault(young.id(), 0);
                boolean first = old.id() < ancestors.getOrDefault(young.id(), Integer.MAX_VALUE);
                if (pixels > best || (pixels == best && first)) {
                    most.put(young.id(), pixels);
                    ancestors.put(young.id(), old.id());
                }
            }
        });
        return Map.copyOf(ancestors);
    }

    /** Pixels of every pair of regions, the old one in the upper half of the key. */
    private static Map<Long, Integer> shared(int[] before, int[] now) {
        Map<Long, Integer> shared = new HashMap<>();
        for (int pixel = 0, end; pixel < now.length; pixel = end) {
            end = pixel + 1;
            while (end < now.length && before[end] == before[pixel] && now[end] == now[pixel]) {
                end++;
            }
            if (before[pixel] > 0 && now[pixel] > 0) {
                shared.merge((long) before[pixel] << 32 | now[pixel], end - pixel, Integer::sum);
            }
        }
        return shared;
    }

    private static Map<Integer, MeasuredRegion> byOwner(List<MeasuredRegion> regions) {
        Map<Integer, MeasuredRegion> all = new HashMap<>();
        regions.forEach(region -> all.put(region.region().label(), region));
        return all;
    }
}
