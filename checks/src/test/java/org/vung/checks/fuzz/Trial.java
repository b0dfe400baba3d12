package org.vung.checks.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Limits;
import org.vung.image.file.ImageFiles;

/**
 * What reading one file came to.
 *
 * @param outcome READ, REFUSED, CAUGHT where the front door had to turn another error into a refusal, BROKEN where one came out
 * @param seconds wall time
 * @param bytes allocated by the reading thread
 * @param message of the refusal or error; empty if the file was read
 */
record Trial(Outcome outcome, double seconds, long bytes, String message) {

    /** How it ended. */
    enum Outcome {
        READ,
        REFUSED,
        CAUGHT,
        BROKEN
    }

    static final double MOST_SECONDS = 1;
    static final long MOST_BYTES = 256L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Reads every page; what takes too long is read twice more, in case the machine was busy, and the fastest counts. */
    static Trial of(byte[] file) {
        Trial trial = once(file);
        for (int i = 0; i < 2 && trial.seconds > MOST_SECONDS; i++) {
            Trial again = once(file);
            trial = again.seconds < trial.seconds ? again : trial;
        }
        return trial;
    }

    /** Whether the promise was kept. */
    boolean kept() {
        return (outcome == Outcome.READ || outcome == Outcome.REFUSED)
                && seconds <= MOST_SECONDS
                && bytes <= MOST_BYTES;
    }

    private static Trial once(byte[] file) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        Outcome outcome = Outcome.READ;
        String message = "";
        try {
            ImageFiles.readPages(file, "damaged", Limits.standard());
        } catch (ImageException refused) {
            outcome = decoderFailed(refused) ? Outcome.CAUGHT : Outcome.REFUSED;
            message = refused.getMessage() + (outcome == Outcome.CAUGHT ? at(refused.getCause()) : "");
        } catch (RuntimeException | Error broken) {
            outcome = Outcome.BROKEN;
            message = broken + at(broken);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Trial(outcome, seconds, THREADS.getCurrentThreadAllocatedBytes() - before, message);
    }

    /** Our own decoders must find the fault themselves; those of others may fail as they like. */
    private static boolean decoderFailed(ImageException refused) {
        Throwable cause = refused.getCause();
        if (!(cause instanceof RuntimeException || cause instanceof Error) || cause.getStackTrace().length == 0) {
            return false;
        }
        for (StackTraceElement frame : cause.getStackTrace()) {
            if (frame.getClassName().startsWith("com.twelvemonkeys")
                    || frame.getClassName().contains("imageio")) {
                return false;
            } else if (frame.getClassName().startsWith("org.vung")) {
                return true;
            }
        }
        return false;
    }

    private static String at(@Nullable Throwable error) {
        return error == null || error.getStackTrace().length == 0 ? "" : " at " + error.getStackTrace()[0];
    }
}
