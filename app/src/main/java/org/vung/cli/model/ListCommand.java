package org.vung.cli.model;

import java.util.concurrent.Callable;
import org.vung.cli.report.ModelReport;
import org.vung.cli.terminal.Talk;
import org.vung.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vung model list}: the names of networks. */
@Command(
        name = "list",
        description = "Lists the networks that have a name.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n")
final class ListCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private Talk talk = new Talk();

    private final Terminal terminal;
    private final Networks networks;

    ListCommand(Terminal terminal, Networks networks) {
        this.terminal = terminal;
        this.networks = networks;
    }

    @Override
    public Integer call() {
        terminal.listen(talk);
        if (json) {
            terminal.result(ModelReport.names(networks.names()));
            return 0;
        }
        networks.names().forEach(terminal::result);
        terminal.say("'vung model summary NAME' tells one; NAME may also be a graph file such as net.json");
        return 0;
    }
}
