package org.vung.cli.model;

import java.util.concurrent.Callable;
import org.vung.cli.report.ModelReport;
import org.vung.cli.terminal.Talk;
import org.vung.cli.terminal.Terminal;
import org.vung.nets.model.Model;
import org.vung.nets.model.Models;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vung model list}: the networks that have a name. */
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

    ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.listen(talk);
        if (json) {
            terminal.result(ModelReport.names(Models.all()));
            return 0;
        }
        int widest = Networks.names().stream().mapToInt(String::length).max().orElse(0);
        for (Model model : Models.all()) {
            terminal.result(model.name() + " ".repeat(widest - model.name().length() + 2) + model.description() + " ("
                    + model.paper() + ")");
        }
        terminal.say(
                "'vung model summary NAME' tells one; NAME may also be a model file or a graph file such as net.json");
        return 0;
    }
}
