package org.vung.applications;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.vung.applications.driving.DrivingCommand;
import org.vung.applications.farming.FarmingCommand;
import org.vung.applications.fire.FireCommand;
import org.vung.applications.medicine.MedicineCommand;
import org.vung.applications.satellite.SatelliteCommand;
import org.vung.applications.sheet.UsageException;
import org.vung.cli.terminal.Fault;
import org.vung.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the applications; the files {@code run} in their folders start it. */
@Command(
        name = "applications",
        description = "Five applications of segmentation, each of which ends in a decision and a picture.",
        synopsisSubcommandLabel = "NAME",
        mixinStandardHelpOptions = true)
public final class Applications implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    private Applications() {}

    /**
     * Runs one application and ends the JVM with its exit code.
     *
     * @param args its name and its options
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(args, out, err);
        out.flush();
        System.exit(code);
    }

    /**
     * Runs one application.
     *
     * @param args its name and its options
     * @param out gets the decision
     * @param err gets talk and errors
     * @return the exit code, one of those of {@code vung}
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        Terminal terminal = new Terminal(InputStream.nullInputStream(), out, err);
        CommandLine line = new CommandLine(new Applications());
        line.addSubcommand("medicine", new MedicineCommand(terminal));
        line.addSubcommand("driving", new DrivingCommand(terminal));
        line.addSubcommand("satellite", new SatelliteCommand(terminal));
        line.addSubcommand("farming", new FarmingCommand(terminal));
        line.addSubcommand("fire", new FireCommand(terminal));
        line.setOut(terminal.outWriter());
        line.setErr(terminal.errWriter());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(100);
        line.setParameterExceptionHandler((wrong, given) -> terminal.report(
                new Fault(
                        Fault.USAGE,
                        wrong.getMessage() + " (see '"
                                + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help')"),
                wrong));
        line.setExecutionExceptionHandler((failure, at, parsed) -> terminal.report(
                failure instanceof UsageException
                        ? new Fault(Fault.USAGE, String.valueOf(failure.getMessage()))
                        : Fault.of(failure),
                failure));
        try {
            return line.execute(args);
        } finally {
            out.flush();
        }
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "NAME must be one of " + String.join(", ", spec.subcommands().keySet()) + ", got none");
    }
}
