package org.vung.cli.model;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vung.cli.input.Placing;
import org.vung.cli.report.ModelReport;
import org.vung.cli.terminal.Fault;
import org.vung.cli.terminal.Talk;
import org.vung.cli.terminal.Terminal;
import org.vung.label.LabelClass;
import org.vung.nets.file.Answer;
import org.vung.nets.file.ClassList;
import org.vung.nets.file.ModelFile;
import org.vung.nets.graph.Graph;
import org.vung.nets.model.rcnn.RcnnParts;
import org.vung.nets.numbers.RandomStart;
import org.vung.torch.check.DetectorCheck;
import org.vung.torch.check.ModelCheck;
import org.vung.torch.check.Outcome;
import org.vung.torch.check.PictureCheck;
import org.vung.torch.device.Device;
import org.vung.torch.rcnn.Detector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vung model test}: whether a network works on this machine. */
@Command(
        name = "test",
        description = {
            "Checks a model file on this machine: that it reads, gives finite numbers, the same ones twice, nearly the same",
            "classes in bfloat16, in tiles what it gives whole, on a graphics processor what the processor gives. Ends with 4 where one of them is missed.",
            "A network that finds objects looks for them in noise, one that makes pictures makes one of noise, twice. One without",
            "weights gets numbers by a formula."
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

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    private final Terminal terminal;

    TestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        terminal.listen(talk);
        Networks.Found found = chosen.found();
        List<Outcome> outcomes = outcomes(found);
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

    private List<Outcome> outcomes(Networks.Found found) {
        if (RcnnParts.is(found.graph())) {
            checkDevice("finds objects one by one");
            return ofDetector(found);
        }
        Optional<ModelFile> generator = found.file().filter(model -> model.answer() == Answer.PICTURE);
        if (generator.isPresent()) {
            checkDevice("makes pictures");
            return PictureCheck.of(generator.get());
        }
        return ModelCheck.of(found.graph(), found.numbers(), found.file().isPresent(), placing.device());
    }

    private void checkDevice(String what) {
        if (placing.device() == Device.CUDA) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--device cuda must go with a network that segments in one go, got '" + chosen.name() + "', which "
                            + what + "; leave it away");
        }
    }

    private List<Outcome> ofDetector(Networks.Found found) {
        Graph graph = found.graph();
        if (found.file().isEmpty()) {
            List<LabelClass> classes = ClassList.numbered(RcnnParts.classes(graph));
            return DetectorCheck.of(graph, new RandomStart(graph, 0), classes, Detector.Options.plain(graph), false);
        }
        ModelFile model = found.file().get();
        return DetectorCheck.of(graph, found.numbers(), model.classes(), Detector.Options.of(model), true);
    }
}
