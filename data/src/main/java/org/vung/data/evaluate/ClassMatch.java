package org.vung.data.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vung.ClassScores;
import org.vung.data.ClassMap;
import org.vung.data.Truth;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.score.ConfusionMatrix;

/**
 * Which class of a method is which class of a data set: by name, where the method has all names of the set; else by place, where both
 * have as many, or the method one more for what is none of them. Classes that only the method has are kept behind those of the set:
 * saying one of them is wrong, but it is no class to be found.
 */
public final class ClassMatch {

    private final List<LabelClass> classes;
    private final int known;
    private final int[] places;
    private final String note;

    private ClassMatch(List<LabelClass> classes, int known, int[] places, String note) {
        this.classes = List.copyOf(classes);
        this.known = known;
        this.places = places;
        this.note = note;
    }

    /**
     * Matches classes.
     *
     * @param truth those of the data set
     * @param said those of the method; empty for a method whose regions have no names, which are then taken by their numbers
     * @return the match
     * @throws IllegalArgumentException if they do not fit; the message names both lists
     */
    public static ClassMatch of(List<LabelClass> truth, List<LabelClass> said) {
        if (said.isEmpty()) {
            int[] places = new int[truth.size()];
            Arrays.setAll(places, label -> label);
            return new ClassMatch(truth, truth.size(), places, "");
        }
        List<String> wanted = truth.stream().map(ClassMatch::plain).toList();
        List<String> given = said.stream().map(ClassMatch::plain).toList();
        boolean byName = given.containsAll(wanted);
        int surplus = said.size() - truth.size();
        if (!byName && surplus != 0 && surplus != 1) {
            throw new IllegalArgumentException("method must have the classes of the data " + names(truth) + ", got "
                    + names(said) + "; name the data's classes with --from FORMAT:classes=…");
        }
        List<LabelClass> all = new ArrayList<>(truth);
        int[] places = new int[said.size()];
        StringBuilder note = new StringBuilder();
        for (int label = 0; label < places.length; label++) {
            int place = byName ? wanted.indexOf(given.get(label)) : label < truth.size() ? label : -1;
            if (!byName && place >= 0 && !given.get(label).equals(wanted.get(label))) {
                note.append(note.isEmpty() ? "classes are matched by their places: " : ", ")
                        .append(said.get(label).name())
                        .append(" = ")
                        .append(truth.get(label).name());
            }
            places[label] = place >= 0 ? place : all.size();
            if (place < 0) {
                all.add(said.get(label));
            }
        }
        return new ClassMatch(all, truth.size(), places, note.toString());
    }

    /** A name as it is compared: without case, spaces and hyphens. */
    static String plain(LabelClass each) {
        return each.name().toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }

    /** The first names, for messages. */
    static String names(List<LabelClass> classes) {
        List<String> names = classes.stream().limit(12).map(LabelClass::name).toList();
        if (names.isEmpty()) {
            return "none";
        }
        return String.join(", ", names) + (classes.size() > 12 ? " … (" + classes.size() + ")" : "");
    }

    /**
     * All classes, those of the set first.
     *
     * @return in the order of matched labels
     */
    public List<LabelClass> classes() {
        return classes;
    }

    /**
     * How many classes the data set has.
     *
     * @return at least 1
     */
    public int known() {
        return known;
    }

    /**
     * What a person should know of the match.
     *
     * @return one sentence, where classes of different names were matched by place
     */
    public Optional<String> note() {
        return note.isEmpty() ? Optional.empty() : Optional.of(note);
    }

    /**
     * Labels of the method as labels of the match.
     *
     * @param said labels of the method
     * @return indices into {@link #classes()}
     */
    public LabelMap labels(LabelMap said) {
        int[] labels = said.sharedLabels().clone();
        if (said.count() > places.length) {
            throw new IllegalArgumentException(
                    "method must give at most " + places.length + " regions, one for each class "
                            + names(classes) + ", got label " + (said.count() - 1)
                            + "; take one with so many, or --scores regions");
        }
        for (int pixel = 0; pixel < labels.length; pixel++) {
            labels[pixel] = places[labels[pixel]];
        }
        return LabelMap.wrap(said.size(), labels);
    }

    /** The probability of a class of the data set. */
    float[] probability(ClassScores scores, int of) {
        int pixels = scores.size().pixels();
        float[] sum = new float[pixels];
        for (int plane = 0; plane < places.length; plane++) {
            for (int pixel = 0; places[plane] == of && pixel < pixels; pixel++) {
                sum[pixel] += scores.sharedPlanes()[plane * pixels + pixel];
            }
        }
        return sum;
    }

    ConfusionMatrix count(Truth truth, Prediction said) {
        return ConfusionMatrix.of(classes.size(), map(truth).labels(), labels(said.labels()), ClassMap.IGNORE);
    }

    static ClassMap map(Truth truth) {
        if (truth instanceof ClassMap map) {
            return map;
        }
        throw new IllegalArgumentException("truth must be a class for every pixel, got objects");
    }
}
