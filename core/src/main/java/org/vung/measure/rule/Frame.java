package org.vung.measure.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.vung.measure.PixelSize;
import org.vung.measure.rule.Vocabulary.Function;
import org.vung.measure.rule.Vocabulary.Named;
import org.vung.measure.scene.Coverage;
import org.vung.measure.scene.Legend;
import org.vung.measure.scene.MeasuredRegion;
import org.vung.measure.scene.Measurement;
import org.vung.measure.scene.Property;

/**
 * One measured image with the one before it: it gives names and functions their numbers.
 *
 * @param now measured
 * @param hours since the image before; empty where nobody knows
 * @param earlier what classes covered of its places, by the places' texts
 * @param distances that were worked out already
 */
record Frame(Measurement now, OptionalDouble hours, Map<String, Coverage> earlier, Map<Expression, Double> distances) {

    static Frame of(Measurement now, Optional<Measurement> before, OptionalDouble hours) {
        Map<String, Coverage> earlier = new HashMap<>();
        before.ifPresent(then -> Stream.of(List.of(then.image()), then.cells(), then.parts())
                .flatMap(List::stream)
                .forEach(cover -> earlier.put(cover.place().toString(), cover)));
        return new Frame(now, hours, earlier, new HashMap<>());
    }

    /** Checks that the image has what a term speaks of. */
    void check(Expression term) {
        if (term instanceof Expression.Call call) {
            Named<Function> named = Vocabulary.function(call);
            call.arguments().forEach(legend()::indexOf);
            named.pixel(now.scene().pixel());
            if (named.what().needsTime() && hours.isEmpty()) {
                throw new IllegalArgumentException(
                        call + " must know the time between images; add --hours or --every, such as --every 30min");
            }
        } else if (term instanceof Expression.Name name && Intensities.isName(name.name())) {
            Intensities.check(
                    name.name(),
                    now.scene().photo().map(photo -> photo.colourChannels()).orElse(0));
        } else if (term instanceof Expression.Name name) {
            Vocabulary.property(name.name()).pixel(now.scene().pixel());
        }
    }

    private Legend legend() {
        return now.scene().legend();
    }

    /** The numbers of a place of shares. */
    Expression.Values at(Coverage here) {
        return term -> call((Expression.Call) term, here);
    }

    /** The numbers of a region; functions speak of the whole image. */
    Expression.Values at(MeasuredRegion region) {
        return term -> term instanceof Expression.Name name
                ? property(name.name(), region)
                : call((Expression.Call) term, now.image());
    }

    private double property(String name, MeasuredRegion region) {
        if (Intensities.isName(name)) {
            return Intensities.of(name, region);
        }
        Named<Property> named = Vocabulary.property(name);
        return named.what().of(region, named.pixel(now.scene().pixel()));
    }

    private double call(Expression.Call call, Coverage here) {
        Named<Function> named = Vocabulary.function(call);
        PixelSize pixel = named.pixel(now.scene().pixel());
        if (call.arguments().isEmpty()) {
            return here.regions().size();
        }
        int index = legend().indexOf(call.arguments().get(0));
        return switch (named.what()) {
            case SHARE -> here.share(index);
            case AREA -> pixel.area((double) here.area(index));
            case COUNT -> here.count(index);
            case GROWTH -> pixel.area(growth(here, index));
            case GROWTH_RATE -> growth(here, index) / areaBefore(here, index);
            case DISTANCE ->
                distances.computeIfAbsent(
                        call,
                        any -> now.distance(
                                index, legend().indexOf(call.arguments().get(1)), pixel));
        };
    }

    /** Net pixels per hour; NaN on the first image. */
    private double growth(Coverage here, int index) {
        return (here.area(index) - areaBefore(here, index)) / hours.orElse(Double.NaN);
    }

    /** Pixels in the same place on the image before; NaN where it was not looked at. */
    private double areaBefore(Coverage here, int index) {
        Coverage then = earlier.get(here.place().toString());
        return then == null ? Double.NaN : then.area(index);
    }
}
