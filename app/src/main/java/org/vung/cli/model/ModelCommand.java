package org.vung.cli.model;

import java.util.List;
import org.vung.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vung model}: networks told, drawn, given weights, measured and handed on. */
@Command(
        name = "model",
        description = "Lists networks, tells and draws one, gives one weights, measures, packs and exports one.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vung model summary unet-paper           every layer: shape, parameters, connections",
            "  vung model plot unet -o unet.svg        a picture for a paper",
            "  vung model import enet --weights ENet --classes camvid -o enet.vung",
            "  vung segment street.png -m enet.vung    what it sees there",
        })
public final class ModelCommand implements Runnable {

    private static final List<String> COMMANDS =
            List.of("list", "summary", "plot", "import", "info", "test", "bench", "pack", "export");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    private ModelCommand() {}

    /**
     * The command with what is called of it, or with everything where that is nothing it knows.
     *
     * @param terminal to answer on
     * @param words after the command; none where another command is called
     * @return a command line to add to the main one
     */
    public static CommandLine of(Terminal terminal, List<String> words) {
        CommandLine line = new CommandLine(new ModelCommand());
        for (String name : words.isEmpty() ? List.<String>of() : COMMANDS) {
            if (!COMMANDS.contains(words.get(0)) || name.equals(words.get(0))) {
                line.addSubcommand(name, command(name, terminal));
            }
        }
        return line;
    }

    private static Object command(String name, Terminal terminal) {
        return switch (name) {
            case "list" -> new ListCommand(terminal);
            case "summary" -> new SummaryCommand(terminal);
            case "plot" -> new PlotCommand(terminal);
            case "import" -> new ImportCommand(terminal);
            case "info" -> new InfoCommand(terminal);
            case "test" -> new TestCommand(terminal);
            case "bench" -> new BenchCommand(terminal);
            case "pack" -> new PackCommand(terminal);
            default -> new ExportCommand(terminal);
        };
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "command must be one of " + String.join(", ", COMMANDS) + ", got none");
    }
}
