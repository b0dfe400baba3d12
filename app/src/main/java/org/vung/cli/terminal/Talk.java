package org.vung.cli.terminal;

import java.util.List;
import picocli.CommandLine.Option;

/** How much a command says, the same options everywhere. */
public final class Talk {

    /** The usual amount of talk. */
    public Talk() {}

    @Option(
            names = {"-v", "--verbose"},
            description = "Say more, and show the trace of an error.")
    boolean verbose;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but results and errors.")
    boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    /**
     * The same as words, for a process that is to say as much.
     *
     * @return options, perhaps none
     */
    public List<String> words() {
        return verbose ? List.of("-v") : quiet ? List.of("-q") : List.of();
    }
}
