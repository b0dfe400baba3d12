package org.vung;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the process grows. A leak grows in every round; the heap and the compiler of a young JVM stop after some. */
public final class ResidentMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int MOST_ROUNDS = 20;

    private ResidentMemory() {}

    /** Work that is done again and again. */
    @FunctionalInterface
    public interface Work {
        void round() throws IOException;
    }

    /**
     * The growth of the round that grows least; the test is skipped where the system tells no process's memory.
     *
     * @param enough growth in kB below which no further round is needed
     * @param work one round
     * @return kB
     */
    public static long leastGrowth(long enough, Work work) throws IOException {
        assumeTrue(Files.exists(STATUS), "only Linux tells a process's memory");
        long least = Long.MAX_VALUE;
        long before = kilobytes();
        for (int round = 0; round < MOST_ROUNDS && least >= enough; round++) {
            work.round();
            long after = kilobytes();
            least = Math.min(least, after - before);
            before = after;
        }
        return least;
    }

    /** What the process holds now. */
    public static long kilobytes() throws IOException {
        String line = Files.readAllLines(STATUS).stream()
                .filter(text -> text.startsWith("VmRSS"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", ""));
    }
}
