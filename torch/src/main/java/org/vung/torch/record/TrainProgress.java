package org.vung.torch.record;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Tells whoever watches how far a training is: a line for every epoch, and on a terminal a line that changes within it. No
 * colours.
 *
 * <pre>
 * epoch  3/50  step 400/400  loss 0.2134  score 0.8120  38.2 images/s  1 h 12 min left
 * </pre>
 *
 * The loss is the mean over the epoch so far, the score that of the last epoch that was judged. Images a second count the steps
 * of the epoch; the time left also counts what is done between epochs.
 */
public final class TrainProgress {

    private static final long REDRAW = Duration.ofMillis(100).toNanos();
    private static final int WIDTH = 79;

    private final PrintStream out;
    private final boolean terminal;
    private final int epochs;
    private final long steps;
    private final LongSupplier clock;
    private final long began;

    private long epochBegan;
    private long lastStep;
    private long drawn;
    private int shown;
    private long allSteps;
    private long step;
    private long images;
    private double lossSum;
    private double score = Double.NaN;

    /**
     * Begins now.
     *
     * @param out where to write
     * @param terminal whether a line may be written over
     * @param epochs of the whole training, at least 1
     * @param steps of an epoch, at least 1
     */
    public TrainProgress(PrintStream out, boolean terminal, int epochs, long steps) {
        this(out, terminal, epochs, steps, System::nanoTime);
    }

    TrainProgress(PrintStream out, boolean terminal, int epochs, long steps, LongSupplier clock) {
        if (epochs < 1 || steps < 1) {
            throw new IllegalArgumentException("epochs and steps must be at least 1, got " + epochs + " and " + steps);
        }
        this.out = out;
        this.terminal = terminal;
        this.epochs = epochs;
        this.steps = steps;
        this.clock = clock;
        this.began = clock.getAsLong();
        this.epochBegan = began;
        this.lastStep = began;
        this.drawn = began - REDRAW;
    }

    /**
     * Told after every step.
     *
     * @param epoch 1 … epochs
     * @param step of the epoch, 1 … steps
     * @param batch images of the step
     * @param loss their mean loss
     */
    public void step(int epoch, long step, int batch, double loss) {
        this.step = step;
        allSteps++;
        images += batch;
        lossSum += loss * batch;
        lastStep = clock.getAsLong();
        if (terminal && lastStep - drawn >= REDRAW) {
            drawn = lastStep;
            wipe();
            String line = line(epoch);
            line = line.substring(0, Math.min(WIDTH, line.length()));
            out.print(line);
            out.flush();
            shown = line.length();
        }
    }

    /**
     * Told after every epoch, once it is judged; the next step begins another.
     *
     * @param epoch 1 … epochs
     * @param score on the images kept for validation, shown from now on; NaN where none was measured
     */
    public void epoch(int epoch, double score) {
        this.score = score;
        wipe();
        out.println(line(epoch));
        out.flush();
        step = 0;
        images = 0;
        lossSum = 0;
        epochBegan = clock.getAsLong();
        lastStep = epochBegan;
    }

    /**
     * Writes a line of its own, such as that a checkpoint was saved.
     *
     * @param line without its end
     */
    public void say(String line) {
        wipe();
        out.println(line);
        out.flush();
    }

    /** Takes the changing line away; for whoever writes elsewhere on the same terminal. */
    public void wipe() {
        if (shown > 0) {
            out.print("\r" + " ".repeat(shown) + "\r");
            shown = 0;
        }
    }

    /** What was measured since the last epoch ended. */
    private String line(int epoch) {
        int digits = String.valueOf(epochs).length();
        int stepDigits = String.valueOf(steps).length();
        return String.format(
                Locale.ROOT,
                "epoch %" + digits + "d/%d  step %" + stepDigits + "d/%d  loss %s  score %s  %s images/s  %s",
                epoch,
                epochs,
                step,
                steps,
                images == 0 ? "-" : number(lossSum / images),
                Double.isNaN(score) ? "-" : number(score),
                rate(),
                left(epoch));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "NaN" : String.format(Locale.ROOT, "%.4g", value);
    }

    private String rate() {
        double seconds = (lastStep - epochBegan) / 1e9;
        return images == 0 || seconds <= 0 ? "-" : String.format(Locale.ROOT, "%.1f", images / seconds);
    }

    private String left(int epoch) {
        long rest = Math.max(0, epochs - epoch) * steps + Math.max(0, steps - step);
        if (rest == 0) {
            return "done after " + TimeSpan.words(Duration.ofNanos(clock.getAsLong() - began));
        }
        if (allSteps == 0) {
            return "time left unknown";
        }
        double perStep = (double) (clock.getAsLong() - began) / allSteps;
        return TimeSpan.words(Duration.ofNanos((long) (perStep * rest))) + " left";
    }
}
