package org.vung.checks.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.vung.image.codec.Format;

/** Reads thousands of damaged files of every format and keeps count of what came out. */
public final class DamagedImages {

    private DamagedImages() {}

    /**
     * Prints one table row per format; broken promises go to standard error, their files to the folder for temporary files.
     *
     * @param args files per format; then folders with more files to damage, or names of formats to keep to
     * @throws IOException if a folder cannot be read
     */
    public static void main(String[] args) throws IOException {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        List<Format> formats = new ArrayList<>();
        List<Path> folders = new ArrayList<>();
        for (String arg : args.length > 1 ? Arrays.copyOfRange(args, 1, args.length) : new String[0]) {
            if (Files.isDirectory(Path.of(arg))) {
                folders.add(Path.of(arg));
            } else {
                formats.add(Format.valueOf(arg.toUpperCase(Locale.ROOT)));
            }
        }
        Seeds seeds = Seeds.of(folders);
        System.out.println("| format | damaged files | read | refused | broken | slowest s | largest MB |");
        System.out.println("|---|---|---|---|---|---|---|");
        boolean kept = true;
        for (Format format : formats.isEmpty() ? List.of(Format.values()) : formats) {
            Tally tally = run(seeds.of(format), count, (number, trial) -> report(format, number, trial));
            System.out.println("| " + format + tally);
            kept &= tally.broken == 0;
        }
        System.exit(kept ? 0 : 1);
    }

    /** Reads that many variants of the seeds; those that break the promise are told. */
    static Tally run(List<byte[]> seeds, int count, BiConsumer<byte[], Trial> broken) {
        Damage damage = new Damage(seeds);
        Tally tally = new Tally();
        for (int number = 0; number < count; number++) {
            byte[] file = damage.variant(number);
            Trial trial = Trial.of(file);
            tally.add(trial);
            if (!trial.kept()) {
                broken.accept(file, trial);
            }
        }
        return tally;
    }

    private static void report(Format format, byte[] file, Trial trial) {
        try {
            Path kept = Files.createTempFile("damaged-", "." + format.name().toLowerCase(Locale.ROOT));
            Files.write(kept, file);
            System.err.println(kept + ": " + trial);
        } catch (IOException full) {
            System.err.println(format + ": " + trial + "; the file could not be kept: " + full.getMessage());
        }
    }

    /** Counts and extremes of many trials. */
    static final class Tally {
        private int files;
        private int read;
        private int refused;
        private int broken;
        private double slowest;
        private long largest;

        private void add(Trial trial) {
            files++;
            read += trial.outcome() == Trial.Outcome.READ ? 1 : 0;
            refused += trial.outcome() == Trial.Outcome.REFUSED ? 1 : 0;
            broken += trial.kept() ? 0 : 1;
            slowest = Math.max(slowest, trial.seconds());
            largest = Math.max(largest, trial.bytes());
        }

        int read() {
            return read;
        }

        int refused() {
            return refused;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    " | %,d | %,d | %,d | %d | %.2f | %d |",
                    files,
                    read,
                    refused,
                    broken,
                    slowest,
                    largest >> 20);
        }
    }
}
