package org.vung.cli.model;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.vung.cli.input.Placing;
import org.vung.cli.model.bench.OnnxBench;
import org.vung.cli.model.bench.WholeBench;
import org.vung.cli.report.ModelReport;
import org.vung.cli.terminal.Talk;
import org.vung.cli.terminal.Terminal;
import org.vung.nets.graph.Graph;
import org.vung.nets.model.rcnn.RcnnParts;
import org.vung.nets.numbers.Numbers;
import org.vung.nets.numbers.RandomStart;
import org.vung.torch.device.Device;
import org.vung.torch.rcnn.DetectorBench;
import org.vung.torch.run.ForwardBench;
import org.vung.torch.run.Precision;
import org.vung.torch.train.TrainingBench;
import org.vung.torch.train.detect.DetectionBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vung model bench}: how fast a network runs on this machine. */
@Command(
        name = "bench",
        description = {
            "Measures the forward pass of one image on this machine, beside the machine's own matrix product; on a graphics",
            "processor with the way of the image there and of the answer back.",
            "A network without weights gets numbers by a formula; they do not change the time. Of one that finds objects one",
            "by one, all is timed that is done between an image of noise in memory and its objects."
        },
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vung model bench unet-paper --size 572x572 --runs 5 --json",
            "  vung model bench membrane --size 572x572 --whole",
            "  vung model bench maskrcnn-resnet50-fpn --size 800x1088"
        })
final class BenchCommand implements Callable<Integer> {

    @Mixin
    private Chosen chosen = new Chosen();

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "Passes that count, after two to warm up. Default: ${DEFAULT-VALUE}.",
            defaultValue = "5")
    private int runs;

    @Option(
            names = "--precision",
            paramLabel = "TYPE",
            description = "auto, float32 or bfloat16. Default: ${DEFAULT-VALUE}.",
            defaultValue = "auto")
    private Precision precision = Precision.AUTO;

    @Mixin
    private Placing placing = new Placing();

    @Option(
            names = "--runtime",
            paramLabel = "NAME",
            description = "torch, or onnx to export the network and run it on ONNX Runtime. Default: ${DEFAULT-VALUE}.",
            defaultValue = "torch")
    private Engine runtime = Engine.TORCH;

    @Option(
            names = "--training",
            paramLabel = "BATCH",
            description = "Time steps of training on batches of so many images, instead of forward passes of one.")
    private int training;

    @Option(
            names = "--whole",
            description = "Time the whole way from an image in memory to its labels, for a model with weights.")
    private boolean whole;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private Talk talk = new Talk();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    /** What runs the network. */
    enum Engine {
        TORCH,
        ONNX
    }

    private final Terminal terminal;

    BenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        terminal.listen(talk);
        if (runtime == Engine.ONNX && placing.device() == Device.CUDA) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--device cuda must go with --runtime torch, got onnx, which runs on the processor");
        }
        checkWhole();
        Networks.Found found = chosen.found();
        Graph graph = found.graph();
        ForwardBench bench = bench(graph, found);
        if (json) {
            terminal.result(ModelReport.of(chosen.name(), graph.input(), bench));
            return 0;
        }
        terminal.result(String.format(
                Locale.ROOT,
                "%s  %s  %s  %s  %.3f s (median of %d), %.1f a second  %.0f GFLOP/s, %.0f %% of this machine's %.0f",
                chosen.name(),
                graph.input(),
                bench.precision().name().toLowerCase(Locale.ROOT),
                bench.device().text(),
                bench.median(),
                bench.seconds().size(),
                1 / bench.median(),
                bench.flops() / bench.median() / 1e9,
                100 * bench.shareOfPeak(),
                bench.peak() / 1e9));
        return 0;
    }

    private void checkWhole() {
        if (whole && (training > 0 || runtime == Engine.ONNX)) {
            throw new ParameterException(
                    spec.commandLine(), "--whole must go without --training and --runtime onnx; leave them away");
        }
        if (whole && !Networks.isModelFile(chosen.name())) {
            chosen.check();
            throw new ParameterException(
                    spec.commandLine(),
                    "--whole must have a model with weights, got '" + chosen.name()
                            + "'; name a .vung file or a trained model of 'vung methods'");
        }
    }

    private ForwardBench bench(Graph graph, Networks.Found found) throws Exception {
        if (whole) {
            return WholeBench.of(chosen.name(), graph, precision, placing.device(), runs);
        }
        if (RcnnParts.is(graph)) {
            return ofDetector(graph, found);
        }
        if (training > 0) {
            return TrainingBench.of(graph, precision, training, runs);
        }
        return runtime == Engine.ONNX
                ? OnnxBench.of(graph, found.numbers(), runs)
                : ForwardBench.of(graph, found.numbers(), precision, placing.device(), runs);
    }

    private ForwardBench ofDetector(Graph graph, Networks.Found found) {
        if (runtime == Engine.ONNX || placing.device() == Device.CUDA) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--runtime onnx and --device cuda must go with a network that is run in one go, got '"
                            + chosen.name() + "', which finds objects one by one; leave them away");
        }
        if (training > 0) {
            return DetectionBench.of(graph, precision, training, runs);
        }
        Numbers numbers = found.file().isPresent() ? found.numbers() : new RandomStart(graph, 0);
        return DetectorBench.of(graph, numbers, precision, runs);
    }
}
