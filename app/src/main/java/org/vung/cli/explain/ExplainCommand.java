package org.vung.cli.explain;

import org.vung.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vung explain}: what a method does, in numbers and a picture. */
@Command(
        name = "explain",
        description = "Shows what a method does, in numbers and a picture.",
        synopsisSubcommandLabel = "TOPIC",
        commandListHeading = "%nTopics:%n",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = "  vung explain meanshift photo.jpg --start 90 --bandwidth 12 -o modes.png")
public final class ExplainCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    private ExplainCommand() {}

    /**
     * The command with its topics.
     *
     * @param terminal to answer on
     * @return a command line to add to the main one
     */
    public static CommandLine of(Terminal terminal) {
        return new CommandLine(new ExplainCommand()).addSubcommand(new MeanShiftTopic(terminal));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "TOPIC must be meanshift, got none");
    }
}
