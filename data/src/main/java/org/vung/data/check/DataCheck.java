package org.vung.data.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.vung.Progress;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.label.LabelClass;

/**
 * Checks a data set, or several parts of one, before a network learns it: {@link Kind} lists what is looked for. Every image and every
 * truth is read, on all cores.
 */
public final class DataCheck {

    private final List<Dataset> parts;
    private final List<String> names;
    private final Progress progress;

    private DataCheck(List<Dataset> parts, Progress progress) {
        this.parts = List.copyOf(parts);
        this.names = parts.stream().map(Dataset::name).toList();
        this.progress = progress;
    }

    /**
     * Checks parts that must have nothing in common, such as training and validation.
     *
     * @param parts with the same classes; a single one where nothing was split
     * @param progress told of the images done; it is called by one thread at a time
     * @return what is wrong: errors before warnings, by kind, then by file
     * @throws IOException if a folder cannot be listed; files that cannot be read are findings
     * @throws IllegalArgumentException if there is no part, or parts have different classes
     */
    public static List<Finding> of(List<Dataset> parts, Progress progress) throws IOException {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("parts to check must be at least 1, got 0");
        }
        for (Dataset part : parts) {
            if (!names(part.classes()).equals(names(parts.get(0).classes()))) {
                throw new IllegalArgumentException("parts must have the same classes, got " + names(part.classes())
                        + " in " + part.name() + " and " + names(parts.get(0).classes()) + " in "
                        + parts.get(0).name());
            }
        }
        return new DataCheck(parts, progress).findings();
    }

    private static List<String> names(List<LabelClass> classes) {
        return classes.stream().map(LabelClass::name).toList();
    }

    private List<Finding> findings() throws IOException {
        List<ItemFacts> facts = facts();
        List<Finding> findings = new ArrayList<>();
        facts.forEach(one -> findings.addAll(one.findings()));
        findings.addAll(Twins.of(facts, names));
        findings.addAll(classes(facts));
        findings.addAll(Strays.of(parts));
        findings.sort(Comparator.comparing(Finding::severity)
                .thenComparing(Finding::kind)
                .thenComparing(Finding::file)
                .thenComparing(Finding::what));
        return List.copyOf(findings);
    }

    private List<ItemFacts> facts() {
        int count = 0;
        for (Dataset part : parts) {
            count += part.items().size();
        }
        int all = count;
        AtomicInteger done = new AtomicInteger();
        List<ItemFacts> facts = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            int number = part;
            List<Item> items = parts.get(part).items();
            facts.addAll(IntStream.range(0, items.size())
                    .parallel()
                    .mapToObj(index -> {
                        ItemFacts one = ItemCheck.of(parts.get(number), items, number, index);
                        synchronized (done) {
                            progress.at(done.incrementAndGet(), all);
                        }
                        return one;
                    })
                    .toList());
        }
        return facts;
    }

    private List<Finding> classes(List<ItemFacts> facts) {
        List<LabelClass> classes = parts.get(0).classes();
        long[][] content = new long[parts.size()][classes.size()];
        for (ItemFacts one : facts) {
            for (int label = 0; label < classes.size(); label++) {
                content[one.part()][label] += one.content().get(label);
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (int label = 0; label < classes.size(); label++) {
            String called = "class " + label + " '" + classes.get(label).name() + "'";
            List<String> without = without(content, label);
            if (without.size() == parts.size()) {
                String mend = "take it out of the class list, or find images that show it";
                findings.add(finding(Kind.UNUSED_CLASS, String.join(", ", names), called + " is nowhere", mend));
            } else {
                String mend = "split anew with another --seed, or with more images";
                without.forEach(
                        part -> findings.add(finding(Kind.EMPTY_CLASS, part, called + " is not in this part", mend)));
            }
        }
        return findings;
    }

    private List<String> without(long[][] content, int label) {
        return IntStream.range(0, content.length)
                .filter(part -> content[part][label] == 0)
                .mapToObj(names::get)
                .toList();
    }

    private static Finding finding(Kind kind, String where, String what, String mend) {
        return new Finding(Severity.WARNING, kind, where, what, mend);
    }
}
