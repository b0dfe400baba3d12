package org.vung.cli.model;

import java.util.List;
import org.vung.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vung model}: networks told and drawn, without running them. */
@Command(
        name = "model",
        description = "Lists networks, tells one layer by layer, draws one.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vung model summary net.json             every layer: shape, parameters, connections",
            "  vung model plot net.json -o net.svg     a picture for a paper",
        })
public final class ModelCommand implements Runnable {

    private static final List<String> COMMANDS = List.of("list", "summary", "plot");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    private ModelCommand() {}

    /**
     * The command with what is called of it, or with everything where that is nothing it knows.
     *
     * @param terminal to answer on
     * @param networks that have names
     * @param words after the command; none where another command is called
     * @return a command line to add to the main one
     */
    public static CommandLine of(Terminal terminal, Networks networks, List<String> words) {
        CommandLine line = new CommandLine(new ModelCommand());
        for (String name : words.isEmpty() ? List.<String>of() : COMMANDS) {
            if (!COMMANDS.contains(words.get(0)) || name.equals(words.get(0))) {
                line.addSubcommand(name, command(name, terminal, networks));
            }
        }
        return line;
    }

    private static Object command(String name, Terminal terminal, Networks networks) {
        return switch (name) {
            case "list" -> new ListCommand(terminal, networks);
            case "summary" -> new SummaryCommand(terminal, networks);
            default -> new PlotCommand(terminal, networks);
        };
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "command must be one of " + String.join(", ", COMMANDS) + ", got none");
    }
}
