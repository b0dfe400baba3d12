package org.vung.cli.model;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vung.cli.input.Placing;
import org.vung.cli.report.ModelReport;
import org.vung.cli.terminal.Fault;
import org.vung.cli.terminal.Talk;
import org.vung.cli.terminal.Terminal;
import org.vung.torch.check.ModelCheck;
import org.vung.torch.check.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vung model test}: whether a network works on this machine. */
@Command(
        name = "test",
        description = {
            "Checks a model file on this machine: that it reads, gives finite numbers, the same ones twice, nearly the same",
            "classes in bfloat16, in tiles what it gives whole, on a graphics processor what the processor gives. Ends with 4 where one of them is missed.",
            "A network without weights gets numbers by a formula."
        },
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {"  vung model test enet.vung", "  vung model test unet --size 256x256 --json"})
final class TestCommand implements Callable<Integer> {

    @Mixin
    private Chosen chosen = new Chosen();

    @Mixin
    private Placing placing = new Placing();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private Talk talk = new Talk();

    private final Terminal terminal;

    TestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        terminal.listen(talk);
        Networks.Found found = chosen.found();
        List<Outcome> outcomes =
                ModelCheck.of(found.graph(), found.numbers(), Networks.isModelFile(chosen.name()), placing.device());
        boolean missed = outcomes.stream().anyMatch(each -> each.state() == Outcome.State.MISS);
        if (json) {
            terminal.result(ModelReport.of(chosen.name(), outcomes));
        } else {
            for (Outcome each : outcomes) {
                terminal.result(String.format(
                        Locale.ROOT,
                        "%-8s %-18s %s",
                        each.state().name().toLowerCase(Locale.ROOT),
                        each.check(),
                        each.found()));
            }
        }
        return missed ? Fault.MODEL : 0;
    }
}
