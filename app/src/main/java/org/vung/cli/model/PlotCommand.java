package org.vung.cli.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vung.cli.report.ModelReport;
import org.vung.cli.terminal.Talk;
import org.vung.cli.terminal.Terminal;
import org.vung.image.file.AtomicFile;
import org.vung.image.file.Existing;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.Plot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vung model plot}: a picture of a network. */
@Command(
        name = "plot",
        description = {
            "Draws a network: a row for each resolution, steps from left to right, equal runs once.",
            "A .dot file is text for Graphviz."
        },
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vung model plot net.json -o net.svg",
            "  vung model plot net.json -o net.dot && dot -Tpdf -O net.dot"
        })
final class PlotCommand implements Callable<Integer> {

    @Mixin
    private Chosen chosen = new Chosen();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FIG.svg",
            description = "The picture: .svg or .dot. Default: ${DEFAULT-VALUE}.",
            defaultValue = "model.svg")
    private Path out = Path.of("");

    @Option(names = "--overwrite", description = "Replace the picture if it exists already.")
    private boolean overwrite;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private Talk talk = new Talk();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    private final Terminal terminal;

    PlotCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        terminal.listen(talk);
        boolean dot = out.toString().endsWith(".dot");
        if (!dot && !out.toString().endsWith(".svg")) {
            throw new ParameterException(spec.commandLine(), "--out must end in .svg or .dot, got '" + out + "'");
        }
        Graph graph = chosen.graph();
        String text = dot ? Plot.dot(graph) : Plot.svg(graph);
        Files.createDirectories(out.toAbsolutePath().resolveSibling(""));
        AtomicFile.write(
                out,
                overwrite ? Existing.REPLACE : Existing.KEEP,
                stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
        terminal.result(json ? ModelReport.figure(chosen.name(), out.toString()) : out.toString());
        return 0;
    }
}
