package org.vung.cli.judge;

import java.time.Duration;
import java.util.Optional;

/** Time along a series of images, some of which may fail. */
public final class Pace {

    private final Optional<Duration> between;
    private int images;

    /**
     * The pace of a series.
     *
     * @param between one image and the next; empty where nobody knows
     */
    public Pace(Optional<Duration> between) {
        this.between = between;
    }

    /** Goes on to the next image. */
    public void next() {
        images++;
    }

    /**
     * The time since the last image for which this was asked; those in between have failed.
     *
     * @return empty where nobody knows
     */
    public Optional<Duration> sinceLast() {
        int steps = Math.max(1, images);
        images = 0;
        return between.map(time -> time.multipliedBy(steps));
    }
}
