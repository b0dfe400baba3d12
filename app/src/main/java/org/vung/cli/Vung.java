package org.vung.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.vung.cli.data.DataCommand;
import org.vung.cli.evaluate.EvaluateCommand;
import org.vung.cli.explain.ExplainCommand;
import org.vung.cli.measure.MeasureCommand;
import org.vung.cli.model.ModelCommand;
import org.vung.cli.terminal.Fault;
import org.vung.cli.terminal.Terminal;
import org.vung.cli.train.TrainCommand;
import org.vung.cli.translate.TranslateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: finds the command, runs it, turns what went wrong into one line and an exit code. */
@Command(
        name = "vung",
        description = "Image segmentation: divides a photo into regions you can look at and use.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vung segment                            a first picture, from examples/",
            "  vung segment photo.jpg -m kmeans:k=3    labels, overlay and JSON in out/",
            "  vung measure out/photo.labels.png       areas, shapes, shares; rules that decide",
            "  vung compare photo.jpg -o methods.png   every method side by side",
            "  vung methods slic                       a method's options",
            "  vung train --data cells/                a network for your own images and masks",
            "",
            "Exit codes: 0 done, 1 fault of vung, 2 usage, 3 bad input, 4 model or its device, 5 some inputs",
            "failed and the rest is done, 6 file, network or disk, 7 limit or memory."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
public final class Vung implements Runnable {

    private static final List<String> COMMANDS = List.of(
            "segment",
            "measure",
            "compare",
            "methods",
            "explain",
            "model",
            "data",
            "train",
            "evaluate",
            "translate",
            "doctor");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    private Vung() {}

    /**
     * Runs one command and ends the JVM with its exit code.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(args, System.in, out, err);
        out.flush();
        System.exit(code);
    }

    /**
     * Runs one command.
     *
     * @param args the command and its options
     * @param in what {@code -} reads
     * @param out gets results
     * @param err gets talk and errors
     * @return the exit code
     */
    public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        Terminal terminal = new Terminal(in, out, err);
        try {
            return commandLine(args, terminal).execute(args.length == 0 ? new String[] {"--help"} : args);
        } catch (OutOfMemoryError | StackOverflowError exhausted) {
            return terminal.report(Fault.of(exhausted), exhausted);
        } finally {
            out.flush();
        }
    }

    /** Only the command that is called is built: building all of them costs a short run more than its work. */
    private static CommandLine commandLine(String[] args, Terminal terminal) {
        CommandLine line = new CommandLine(new Vung());
        String wanted = args.length > 0 ? args[0] : "";
        for (String name : COMMANDS) {
            if (!COMMANDS.contains(wanted) || name.equals(wanted)) {
                boolean called = name.equals(wanted);
                line.addSubcommand(
                        name, command(name, terminal, called ? List.of(args).subList(1, args.length) : List.of()));
            }
        }
        line.setOut(terminal.outWriter());
        line.setErr(terminal.errWriter());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.coloured() ? Ansi.ON : Ansi.OFF));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(100);
        line.setParameterExceptionHandler((wrong, given) -> usage(wrong, terminal));
        line.setExecutionExceptionHandler((failure, at, parsed) -> terminal.report(Fault.of(failure), failure));
        return line;
    }

    private static Object command(String name, Terminal terminal, List<String> words) {
        return switch (name) {
            case "segment" -> new SegmentCommand(terminal);
            case "measure" -> new MeasureCommand(terminal);
            case "compare" -> new CompareCommand(terminal);
            case "evaluate" -> new EvaluateCommand(terminal);
            case "methods" -> new MethodsCommand(terminal);
            case "explain" -> ExplainCommand.of(terminal, words);
            case "model" -> ModelCommand.of(terminal, words);
            case "data" -> DataCommand.of(terminal, words);
            case "translate" -> new TranslateCommand(terminal);
            case "train" -> new TrainCommand(terminal);
            default -> new DoctorCommand(terminal);
        };
    }

    private static int usage(ParameterException wrong, Terminal terminal) {
        CommandLine at = wrong.getCommandLine();
        String guess = "";
        if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            guess = near.isEmpty() ? "" : "; did you mean '" + near.get(0) + "'?";
        }
        String message = String.valueOf(wrong.getMessage());
        String first = message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
        return terminal.report(
                new Fault(
                        Fault.USAGE,
                        first + guess + " (see '" + at.getCommandSpec().qualifiedName() + " --help')"),
                wrong);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "command must be one of " + String.join(", ", COMMANDS) + ", got none");
    }
}
