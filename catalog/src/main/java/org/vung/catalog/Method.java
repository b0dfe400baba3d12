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
 * @param options everything that may stand after the colon
 * @param factory makes the segmenter from checked values
 */
public record Method(
        String name, String summary, String source, List<Option> options, Function<Values, Segmenter> factory) {

    private static final List<Option> OF_REGIONS = List.of(
            Option.integer(
                            "min-area",
                            0,
                            "merge connected patches of fewer pixels into the neighbour nearest in colour")
                    .atLeast(0),
            Option.flag("connected", false, "split every region into its connected parts"));

    /** Copies the list of options. */
    public Method {
        options = List.copyOf(options);
    }

    /**
     * A method whose regions can be refined: {@code min-area} and {@code connected} are added, unless it declares them itself.
     *
     * @param name what stands before the colon
     * @param summary one line
     * @param source the paper or implementation
     * @param options its own
     * @param factory makes the segmenter from checked values
     * @return the method
     */
    public static Method ofRegions(
            String name, String summary, String source, List<Option> options, Function<Values, Segmenter> factory) {
        List<Option> all = new ArrayList<>(options);
        for (Option common : OF_REGIONS) {
            if (options.stream().noneMatch(own -> own.name().equals(common.name()))) {
                all.add(common);
            }
        }
        return new Method(name, summary, source, all, factory);
    }

    Segmenter create(Map<String, String> given) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Option option : options) {
            texts.put(option.name(), given.getOrDefault(option.name(), option.fallback()));
        }
        Values values = new Values(texts);
        int leastArea = options.contains(OF_REGIONS.get(0)) ? values.integer("min-area") : 0;
        boolean connected = options.contains(OF_REGIONS.get(1)) && values.flag("connected");
        return Refined.of(factory.apply(values), leastArea, connected);
    }
}
