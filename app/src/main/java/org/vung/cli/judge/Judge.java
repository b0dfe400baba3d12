package org.vung.cli.judge;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vung.Segmentation;
import org.vung.data.scene.Scenes;
import org.vung.image.Image;
import org.vung.measure.rule.RuleBook;
import org.vung.measure.rule.Verdict;
import org.vung.measure.rule.Watch;
import org.vung.measure.scene.Measurement;

/** Lets rules decide over images, one after the other in the order of time. */
public final class Judge {

    private final Judging judging;
    private final Watch watch;
    private final Pace pace;

    /**
     * A judge who has seen no image yet.
     *
     * @param rules that decide
     * @param judging how images are measured
     * @param pace of the images
     */
    public Judge(RuleBook rules, Judging judging, Pace pace) {
        this.judging = judging;
        this.watch = rules.watch();
        this.pace = pace;
    }

    /**
     * Judges what a method found in the next image.
     *
     * @param answer of the method
     * @param photo that it looked at
     * @param file of the photo, which may tell where it lies on a map; empty if it came from elsewhere
     * @return what fired
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if a rule speaks of what the image does not have
     */
    public List<Verdict> judge(Segmentation answer, Image photo, Optional<Path> file) throws IOException {
        return judge(
                judging.placed(Scenes.of(answer).withPhoto(photo), file.stream().toList())
                        .measure(),
                pace.sinceLast());
    }

    /** Goes on to the next image, also where it cannot be read: time passes all the same. */
    public void next() {
        pace.next();
    }

    /**
     * Judges the next image.
     *
     * @param measurement of it
     * @param sinceLast time since the image before; empty where nobody knows
     * @return what fired
     * @throws IllegalArgumentException if a rule speaks of what the image does not have
     */
    public List<Verdict> judge(Measurement measurement, Optional<Duration> sinceLast) {
        return sinceLast.isPresent() ? watch.judge(measurement, sinceLast.get()) : watch.judge(measurement);
    }

    /**
     * What is to be said after the last image of rules that could not fire, since they ask for more images than there were.
     *
     * @return a line a rule
     */
    public List<String> waiting() {
        return watch.waiting().stream()
                .map(rule -> "rule '" + rule.name() + "' could not fire: it asks for " + rule.images()
                        + " images in a row ('for'), and there were fewer; give them in one call")
                .toList();
    }
}
