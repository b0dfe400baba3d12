package org.vung.cli.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vung.cli.input.Input;
import org.vung.cli.judge.Judge;
import org.vung.cli.judge.Judging;
import org.vung.cli.judge.Pace;
import org.vung.data.sheet.Sheet;
import org.vung.data.sheet.Sheets;
import org.vung.image.file.ImageFiles;
import org.vung.measure.rule.RuleBook;
import org.vung.measure.rule.Verdict;
import org.vung.measure.scene.Measurement;
import org.vung.measure.scene.Scene;

/** Measures and judges label images one after the other, in the order of time. */
final class MeasureJob {

    private final Options options;
    private final Judging judging;
    private final Optional<Judge> judge;
    private final Pace pace;
    private @Nullable Measurement before;

    MeasureJob(Options options, Judging judging, Optional<RuleBook> rules, Optional<Duration> between) {
        this.options = options;
        this.judging = judging;
        this.pace = new Pace(between);
        this.judge = rules.map(book -> new Judge(book, judging, pace));
    }

    /**
     * How label images are read and what is listed.
     *
     * @param names of labels; may be none
     * @param ignored label
     * @param classes whose regions are listed; all where there are none
     * @param distances whether the nearest region of each is told
     * @param series whether every image is compared with the one before
     */
    record Options(
            List<String> names, Optional<Integer> ignored, List<String> classes, boolean distances, boolean series) {}

    /** Goes on to the next image, also where it cannot be read: time passes all the same. */
    void next() {
        pace.next();
    }

    /** Measures an image that only the next one is compared with. */
    void begin(Path labels) throws IOException {
        Measurement first = measure(labels, Optional.empty());
        Optional<Duration> since = pace.sinceLast();
        judge.ifPresent(rules -> rules.judge(first, since));
        before = first;
    }

    Measured run(Input input, Path labels, Optional<Path> photo) throws IOException {
        Measurement now = measure(labels, photo);
        options.classes.forEach(now.scene().legend()::indexOf);
        Predicate<String> wanted = options.classes.isEmpty() ? name -> true : options.classes::contains;
        Measurement last = before;
        Optional<Duration> since = pace.sinceLast();
        Optional<Sheet> change = last == null
                ? Optional.empty()
                : Optional.of(Sheets.changes(
                        now.since(last), now.scene().legend(), now.scene().pixel(), since));
        List<Verdict> verdicts = judge.map(rules -> rules.judge(now, since)).orElse(List.of());
        if (options.series) {
            before = now;
        }
        return new Measured(
                input.name(),
                photo,
                now,
                Sheets.regions(now, wanted, options.distances),
                Sheets.shares(now),
                change,
                since.filter(hours -> last != null),
                verdicts,
                new LinkedHashMap<>());
    }

    /** What is to be said of rules that could not fire. */
    List<String> waiting() {
        return judge.map(Judge::waiting).orElse(List.of());
    }

    private Measurement measure(Path file, Optional<Path> photo) throws IOException {
        LabelFile read = LabelFile.read(file, options.names, options.ignored);
        Scene scene = Scene.of(read.labels(), read.legend());
        if (photo.isPresent()) {
            scene = scene.withPhoto(ImageFiles.read(photo.get()));
        }
        List<Path> files = new ArrayList<>(List.of(file));
        photo.ifPresent(files::add);
        return judging.placed(scene, files).measure();
    }
}
