package org.vung.data.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.vung.Progress;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.label.LabelClass;

/**
 * Checks a data set, or several parts of one, before a network learns it: {@link Kind} lists what is looked for. Every image and every
 * truth is read, on up to eight cores.
 */
public final class DataCheck {

    /** Each holds an image and its truth. */
    private static final int THREADS = Math.min(8, Runtime.getRuntime().availableProcessors());

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
     * @param progress told of the images done, by the calling thread
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

    /** Reads every item, on threads of its own: readers share the common ones, and a thread that waits there would begin another item. */
    private List<ItemFacts> facts() {
        List<Callable<ItemFacts>> looks = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            Dataset set = parts.get(part);
            List<Item> items = set.items();
            for (int index = 0; index < items.size(); index++) {
                int number = part;
                int at = index;
                looks.add(() -> ItemCheck.of(set, items, number, at));
            }
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<ItemFacts>> pending =
                    looks.stream().map(threads::submit).toList();
            List<ItemFacts> facts = new ArrayList<>();
            for (Future<ItemFacts> one : pending) {
                progress.at(facts.size(), pending.size());
                facts.add(one.get());
            }
            progress.at(facts.size(), facts.size());
            return facts;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error; // such as too little memory
            }
            throw new IllegalStateException(
                    "a fault in a file must become a finding, got " + failed.getCause(), failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the check must not be interrupted, and was", stop);
        } finally {
            threads.shutdownNow();
        }
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
