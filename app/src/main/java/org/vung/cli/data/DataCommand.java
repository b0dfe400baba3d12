package org.vung.cli.data;

import java.util.List;
import org.vung.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vung data}: images with ground truth. */
@Command(
        name = "data",
        description = "Counts what is in a data set, checks it, divides it and converts it to other formats.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vung data stats CamVid                  images, sizes, classes and their pixels",
            "  vung data check CamVid                  what is wrong with it, before a network learns it",
            "  vung data split CamVid -o lists         train.txt and validation.txt, groups kept together",
            "  vung data convert CamVid -o coco --to coco",
        })
public final class DataCommand implements Runnable {

    private static final List<String> COMMANDS = List.of("stats", "check", "split", "convert");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    private DataCommand() {}

    /**
     * The command with what is called of it, or with everything where that is nothing it knows.
     *
     * @param terminal to answer on
     * @param words after the command; none where another command is called
     * @return a command line to add to the main one
     */
    public static CommandLine of(Terminal terminal, List<String> words) {
        CommandLine line = new CommandLine(new DataCommand());
        for (String name : words.isEmpty() ? List.<String>of() : COMMANDS) {
            if (!COMMANDS.contains(words.get(0)) || name.equals(words.get(0))) {
                line.addSubcommand(name, command(name, terminal));
            }
        }
        return line;
    }

    private static Object command(String name, Terminal terminal) {
        return switch (name) {
            case "stats" -> new DataStatsCommand(terminal);
            case "check" -> new DataCheckCommand(terminal);
            case "split" -> new DataSplitCommand(terminal);
            default -> new DataConvertCommand(terminal);
        };
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "command must be one of " + String.join(", ", COMMANDS) + ", got none");
    }
}
