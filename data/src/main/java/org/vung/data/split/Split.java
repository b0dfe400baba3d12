package org.vung.data.split;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.name.NearestName;

/**
 * What is learned from and what is judged by, as indices into {@link Dataset#items()}. Items of one group never lie on both sides.
 *
 * @param train ascending, none of them in {@code validation}
 * @param validation ascending
 */
public record Split(List<Integer> train, List<Integer> validation) {

    /** Sorts and copies both sides and checks that no index occurs twice. */
    public Split {
        train = sorted(train);
        validation = sorted(validation);
        Set<Integer> seen = new HashSet<>();
        for (List<Integer> side : List.of(train, validation)) {
            for (int index : side) {
                if (index < 0 || !seen.add(index)) {
                    throw new IllegalArgumentException("split must hold every index once, from 0 on, got " + index
                            + (index < 0 ? "" : " twice; leave it on one side"));
                }
            }
        }
    }

    /**
     * Keeps a share for validation.
     *
     * @param set only its items are looked at
     * @param validationShare of the images, 0 … below 1; as near to it as whole groups allow, and at least one group where it is
     *     above 0
     * @param seed start of chance
     * @return both sides; the same for the same items, share and seed
     * @throws IllegalArgumentException if there are fewer groups than sides
     */
    public static Split seeded(Dataset set, double validationShare, long seed) {
        List<List<Integer>> sides = parts(set, List.of(validationShare), seed);
        return new Split(sides.get(1), sides.get(0));
    }

    /**
     * Keeps named items for validation, wherever their groups lie.
     *
     * @param set only its items are looked at
     * @param names of items, in which * stands for any letters, also none, and ? for one
     * @return both sides
     * @throws IllegalArgumentException if a name fits no item, or all items are named
     */
    public static Split named(Dataset set, List<String> names) {
        List<Item> items = set.items();
        Set<Integer> chosen = new TreeSet<>();
        for (String name : names) {
            Pattern pattern = Pattern.compile(
                    Pattern.quote(name).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"), Pattern.DOTALL);
            boolean found = false;
            for (int index = 0; index < items.size(); index++) {
                if (pattern.matcher(items.get(index).name()).matches()) {
                    chosen.add(index);
                    found = true;
                }
            }
            if (!found) {
                List<String> known = items.stream().map(Item::name).toList();
                throw new IllegalArgumentException("names held back must fit items of " + set.name() + ", got '" + name
                        + "'" + NearestName.hint(name, known));
            }
        }
        if (chosen.size() == items.size()) {
            throw new IllegalArgumentException(
                    "names held back must leave items to learn from, got all " + items.size() + " of " + set.name());
        }
        List<Integer> rest = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            if (!chosen.contains(index)) {
                rest.add(index);
            }
        }
        return new Split(rest, List.copyOf(chosen));
    }

    /**
     * Keeps several shares, such as validation and test.
     *
     * @param set only its items are looked at
     * @param shares of the images, each 0 … below 1, together below 1
     * @param seed start of chance
     * @return a list of indices for each share, ascending, then the list of the rest
     * @throws IllegalArgumentException if there are fewer groups than sides
     */
    public static List<List<Integer>> parts(Dataset set, List<Double> shares, long seed) {
        Groups groups = Groups.of(set.items()).shuffled(seed);
        return groups.shared(shares);
    }

    /**
     * Divides a set for cross-validation: every item is validated in one fold and learned from in the others. Folds are filled
     * with the largest groups first, each into the fold with the fewest images.
     *
     * @param set only its items are looked at
     * @param k folds, at least 2
     * @param seed start of chance
     * @return k splits; the same for the same items, k and seed
     * @throws IllegalArgumentException if there are fewer groups than folds
     */
    public static List<Split> folds(Dataset set, int k, long seed) {
        if (k < 2) {
            throw new IllegalArgumentException("folds must be at least 2, got " + k);
        }
        List<List<Integer>> folds =
                Groups.of(set.items()).shuffled(seed).largestFirst().dealt(k);
        List<Split> splits = new ArrayList<>();
        for (List<Integer> fold : folds) {
            List<Integer> rest = new ArrayList<>();
            folds.stream().filter(other -> other != fold).forEach(rest::addAll);
            splits.add(new Split(rest, fold));
        }
        return List.copyOf(splits);
    }

    private static List<Integer> sorted(List<Integer> indices) {
        List<Integer> ascending = new ArrayList<>(indices);
        Collections.sort(ascending);
        return List.copyOf(ascending);
    }
}
