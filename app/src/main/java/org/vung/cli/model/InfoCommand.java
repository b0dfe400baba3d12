package org.vung.cli.model;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.vung.catalog.model.TrainedModels;
import org.vung.cli.report.ModelReport;
import org.vung.cli.terminal.Talk;
import org.vung.cli.terminal.Terminal;
import org.vung.nets.file.ModelFile;
import org.vung.nets.graph.Cost;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vung model info}: what is in a model file. */
@Command(
        name = "info",
        description = "Tells what is in a model file: network, classes, preprocessing, where it comes from.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n")
final class InfoCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE.vung", description = "A model file, or the name of a model that comes with Vung.")
    private String file = "";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private Talk talk = new Talk();

    private final Terminal terminal;

    InfoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        terminal.listen(talk);
        ModelFile model = TrainedModels.read(file);
        if (json) {
            terminal.result(ModelReport.of(file, model));
            return 0;
        }
        Cost cost = Cost.of(model.graph());
        line("network", model.graph().name() + ", " + model.graph().nodes().size() + " layers");
        line("input", model.graph().input() + " " + model.preprocessing().colours());
        if (!model.preprocessing().contrast().isEmpty()) {
            line("contrast", String.join(", ", model.preprocessing().contrastTexts()));
        }
        line("parameters", String.format(Locale.ROOT, "%,d", cost.parameters()));
        line("multiply-adds", String.format(Locale.ROOT, "%,d", cost.multiplyAdds()));
        line("answer", model.answer().name().toLowerCase(Locale.ROOT));
        line("classes", String.join(", ", model.classNames()));
        for (Map.Entry<String, String> each : new TreeMap<>(model.about()).entrySet()) {
            line(each.getKey(), each.getValue());
        }
        return 0;
    }

    private void line(String name, String value) {
        terminal.result(String.format(Locale.ROOT, "%-14s %s", name, value));
    }
}
