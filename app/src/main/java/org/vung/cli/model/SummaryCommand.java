package org.vung.cli.model;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.vung.cli.report.ModelReport;
import org.vung.cli.terminal.Talk;
import org.vung.cli.terminal.Terminal;
import org.vung.nets.graph.Graph;
import org.vung.nets.summary.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vung model summary}: a network layer by layer. */
@Command(
        name = "summary",
        description = {
            "Tells a network layer by layer, as Keras's model.summary() does: shapes with channels",
            "last, None for the batch, numbers of parameters, connections."
        },
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vung model summary net.json",
            "  vung model summary net.json --size 512x512 --json | jq .multiply_adds"
        })
final class SummaryCommand implements Callable<Integer> {

    @Mixin
    private Chosen chosen = new Chosen();

    @Option(
            names = "--unfolded",
            description = "Give each activation a line, also where it alone follows a convolution.")
    private boolean unfolded;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private Talk talk = new Talk();

    private final Terminal terminal;

    SummaryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        terminal.listen(talk);
        Graph graph = chosen.graph();
        Summary summary = unfolded ? Summary.unfolded(graph) : Summary.of(graph);
        terminal.result(json ? ModelReport.of(summary, graph.input()) : summary.text());
        return 0;
    }
}
