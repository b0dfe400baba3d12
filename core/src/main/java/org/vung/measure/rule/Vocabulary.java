package org.vung.measure.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vung.measure.LengthUnit;
import org.vung.measure.PixelSize;
import org.vung.measure.scene.Place;
import org.vung.measure.scene.Property;
import org.vung.name.NearestName;

/** The names of functions and properties, and the units that may follow them. */
final class Vocabulary {

    private static final List<String> INTENSITIES = Intensities.words();

    private Vocabulary() {}

    /** What a function measures. */
    enum Function {
        SHARE("share", 0, 1),
        AREA("area", 2, 1),
        COUNT("count", 0, 1),
        GROWTH("growth", 2, 1),
        GROWTH_RATE("growth_rate", 0, 1),
        DISTANCE("distance", 1, 2);

        private final String word;
        private final int dimension;
        private final int arguments;

        Function(String word, int dimension, int arguments) {
            this.word = word;
            this.dimension = dimension;
            this.arguments = arguments;
        }

        boolean needsTime() {
            return this == GROWTH || this == GROWTH_RATE;
        }
    }

    /** A function or property and the unit it is wanted in; no unit for pixels. */
    record Named<T>(T what, Optional<LengthUnit> unit) {

        /** The size that leads to the unit. */
        PixelSize pixel(PixelSize known) {
            return unit.map(known::in).orElse(PixelSize.NONE);
        }
    }

    static Named<Function> function(Expression.Call call) {
        for (Function function : Function.values()) {
            Optional<Optional<LengthUnit>> unit = unit(call.function(), function.word, function.dimension);
            if (unit.isPresent()) {
                checkArguments(call, function);
                return new Named<>(function, unit.get());
            }
        }
        List<String> known = names(List.of(Function.values()));
        throw new IllegalArgumentException("function must be one of " + String.join(", ", known) + ", got '"
                + call.function() + "'" + NearestName.hint(call.function(), known) + units(call.function()));
    }

    private static List<String> names(List<Function> functions) {
        return functions.stream().map(function -> function.word).toList();
    }

    private static void checkArguments(Expression.Call call, Function function) {
        int got = call.arguments().size();
        boolean all = function == Function.COUNT && got == 0;
        if (got != function.arguments && !all) {
            throw new IllegalArgumentException(function.word + " must have "
                    + (function.arguments == 1 ? "the name of 1 class" : "the names of 2 classes") + ", got " + got
                    + " in '" + call + "'");
        }
    }

    /** The unit after a word; nothing if the name is another word. */
    private static Optional<Optional<LengthUnit>> unit(String name, String word, int dimension) {
        if (name.equals(word) || (dimension > 0 && name.equals(word + "_px"))) {
            return Optional.of(Optional.empty());
        }
        if (dimension == 0 || !name.startsWith(word + "_")) {
            return Optional.empty();
        }
        String unit = name.substring(word.length() + 1);
        Optional<LengthUnit> found = dimension == 2 ? LengthUnit.ofSquare(unit) : LengthUnit.of(unit);
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    static Named<Property> property(String name) {
        Optional<Property> plain = Property.named(name);
        if (plain.isPresent()) {
            return new Named<>(plain.get(), Optional.empty());
        }
        for (Property property : Property.values()) {
            Optional<Optional<LengthUnit>> unit = unit(name, property.word(), property.dimension());
            if (unit.isPresent()) {
                return new Named<>(property, unit.get());
            }
        }
        List<String> known = new ArrayList<>(Property.words());
        known.addAll(INTENSITIES);
        throw new IllegalArgumentException("property must be one of " + String.join(", ", known) + ", got '" + name
                + "'" + NearestName.hint(name, known) + units(name));
    }

    /** What may follow an underscore, for a name that seems to have a unit. */
    private static String units(String name) {
        return name.contains("_")
                ? "; units are " + String.join(", ", LengthUnit.symbols()) + " after lengths and "
                        + String.join(", ", LengthUnit.squares()) + " after areas"
                : "";
    }

    /** Checks what can be checked without an image. */
    static void check(Expression measure, Place.Kind each) {
        for (Expression term : measure.terms()) {
            if (term instanceof Expression.Call call) {
                Function function = function(call).what();
                if (function == Function.DISTANCE && each != Place.Kind.IMAGE && each != Place.Kind.REGION) {
                    throw new IllegalArgumentException(
                            "distance must go with 'each: image' or 'each: region', got 'each: " + each.word() + "'");
                }
            } else if (term instanceof Expression.Name name) {
                if (each != Place.Kind.REGION) {
                    throw new IllegalArgumentException("property '" + name.name()
                            + "' must go with 'each: region', got 'each: " + each.word()
                            + "'; functions of a class are "
                            + String.join(", ", names(List.of(Function.values()))) + ", such as area(weed)");
                }
                if (!Intensities.isName(name.name())) {
                    property(name.name());
                }
            }
        }
    }
}
