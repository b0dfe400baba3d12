package org.vung.measure.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.vung.measure.scene.Coverage;
import org.vung.measure.scene.MeasuredRegion;
import org.vung.measure.scene.Measurement;
import org.vung.measure.scene.Place;

/**
 * Judges images in the order of time. A rule that fired at a place stays fired there until its measure is past {@code until}; it
 * fires when its comparison has held on as many images in a row as it asks for. Places are the same on the next image by name: the
 * image, the cell in that row and column, the part; a region is the one whose pixels cover most of it ({@link Tracks}). Not safe to
 * share between threads.
 */
public final class Watch {

    private static final double NANOS_PER_HOUR = Duration.ofHours(1).toNanos();

    private final RuleBook book;
    private Map<Key, State> states = new HashMap<>();
    private Optional<Measurement> before = Optional.empty();
    private int images;

    Watch(RuleBook book) {
        this.book = book;
    }

    private record Key(String rule, String place) {}

    /** For how many images the comparison has held, and for how many the rule has been fired. */
    private record State(int held, int fired) {}

    /**
     * Judges the next image, of which nobody knows when it was taken.
     *
     * @param now measured
     * @return what is fired, in the order of the rules and places
     * @throws IllegalArgumentException if a rule speaks of a class, cell, part, unit or photo that is not there
     */
    public List<Verdict> judge(Measurement now) {
        return judge(Frame.of(now, before, OptionalDouble.empty()));
    }

    /**
     * Judges the next image.
     *
     * @param now measured
     * @param sinceLast time since the image before, above 0; of the first image it is not looked at
     * @return what is fired, in the order of the rules and places
     * @throws IllegalArgumentException if a rule speaks of a class, cell, part, unit or photo that is not there
     */
    public List<Verdict> judge(Measurement now, Duration sinceLast) {
        if (sinceLast.isZero() || sinceLast.isNegative()) {
            throw new IllegalArgumentException("time between images must be above 0, got " + sinceLast);
        }
        double hours = (sinceLast.getSeconds() * 1e9 + sinceLast.getNano()) / NANOS_PER_HOUR;
        return judge(Frame.of(now, before, OptionalDouble.of(hours)));
    }

    /**
     * The rules that could not fire yet, since they ask for several images in a row, and more than were judged.
     *
     * @return in their order
     */
    public List<Rule> waiting() {
        return book.rules().stream()
                .filter(rule -> rule.images() > Math.max(1, images))
                .toList();
    }

    private List<Verdict> judge(Frame frame) {
        book.rules().forEach(rule -> check(rule, frame));
        images++;
        Map<Integer, Integer> ancestors = ancestors(frame);
        Map<Key, State> next = new HashMap<>();
        List<Verdict> fired = new ArrayList<>();
        for (Rule rule : book.rules()) {
            if (rule.each() == Place.Kind.REGION) {
                for (MeasuredRegion region : frame.now().regions()) {
                    if (passes(rule, region, frame)) {
                        Integer ancestor = ancestors.get(region.id());
                        State last = ancestor == null ? null : states.get(new Key(rule.name(), ancestor.toString()));
                        add(judged(rule, region.place(), frame.at(region), last, next), fired);
                    }
                }
            } else {
                for (Coverage cover : covers(rule, frame.now())) {
                    State last = states.get(new Key(rule.name(), cover.place().name()));
                    add(judged(rule, cover.place(), frame.at(cover), last, next), fired);
                }
            }
        }
        states = next;
        before = Optional.of(frame.now());
        return List.copyOf(fired);
    }

    private static void add(Optional<Verdict> verdict, List<Verdict> fired) {
        verdict.ifPresent(fired::add);
    }

    private static void check(Rule rule, Frame frame) {
        try {
            rule.measure().terms().forEach(frame::check);
            for (Condition condition : rule.filter().where()) {
                condition.left().terms().forEach(frame::check);
                condition.right().terms().forEach(frame::check);
            }
            rule.filter().of().forEach(frame.now().scene().legend()::indexOf);
            if (rule.each() == Place.Kind.CELL && frame.now().cells().isEmpty()) {
                throw new IllegalArgumentException("'each: cell' must have cells; add --grid or --cell");
            }
            if (rule.each() == Place.Kind.PART && frame.now().parts().isEmpty()) {
                throw new IllegalArgumentException("'each: part' must have parts; add --within");
            }
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("rule '" + rule.name() + "': " + wrong.getMessage(), wrong);
        }
    }

    /** The region of the image before of every region, where a rule must remember regions. */
    private Map<Integer, Integer> ancestors(Frame frame) {
        boolean remembers =
                book.rules().stream().anyMatch(rule -> rule.each() == Place.Kind.REGION && rule.hasMemory());
        return remembers && before.isPresent() ? Tracks.between(before.get(), frame.now()) : Map.of();
    }

    private static List<Coverage> covers(Rule rule, Measurement now) {
        return switch (rule.each()) {
            case CELL -> now.cells();
            case PART -> now.parts();
            default -> List.of(now.image());
        };
    }

    private static boolean passes(Rule rule, MeasuredRegion region, Frame frame) {
        List<String> of = rule.filter().of();
        return (of.isEmpty() || of.contains(region.name()))
                && rule.filter().where().stream().allMatch(condition -> condition.holds(frame.at(region)));
    }

    private static Optional<Verdict> judged(
            Rule rule, Place place, Expression.Values values, @Nullable State last, Map<Key, State> next) {
        double value = rule.measure().value(values);
        State state = after(rule, value, last == null ? new State(0, 0) : last);
        next.put(new Key(rule.name(), place.name()), state);
        if (state.fired() == 0) {
            return Optional.empty();
        }
        List<Verdict.Term> terms = rule.measure().terms().stream()
                .map(term -> new Verdict.Term(term.toString(), term.value(values)))
                .toList();
        return Optional.of(new Verdict(rule, place, value, terms, state.fired()));
    }

    private static State after(Rule rule, double value, State last) {
        if (last.fired() > 0 && rule.stays(value)) {
            return new State(last.held() + 1, last.fired() + 1);
        }
        if (last.fired() > 0 || !rule.comparison().holds(value, rule.threshold())) {
            return new State(0, 0);
        }
        int held = last.held() + 1;
        return new State(held, held >= rule.images() ? 1 : 0);
    }
}
