package org.vung.cli.evaluate;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vung.Instances;
import org.vung.Segmenter;
import org.vung.data.Dataset;
import org.vung.data.evaluate.BinaryFamily;
import org.vung.data.evaluate.BoundaryFamily;
import org.vung.data.evaluate.ClassMatch;
import org.vung.data.evaluate.DetectionFamily;
import org.vung.data.evaluate.DetectionFamily.Kind;
import org.vung.data.evaluate.InstanceFamily;
import org.vung.data.evaluate.NeuronFamily;
import org.vung.data.evaluate.RegionFamily;
import org.vung.data.evaluate.SemanticFamily;
import org.vung.data.view.Components;
import org.vung.label.LabelClass;
import org.vung.name.NearestName;

/** The words of {@code --scores}. */
final class Families {

    static final List<String> NAMES =
            List.of("semantic", "boundary", "binary", "neuron", "instances", "boxes", "masks", "regions");

    private static final Set<String> SOFT = Set.of("binary", "neuron");
    private static final Set<String> WITHOUT_CLASSES = Set.of("instances", "boxes", "masks", "regions");

    private Families() {}

    static void check(List<String> names) {
        for (String name : names) {
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("--scores must be some of " + String.join(",", NAMES) + ", got '"
                        + name + "'" + NearestName.hint(name, NAMES));
            }
        }
    }

    static boolean soft(List<String> names) {
        return names.stream().anyMatch(SOFT::contains);
    }

    static boolean needClasses(List<String> names) {
        return !WITHOUT_CLASSES.containsAll(names);
    }

    /** Those that are shown where none are asked for: what all methods can be judged by. */
    static List<String> usual(List<Segmenter> methods) {
        if (methods.stream().noneMatch(Instances.Finder.class::isInstance)) {
            return List.of("semantic");
        }
        if (!methods.stream().allMatch(Instances.Finder.class::isInstance)) {
            return List.of("instances");
        }
        boolean masks = methods.stream().allMatch(method -> ((Instances.Finder) method).hasMasks());
        return masks ? List.of("instances", "boxes", "masks") : List.of("instances", "boxes");
    }

    /**
     * Tallies of one family, one per method.
     *
     * @param sure least scores of objects that count as instances, one per method
     */
    static Judged<?> judged(String name, Dataset set, List<ClassMatch> matches, int positive, List<Double> sure)
            throws IOException {
        return switch (name) {
            case "semantic" -> Judged.of(set, matches, SemanticFamily::new);
            case "boundary" -> Judged.of(set, matches, BoundaryFamily::new);
            case "binary" -> Judged.of(set, matches, match -> new BinaryFamily(match, positive));
            case "neuron" -> Judged.of(set, matches, match -> new NeuronFamily(match, positive));
            case "instances" ->
                Judged.of(set, sure.stream().map(InstanceFamily::new).toList());
            case "boxes", "masks" -> detections(Kind.valueOf(name.toUpperCase(Locale.ROOT)), set, matches);
            default -> Judged.of(set, matches, match -> new RegionFamily());
        };
    }

    private static Judged<?> detections(Kind kind, Dataset set, List<ClassMatch> matches) throws IOException {
        List<LabelClass> classes = Components.of(set).classes();
        return Judged.of(set, matches, each -> new DetectionFamily(classes, kind));
    }

    /** The class that binary scores and neurons look for: by name, or class 1. */
    static int positive(String name, List<LabelClass> classes) {
        if (name.isEmpty()) {
            return Math.min(1, classes.size() - 1);
        }
        List<String> names = classes.stream().map(LabelClass::name).toList();
        if (!names.contains(name)) {
            throw new IllegalArgumentException("--positive must be one of " + String.join(", ", names) + ", got '"
                    + name + "'" + NearestName.hint(name, names));
        }
        return names.indexOf(name);
    }
}
