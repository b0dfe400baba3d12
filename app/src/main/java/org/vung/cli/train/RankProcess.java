package org.vung.cli.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.vung.cli.terminal.Terminal;

/** One process of several. What rank 0 says passes on as it comes; of the others, the last line is kept for when they fail. */
final class RankProcess {

    private static final int SIGNALS = 128;
    private static final int BUFFER = 4096;
    private static final String NAME = "vung: ";
    private static final String GLOO = "[Gloo] ";

    private final int rank;
    private final Process process;
    private final List<Thread> readers;
    private volatile String lastLine = "";
    private volatile boolean forced;

    private RankProcess(int rank, Process process, Terminal terminal) {
        this.rank = rank;
        this.process = process;
        readers = rank == 0
                ? List.of(
                        reader(() -> results(process.inputReader(StandardCharsets.UTF_8), terminal)),
                        reader(() -> pass(process.errorReader(StandardCharsets.UTF_8), terminal.errWriter())))
                : List.of(
                        reader(() -> process.getInputStream().transferTo(OutputStream.nullOutputStream())),
                        reader(() -> keep(process.errorReader(StandardCharsets.UTF_8))));
    }

    static RankProcess start(int rank, List<String> command, Map<String, String> variables, Terminal terminal)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.from(nothing()));
        variables.forEach(builder.environment()::put);
        return new RankProcess(rank, builder.start(), terminal);
    }

    private static java.io.File nothing() {
        return new java.io.File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    /** Reads until the process ends, or is gone. */
    private interface Reading {
        void run() throws IOException;
    }

    private Thread reader(Reading reading) {
        Thread thread = new Thread(
                () -> {
                    try {
                        reading.run();
                    } catch (IOException gone) {
                        lastLine = lastLine.isEmpty() ? String.valueOf(gone.getMessage()) : lastLine;
                    }
                },
                "rank " + rank);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Results, without the line in which gloo tells that it is there. */
    private static void results(BufferedReader from, Terminal terminal) throws IOException {
        for (String line = from.readLine(); line != null; line = from.readLine()) {
            if (!line.startsWith(GLOO)) {
                terminal.result(line);
            }
        }
    }

    private static void pass(Reader from, PrintWriter to) throws IOException {
        char[] letters = new char[BUFFER];
        for (int count = from.read(letters); count >= 0; count = from.read(letters)) {
            to.write(letters, 0, count);
            to.flush();
        }
    }

    private void keep(BufferedReader from) throws IOException {
        for (String line = from.readLine(); line != null; line = from.readLine()) {
            boolean ours = line.startsWith(NAME);
            if (ours || (!line.isBlank() && !lastLine.startsWith(NAME))) {
                lastLine = line;
            }
        }
    }

    int rank() {
        return rank;
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Asks it to end in order. {@link Process#destroy} would close its streams, and it has a last word. */
    void end() {
        process.toHandle().destroy();
    }

    /** Ends it at once, even where it has been stopped. */
    void force() {
        if (process.isAlive()) {
            forced = true;
            process.destroyForcibly();
        }
    }

    /** Waits until all it has said is here. */
    void finish() throws InterruptedException {
        process.waitFor();
        for (Thread reader : readers) {
            reader.join(1000);
        }
    }

    /** The exit code. */
    int code() {
        return process.exitValue();
    }

    /** Whether it had to be forced to end. */
    boolean forced() {
        return forced;
    }

    /** The signal that ended it, 0 for none. */
    int signal() {
        return code() > SIGNALS ? code() - SIGNALS : 0;
    }

    /** The line in which it said what is wrong. */
    String error() {
        return lastLine.startsWith(NAME) ? lastLine.substring(NAME.length()) : lastLine;
    }
}
