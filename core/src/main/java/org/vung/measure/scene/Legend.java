package org.vung.measure.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.vung.name.NearestName;

/** What the labels of a map stand for: each has a class, or stays out. Some classes are ground, which is no region. Immutable. */
public final class Legend {

    /** What lies between objects. */
    public static final String GROUND = "background";

    private static final int OUT = -1;
    private static final Set<String> GROUNDS = Set.of(GROUND, "_background_", "__background__", "bg");

    /** Of the classes; empty where labels go by their numbers. */
    private final List<String> names;
    /** The class of every label; empty where label and class are the same. */
    private final int[] classes;

    private final int ignored;
    /** The names of the classes that are ground. */
    private final Set<String> ground;

    private Legend(List<String> names, int[] classes, int ignored, Set<String> ground) {
        this.names = names;
        this.classes = classes;
        this.ignored = ignored;
        this.ground = ground;
    }

    /**
     * Labels without names: each goes by its number, and 0 is ground.
     *
     * @return the legend
     */
    public static Legend numbers() {
        return new Legend(List.of(), new int[0], OUT, Set.of("0"));
    }

    /**
     * A class per label. A class named {@code background} is ground.
     *
     * @param names in the order of the labels, at least one
     * @return the legend
     */
    public static Legend classes(List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("names of classes must be at least 1, got 0");
        }
        return new Legend(List.copyOf(names), new int[0], OUT, GROUNDS);
    }

    /**
     * Objects one by one: label 0 is ground, k the k-th object.
     *
     * @param names of the classes
     * @param categories the class of every object
     * @return the legend, with {@link #GROUND} as its first class
     */
    public static Legend objects(List<String> names, List<Integer> categories) {
        List<String> all = new ArrayList<>(List.of(GROUND));
        all.addAll(names);
        int[] classes = new int[categories.size() + 1];
        for (int at = 1; at < classes.length; at++) {
            int category = categories.get(at - 1);
            if (category < 0 || category >= names.size()) {
                throw new IllegalArgumentException(
                        "class of an object must be 0 … " + (names.size() - 1) + ", got " + category);
            }
            classes[at] = category + 1;
        }
        return new Legend(List.copyOf(all), classes, OUT, Set.of(GROUND));
    }

    /**
     * A copy that leaves pixels of one label out of everything.
     *
     * @param label such as 255
     * @return the legend
     */
    public Legend ignoring(int label) {
        return new Legend(names, classes, label, ground);
    }

    /**
     * A copy with other ground.
     *
     * @param classes the names of those that are no regions; none where every class is a region
     * @return the legend
     * @throws IllegalArgumentException that lists the known ones, if there is no class of that name
     */
    public Legend withGround(Set<String> classes) {
        classes.forEach(this::indexOf);
        return new Legend(names, this.classes, ignored, Set.copyOf(classes));
    }

    /**
     * The class of a label.
     *
     * @param label 0 or more
     * @return an index, −1 where its pixels stay out
     * @throws IllegalArgumentException if it has none
     */
    public int classOf(int label) {
        if (label == ignored) {
            return OUT;
        }
        int known = classes.length > 0 ? classes.length : names.isEmpty() ? Integer.MAX_VALUE : names.size();
        if (label >= known) {
            throw new IllegalArgumentException(
                    "labels must be 0 … " + (known - 1) + " as their names say, got " + label);
        }
        return classes.length > 0 ? classes[label] : label;
    }

    /**
     * The name of a class.
     *
     * @param index of the class
     * @return its name, or its number where there are no names
     */
    public String name(int index) {
        return names.isEmpty() ? Integer.toString(index) : names.get(index);
    }

    /**
     * The names of all classes.
     *
     * @return in their order; empty where labels go by their numbers
     */
    public List<String> names() {
        return names;
    }

    /**
     * Whether a class is ground, and so no region.
     *
     * @param index of the class
     * @return true for label 0 of numbers and objects and classes named background, unless told otherwise
     */
    public boolean isGround(int index) {
        return ground.contains(name(index));
    }

    /**
     * The class of a name.
     *
     * @param name as people write it
     * @return its index; of numbers any number, also of a label that does not occur
     * @throws IllegalArgumentException that lists the known ones, if there is none
     */
    public int indexOf(String name) {
        OptionalInt found = find(name);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("class must be "
                    + (names.isEmpty()
                            ? "the number of a label, since these labels have no names"
                            : "one of " + String.join(", ", names))
                    + ", got '" + name + "'" + NearestName.hint(name, names));
        }
        return found.getAsInt();
    }

    private OptionalInt find(String name) {
        if (names.isEmpty()) {
            return name.matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(name)) : OptionalInt.empty();
        }
        int at = names.indexOf(name);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }
}
