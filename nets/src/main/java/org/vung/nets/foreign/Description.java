package org.vung.nets.foreign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vung.label.LabelClass;
import org.vung.label.Palette;
import org.vung.nets.file.MeaningJson;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.layer.Extent;

/**
 * What a foreign file does not say of itself; read by {@link DescriptionFile}.
 *
 * @param preprocessing from image to input
 * @param answer what the answer's numbers mean
 * @param classes in the order of the answer's channels, 2 … 65,536; two where the answer is of one channel
 * @param size height and width that are given to the network; null for what the file says, or else any
 * @param multiple height and width must be multiples of this, 1 … 4,096; only where the size is free
 * @param fit how images get that size; null for windows where it is fixed, whole images where it is free
 * @param order of the answer's dimensions; null for what the number of classes tells
 * @param output name of the answer, of several; null for the only one, or the one called {@code out}
 * @param about anything worth knowing, texts by name
 */
public record Description(
        Preprocessing preprocessing,
        Output answer,
        List<LabelClass> classes,
        @Nullable Extent size,
        int multiple,
        @Nullable Fit fit,
        @Nullable Order order,
        @Nullable String output,
        Map<String, String> about) {

    private static final int MOST_CLASSES = 1 << 16;
    private static final int MOST_MULTIPLE = 4096;

    /** Copies the collections and checks what can be checked without the network. */
    public Description {
        classes = List.copyOf(classes);
        about = Collections.unmodifiableMap(new LinkedHashMap<>(about));
        if (classes.size() < 2 || classes.size() > MOST_CLASSES) {
            throw new IllegalArgumentException("classes must be 2 … " + MOST_CLASSES + ", got " + classes.size()
                    + "; count the background as one");
        }
        if ((answer == Output.LOGIT || answer == Output.PROBABILITY) && classes.size() != 2) {
            throw new IllegalArgumentException("classes must be 2 where the answer is one " + MeaningJson.word(answer)
                    + ", got " + classes.size());
        }
        if (multiple < 1 || multiple > MOST_MULTIPLE) {
            throw new IllegalArgumentException("multiple must be 1 … " + MOST_MULTIPLE + ", got " + multiple);
        }
    }

    /**
     * A description of whole images of any size.
     *
     * @param preprocessing from image to input
     * @param answer what the answer's numbers mean
     * @param classes in the order of the answer's channels
     * @return the rest as most networks have it
     */
    public static Description of(Preprocessing preprocessing, Output answer, List<LabelClass> classes) {
        return new Description(preprocessing, answer, classes, null, 1, null, null, null, Map.of());
    }

    /**
     * Classes without names.
     *
     * @param count how many
     * @return {@code class 0} and on, in colours that tell them apart
     */
    public static List<LabelClass> unnamed(int count) {
        List<LabelClass> classes = new ArrayList<>();
        for (int label = 0; label < count; label++) {
            classes.add(new LabelClass("class " + label, Palette.distinct().rgb(label)));
        }
        return classes;
    }

    /** Channels of the answer. */
    int planes() {
        return answer.isPerClass() ? classes.size() : 1;
    }
}
