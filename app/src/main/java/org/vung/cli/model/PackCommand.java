package org.vung.cli.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vung.catalog.model.TrainedModels;
import org.vung.cli.report.ModelReport;
import org.vung.cli.terminal.Overwriting;
import org.vung.cli.terminal.Talk;
import org.vung.cli.terminal.Terminal;
import org.vung.nets.file.ModelFile;
import org.vung.nets.model.rcnn.RcnnParts;
import org.vung.nets.weights.ElementType;
import org.vung.nets.weights.Weights;
import org.vung.torch.rcnn.Detector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vung model pack}: a trained model made small and told about, to be handed on. */
@Command(
        name = "pack",
        description = {
            "Writes a model file again with shorter numbers, and with what others should know of it.",
            "float16 keeps 11 binary digits of numbers below 65,504, which halves the file and moves scores by less than",
            "chance does; measure it with 'vung evaluate --compare'."
        },
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = "  vung model pack runs/cells-1/best.vung -o cells.vung --about 'not for=diagnosis'")
final class PackCommand implements Callable<Integer> {

    /** How numbers are kept. */
    enum Kept {
        float16(ElementType.FLOAT16),
        bfloat16(ElementType.BFLOAT16),
        float32(ElementType.FLOAT32);

        private final ElementType type;

        Kept(ElementType type) {
            this.type = type;
        }
    }

    @Parameters(paramLabel = "FILE.vung", description = "A model file, or the name of a model that comes with Vung.")
    private String file = "";

    @Option(names = "--numbers", paramLabel = "TYPE", description = "float16, bfloat16 or float32. Default: float16.")
    private Kept numbers = Kept.float16;

    @Option(
            names = "--about",
            paramLabel = "KEY=TEXT",
            description = "Something worth knowing, such as licence=CC0; may be given several times.")
    private Map<String, String> about = new LinkedHashMap<>();

    @Option(
            names = "--setting",
            paramLabel = "KEY=TEXT",
            description = {
                "Another setting of a network that finds objects, such as objects=objects:score=0.05,overlap=0.3; what the",
                "text does not say is as usual. May be given several times."
            })
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FILE",
            description = "The file.")
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

    PackCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        terminal.listen(talk);
        ModelFile model = changed(TrainedModels.read(file));
        Weights packed = Weights.of(model.weights().tensors().stream()
                .map(tensor -> tensor.as(numbers.type))
                .toList());
        model.with(packed, about).write(out, overwriting.existing());
        terminal.result(json ? ModelReport.file(file, out.toString()) : out.toString());
        return 0;
    }

    private ModelFile changed(ModelFile model) {
        if (settings.isEmpty()) {
            return model;
        }
        if (!RcnnParts.is(model.graph())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--setting must go with a network that finds objects one by one, got '" + file + "'; leave it out");
        }
        ModelFile changed = model.withSettings(settings);
        try {
            Detector.Options.of(changed);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), "--setting: " + wrong.getMessage(), wrong);
        }
        return changed;
    }
}
