package org.vung.data.split;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vung.data.Item;
import org.vung.data.order.EpochOrder;
import org.vung.data.order.SplitMix64;

/** The items of a set, divided into those that must stay together. */
record Groups(List<List<Integer>> members, int images) {

    /** In the order in which the groups first occur. */
    static Groups of(List<Item> items) {
        Map<String, List<Integer>> byName = new LinkedHashMap<>();
        for (int index = 0; index < items.size(); index++) {
            byName.computeIfAbsent(items.get(index).group(), name -> new ArrayList<>())
                    .add(index);
        }
        return new Groups(List.copyOf(byName.values()), items.size());
    }

    Groups shuffled(long seed) {
        int[] order = new int[members.size()];
        for (int at = 0; at < order.length; at++) {
            order[at] = at;
        }
        EpochOrder.shuffle(order, SplitMix64.at(seed));
        List<List<Integer>> shuffled = new ArrayList<>();
        for (int at : order) {
            shuffled.add(members.get(at));
        }
        return new Groups(shuffled, images);
    }

    Groups largestFirst() {
        List<List<Integer>> sorted = new ArrayList<>(members);
        sorted.sort(
                Comparator.comparing((List<Integer> group) -> -group.size())); // stable: chance decides among equals
        return new Groups(sorted, images);
    }

    /** Group after group to the side with the fewest images. */
    List<List<Integer>> dealt(int sides) {
        require(sides);
        List<List<Integer>> dealt = new ArrayList<>();
        for (int side = 0; side < sides; side++) {
            dealt.add(new ArrayList<>());
        }
        for (List<Integer> group : members) {
            dealt.stream().min(Comparator.comparing(List::size)).orElseThrow().addAll(group);
        }
        return dealt;
    }

    /** Each share takes the next groups that bring it nearer to its number of images; the rest comes last. */
    List<List<Integer>> shared(List<Double> shares) {
        check(shares);
        List<List<Integer>> left = new ArrayList<>(members);
        List<List<Integer>> sides = new ArrayList<>();
        int sidesToCome = (int) shares.stream().filter(share -> share > 0).count();
        for (double share : shares) {
            sidesToCome -= share > 0 ? 1 : 0;
            sides.add(share > 0 ? take(left, Math.round(share * images), sidesToCome + 1) : List.of());
        }
        sides.add(flat(left));
        return sides;
    }

    /** Takes groups out of {@code left}, at least one, and leaves at least {@code atLeast} there. */
    private static List<Integer> take(List<List<Integer>> left, long wanted, int atLeast) {
        List<List<Integer>> taken = new ArrayList<>();
        List<List<Integer>> kept = new ArrayList<>();
        long missing = wanted;
        for (List<Integer> group : left) {
            boolean nearer = Math.abs(missing - group.size()) < Math.abs(missing);
            boolean free = left.size() - taken.size() > atLeast;
            (nearer && free ? taken : kept).add(group);
            missing -= nearer && free ? group.size() : 0;
        }
        if (taken.isEmpty()) {
            List<Integer> smallest =
                    kept.stream().min(Comparator.comparing(List::size)).orElseThrow();
            taken.add(smallest);
            kept.remove(smallest);
        }
        left.clear();
        left.addAll(kept);
        return flat(taken);
    }

    private static List<Integer> flat(List<List<Integer>> groups) {
        return groups.stream().flatMap(List::stream).sorted().toList();
    }

    private void check(List<Double> shares) {
        double sum = 0;
        for (double share : shares) {
            if (!(share >= 0 && share < 1)) {
                throw new IllegalArgumentException("share must be 0 … below 1, got " + share);
            }
            sum += share;
        }
        if (!(sum < 1)) {
            throw new IllegalArgumentException(
                    "shares must leave something to learn from, got " + shares + "; make them smaller");
        }
        require(1 + (int) shares.stream().filter(share -> share > 0).count());
    }

    private void require(int sides) {
        if (members.size() < sides) {
            throw new IllegalArgumentException("a set must have as many groups as it is divided into parts, got "
                    + members.size() + " for " + sides + " parts; divide it into fewer");
        }
    }
}
