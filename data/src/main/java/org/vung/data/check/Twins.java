package org.vung.data.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vung.data.Item;
import org.vung.data.file.DataFiles;

/** Finds images that occur twice, and what lies on both sides of a split. Every image is told against one earlier twin only. */
final class Twins {

    private final List<ItemFacts> all;
    private final List<String> parts;
    private final List<Finding> findings = new ArrayList<>();

    private Twins(List<ItemFacts> all, List<String> parts) {
        this.all = all;
        this.parts = parts;
    }

    static List<Finding> of(List<ItemFacts> all, List<String> parts) {
        Twins twins = new Twins(all, parts);
        twins.images();
        twins.groups();
        return twins.findings;
    }

    private void images() {
        Map<String, List<ItemFacts>> seen = new HashMap<>();
        List<ItemFacts> singles = new ArrayList<>();
        for (ItemFacts facts : all) {
            if (facts.print() == null) {
                continue;
            }
            List<ItemFacts> same = seen.computeIfAbsent(facts.print().exact(), hash -> new ArrayList<>());
            if (same.isEmpty()) {
                near(facts, singles);
                singles.add(facts);
            } else {
                // a twin on the other side of a split is worse than one beside it
                exact(
                        same.stream()
                                .filter(twin -> twin.part() != facts.part())
                                .findFirst()
                                .orElse(same.get(0)),
                        facts);
            }
            same.add(facts);
        }
    }

    private void exact(ItemFacts first, ItemFacts twin) {
        boolean leak = first.part() != twin.part();
        String other = first.truth() == twin.truth() ? "" : ", with another truth";
        add(
                leak || !other.isEmpty() ? Severity.ERROR : Severity.WARNING,
                leak ? Kind.LEAK : Kind.DUPLICATE,
                twin,
                "image is pixel by pixel " + named(first, leak) + other);
    }

    /** Images of one group, such as frames of a film, are alike by nature. */
    private void near(ItemFacts facts, List<ItemFacts> earlier) {
        Print print = facts.print();
        ItemFacts beside = null;
        for (ItemFacts other : earlier) {
            boolean together = other.part() == facts.part();
            if (print == null || other.print() == null || (together && beside != null)) {
                continue;
            }
            if ((!together || !other.item().group().equals(facts.item().group())) && print.isNear(other.print())) {
                if (!together) {
                    add(Severity.WARNING, Kind.LEAK, facts, "image is nearly " + named(other, true));
                    return;
                }
                beside = other;
            }
        }
        if (beside != null) {
            add(Severity.WARNING, Kind.DUPLICATE, facts, "image is nearly " + named(beside, false));
        }
    }

    private String named(ItemFacts facts, boolean leak) {
        String file = DataFiles.slashes(facts.item().image());
        return leak ? file + " of " + parts.get(facts.part()) : file;
    }

    private void add(Severity severity, Kind kind, ItemFacts facts, String what) {
        boolean leak = kind == Kind.LEAK;
        findings.add(new Finding(
                severity,
                kind,
                DataFiles.slashes(facts.item().image()),
                leak ? what + "; this one is of " + parts.get(facts.part()) : what,
                leak ? "keep both in one part" : "take one of them out"));
    }

    private void groups() {
        Map<String, Set<Integer>> sides = new LinkedHashMap<>();
        for (ItemFacts facts : all) {
            Item item = facts.item();
            if (!item.group().equals(item.name())) {
                sides.computeIfAbsent(item.group(), group -> new TreeSet<>()).add(facts.part());
            }
        }
        sides.forEach((group, where) -> {
            if (where.size() > 1) {
                List<String> names = where.stream().map(parts::get).toList();
                findings.add(new Finding(
                        Severity.ERROR,
                        Kind.GROUP_LEAK,
                        group,
                        "images of this group lie in " + String.join(" and ", names),
                        "split anew by groups with 'vung data split'"));
            }
        });
    }
}
