package org.vung.cli.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vung.cli.report.ModelReport;
import org.vung.cli.terminal.Overwriting;
import org.vung.cli.terminal.Talk;
import org.vung.cli.terminal.Terminal;
import org.vung.onnx.OnnxExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vung model export}: a network for other programs. */
@Command(
        name = "export",
        description = {
            "Writes a network with its weights for other programs.",
            "The input is float32 [batch, channels, height, width] after preprocessing, which 'vung model info' tells."
        },
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = "  vung model export enet.vung --format onnx -o enet.onnx")
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private Chosen chosen = new Chosen();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "onnx. Default: ${DEFAULT-VALUE}.",
            defaultValue = "onnx")
    private String format = "";

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "The file. Default: ${DEFAULT-VALUE}.",
            defaultValue = "model.onnx")
    private Path out = Path.of("");

    @Mixin
    private Overwriting overwriting = new Overwriting();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private Talk talk = new Talk();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    private final Terminal terminal;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        terminal.listen(talk);
        if (!format.equals("onnx")) {
            throw new ParameterException(spec.commandLine(), "--format must be onnx, got '" + format + "'");
        }
        Networks.Found found = chosen.found();
        if (!Networks.isModelFile(chosen.name())) {
            terminal.say(chosen.name() + " has no weights; the file gets numbers by a formula, for trying out only");
        }
        OnnxExport.write(found.graph(), found.numbers(), out, overwriting.existing());
        terminal.result(json ? ModelReport.file(chosen.name(), out.toString()) : out.toString());
        return 0;
    }
}
