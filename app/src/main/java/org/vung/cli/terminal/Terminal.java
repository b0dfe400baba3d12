package org.vung.cli.terminal;

import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes. Results go to standard output; talk, warnings, errors and progress to standard error.
 *
 * <p>The launcher says in the system property {@code vung.terminals} which of the streams 1 and 2 are terminals, since Java
 * itself cannot tell them apart.
 */
public final class Terminal {

    private static final String TERMINALS = System.getProperty("vung.terminals", "");
    private static final int BAR = 24;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private boolean quiet;
    private boolean verbose;
    private int shown;

    /**
     * A terminal over three streams.
     *
     * @param in standard input
     * @param out standard output
     * @param err standard error
     */
    public Terminal(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /**
     * Says from now on as much as was asked for.
     *
     * @param talk options of the command
     */
    public void listen(Talk talk) {
        quiet = talk.quiet;
        verbose = talk.verbose;
    }

    /** Says nothing from now on but results and errors. */
    public void hush() {
        quiet = true;
    }

    /**
     * Standard input.
     *
     * @return the stream
     */
    public InputStream in() {
        return in;
    }

    /**
     * Standard output for help.
     *
     * @return a writer in UTF-8
     */
    public PrintWriter outWriter() {
        return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
    }

    /**
     * Standard error.
     *
     * @return a writer in UTF-8
     */
    public PrintWriter errWriter() {
        return new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
    }

    /**
     * Whether colours are welcome on standard output.
     *
     * @return false away from a terminal and where NO_COLOR is set
     */
    public boolean coloured() {
        String refused = System.getenv("NO_COLOR");
        return TERMINALS.contains("1") && (refused == null || refused.isEmpty());
    }

    /**
     * Prints a result.
     *
     * @param line text, a JSON object
     */
    public void result(String line) {
        clearProgress();
        out.println(line);
    }

    /**
     * Talk that {@code -q} silences.
     *
     * @param line one line
     */
    public void say(String line) {
        if (!quiet) {
            clearProgress();
            err.println("vung: " + line);
        }
    }

    /**
     * Talk that only {@code -v} shows.
     *
     * @param line one line
     */
    public void detail(String line) {
        if (verbose) {
            say(line);
        }
    }

    /**
     * Says what went wrong in one line, with the trace under it for {@code -v}.
     *
     * @param fault what to say
     * @param cause what was thrown
     * @return the exit code
     */
    public int report(Fault fault, Throwable cause) {
        clearProgress();
        out.flush();
        err.println("vung: " + fault.line());
        if (verbose) {
            cause.printStackTrace(err);
        }
        err.flush();
        return fault.exitCode();
    }

    /**
     * Draws a bar on a terminal, for more than one piece of work; the next line is drawn over it.
     *
     * @param done pieces
     * @param all pieces
     * @param name of the piece at work
     */
    public void progress(int done, int all, String name) {
        if (quiet || all < 2 || !TERMINALS.contains("2")) {
            return;
        }
        clearProgress();
        int full = done * BAR / all;
        String line = "[" + "#".repeat(full) + " ".repeat(BAR - full) + "] " + done + "/" + all + " " + name;
        line = line.substring(0, Math.min(78, line.length()));
        err.print(line);
        err.flush();
        shown = line.length();
    }

    /** Wipes the bar away. */
    public void clearProgress() {
        if (shown > 0) {
            err.print("\r" + " ".repeat(shown) + "\r");
            shown = 0;
        }
    }
}
