package org.vung.cli.train;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vung.cli.terminal.Terminal;
import org.vung.data.Dataset;
import org.vung.data.ObjectSet;
import org.vung.data.stats.DataStats;
import org.vung.data.view.ClassMaps;
import org.vung.data.view.Components;
import org.vung.data.view.ObjectView;
import org.vung.nets.model.rcnn.NamedRcnn;
import org.vung.torch.train.plan.DetectorFingerprint;
import org.vung.torch.train.plan.Fingerprint;
import org.vung.torch.train.plan.ObjectSizes;
import org.vung.torch.train.plan.PictureFingerprint;
import org.vung.torch.train.plan.Plan;
import org.vung.torch.train.plan.PlanFile;
import org.vung.torch.train.plan.Traits;

/**
 * What is to be trained.
 *
 * @param plan all of it
 * @param reasons of choices nobody made, by {@code section.key}
 */
record Wanted(Plan plan, Map<String, String> reasons) {

    private static final int LONGEST_NAME = 40;
    private static final String OUTLINES = "borders:kind=outline,distance=2";

    /** The plan of a file. */
    static Wanted of(Path file, Map<String, String> changes) throws IOException {
        return new Wanted(PlanFile.read(file, changes), Map.of());
    }

    /** A plan by what is in a data set, with what was asked for in the place of what was found. */
    static Wanted by(Dataset whole, Plan.Data source, Map<String, String> changes, Terminal terminal)
            throws IOException {
        String model = PlanFile.parse("", changes).net().model();
        if (model.equals(Plan.PIX2PIX)) {
            DataStats stats = DataStats.of(whole, watch(whole, terminal));
            return told(PictureFingerprint.of(stats, here(), name(whole.name()), source), changes, terminal);
        }
        if (NamedRcnn.of(model).isPresent()) {
            return told(byObjects(model, whole, source, terminal), changes, terminal);
        }
        boolean alike = isObjects(whole) && whole.classes().size() == 1;
        Plan.Data place = source.seen(
                changes.containsKey("data.objects")
                        ? PlanFile.parse("", changes).data().objects()
                        : alike ? OUTLINES : "classes");
        Dataset set = ObjectView.parse(place.objects()).of(whole);
        DataStats stats = DataStats.of(set, watch(set, terminal));
        Fingerprint found = Fingerprint.of(stats, Traits.of(set), here(), name(set.name()), place);
        if (!alike) {
            return told(found, changes, terminal);
        }
        Map<String, String> reasons = new LinkedHashMap<>(found.reasons());
        reasons.put("data.objects", "objects of one kind come apart again at their borders");
        return told(new Fingerprint(found.plan(), reasons), changes, terminal);
    }

    private static Wanted told(Fingerprint found, Map<String, String> changes, Terminal terminal) {
        Map<String, String> reasons = new LinkedHashMap<>(found.reasons());
        reasons.keySet().removeAll(changes.keySet());
        Plan plan = PlanFile.parse(PlanFile.text(found.plan(), Map.of()), changes);
        Wanted wanted = new Wanted(plan, reasons);
        wanted.say(terminal);
        return wanted;
    }

    /** For a network that finds objects one by one. */
    private static Fingerprint byObjects(String model, Dataset whole, Plan.Data source, Terminal terminal)
            throws IOException {
        Dataset set = Components.of(whole);
        DataStats.Watch watch = watch(set, terminal);
        DataStats stats = DataStats.of(set, watch);
        return DetectorFingerprint.of(
                model,
                stats,
                ObjectSizes.of(set, watch),
                Traits.of(ClassMaps.of(set)),
                here(),
                name(set.name()),
                source);
    }

    private static DataStats.Watch watch(Dataset set, Terminal terminal) {
        int all = set.items().size();
        return index -> terminal.progress(index, all, set.items().get(index).name());
    }

    private static boolean isObjects(Dataset set) throws IOException {
        return !set.items().isEmpty() && set.truth(0) instanceof ObjectSet;
    }

    /** Half of the memory, and all cores. */
    private static Fingerprint.Machine here() {
        long all = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Runtime.getRuntime().maxMemory();
        return new Fingerprint.Machine(all / 2, Runtime.getRuntime().availableProcessors());
    }

    /** Each choice with its reason. */
    private void say(Terminal terminal) {
        PlanFile.text(plan, reasons)
                .lines()
                .filter(line -> line.contains("  # "))
                .forEach(line -> terminal.say(line.strip().replace("  # ", " – ")));
    }

    /** A run's name of a set's. */
    private static String name(String of) {
        String plain = of.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[._-]+|[-.]+$", "");
        return plain.isEmpty() ? "run" : plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }

    /** The same for one of several parts that takes its turn to be held back. */
    Wanted fold(int fold, int folds) {
        Plan.Data data = plan.data();
        Plan own = plan.withName(plan.name() + "-fold" + (fold + 1)).withData(data.holding(folds, fold));
        Map<String, String> why = new LinkedHashMap<>(reasons);
        why.remove("data.validation");
        return new Wanted(own, why);
    }
}
