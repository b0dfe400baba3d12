package org.vung.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vung.Segmenter;

/**
 * One entry of the catalog.
 *
 * @param name what stands before the colon
 * @param summary one line: what it does and when to take it
 * @param source the paper, or the implementation whose numbers it reproduces
 * @param options everything that may stand after the colon; {@code min-area} and {@code connected} are added to every method
 * @param factory makes the segmenter from checked values
 */
public record Method(
        String name, String summary, String source, List<Option> options, Function<Values, Segmenter> factory) {

    private static final List<Option> OF_EVERY_METHOD = List.of(
            Option.integer(
                            "min-area",
                            0,
                            "merge connected patches of fewer pixels into the neighbour nearest in colour")
                    .atLeast(0),
            Option.flag("connected", false, "split every region into its connected parts"));

    /** Copies the list of options and adds those of every method that it does not declare itself. */
    public Method {
        List<Option> all = new ArrayList<>(options);
        for (Option common : OF_EVERY_METHOD) {
            if (options.stream().noneMatch(own -> own.name().equals(common.name()))) {
                all.add(common);
            }
        }
        options = List.copyOf(all);
    }

    Segmenter create(Map<String, String> given) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Option option : options) {
            texts.put(option.name(), given.getOrDefault(option.name(), option.fallback()));
        }
        Values values = new Values(texts);
        int leastArea = options.contains(OF_EVERY_METHOD.get(0)) ? values.integer("min-area") : 0;
        boolean connected = options.contains(OF_EVERY_METHOD.get(1)) && values.flag("connected");
        return Refined.of(factory.apply(values), leastArea, connected);
    }
}
