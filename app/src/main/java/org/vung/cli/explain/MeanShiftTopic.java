package org.vung.cli.explain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vung.classic.meanshift.DensityPath;
import org.vung.classic.meanshift.Kernel;
import org.vung.cli.input.Example;
import org.vung.cli.input.Input;
import org.vung.cli.input.Inputs;
import org.vung.cli.input.Reading;
import org.vung.cli.report.ModeReport;
import org.vung.cli.terminal.FigureFile;
import org.vung.cli.terminal.Talk;
import org.vung.cli.terminal.Terminal;
import org.vung.figure.ModePlot;
import org.vung.image.Grey;
import org.vung.image.Histogram;
import org.vung.image.Image;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vung explain meanshift}: the density of an image's grey levels, and how a centre climbs it. */
@Command(
        name = "meanshift",
        description = {
            "Mean shift: a centre climbs the density of grey levels.",
            "Draws the density of an image's grey levels and the path of one centre to its mode,",
            "and prints the steps of the path. Colour becomes grey first."
        },
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = "  vung explain meanshift photo.jpg --start 90 --bandwidth 12 -o modes.png")
final class MeanShiftTopic implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "INPUT",
            description = "An image file, an http(s) URL, or - for standard input. None: the still life in examples/.")
    private @Nullable String word;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FIG.png",
            description = "The figure: .png, .jpg or .tif. Default: ${DEFAULT-VALUE}.",
            defaultValue = "meanshift.png")
    private Path out = Path.of("");

    @Option(
            names = "--start",
            paramLabel = "LEVEL",
            description = "Where the centre starts, 0 … 255. Default: ${DEFAULT-VALUE}.",
            defaultValue = "90")
    private double start;

    @Option(
            names = "--bandwidth",
            paramLabel = "LEVELS",
            description = "Reach of the kernel, above 0. Default: ${DEFAULT-VALUE}.",
            defaultValue = "12")
    private double bandwidth;

    @Option(
            names = "--kernel",
            paramLabel = "KERNEL",
            description = "Weights of a step: flat, gaussian or epanechnikov. Default: ${DEFAULT-VALUE}.",
            defaultValue = "gaussian")
    private Kernel kernel = Kernel.GAUSSIAN;

    @Option(names = "--overwrite", description = "Replace the figure if it exists already.")
    private boolean overwrite;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private Reading reading = new Reading();

    @Mixin
    private Talk talk = new Talk();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    private final Terminal terminal;
    private List<String> words = List.of();

    MeanShiftTopic(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        terminal.listen(talk);
        check();
        Input input = new Inputs(terminal.in(), false, out).of(words).get(0);
        Image grey = Grey.STANDARD.of(reading.read(input).get(0).image()).to8Bit();
        DensityPath path = DensityPath.of(grey, bandwidth, kernel, start);
        ModePlot.Search search =
                new ModePlot.Search(shares(grey), path.grid(), path.density(), path.path(), path.heights());
        String caption = kernel.name().toLowerCase(Locale.ROOT) + " kernel, bandwidth " + bandwidth;
        FigureFile.write(ModePlot.draw(search, caption), out, overwrite);
        if (json) {
            terminal.result(ModeReport.of(input.name(), out.toString(), path.path(), path.heights()));
            return 0;
        }
        for (int step = 0; step < path.path().size(); step++) {
            terminal.result(String.format(
                    Locale.ROOT,
                    "step %3d  level %8.3f  density %.6f",
                    step,
                    path.path().get(step),
                    path.heights().get(step)));
        }
        terminal.result(out.toString());
        return 0;
    }

    private void check() {
        try {
            reading.check();
            if (reading.allPages()) {
                throw new IllegalArgumentException("--page must be one page for a figure, got all");
            }
            if (!(start >= 0 && start <= 255)) {
                throw new IllegalArgumentException("--start must be 0 … 255, got " + start);
            }
            if (!(bandwidth > 0 && bandwidth < 1e6)) {
                throw new IllegalArgumentException("--bandwidth must be above 0 and below 1000000, got " + bandwidth);
            }
            words = Example.unless(word == null ? List.of() : List.of(word), terminal);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static List<Double> shares(Image grey) {
        Histogram histogram = Histogram.of(grey);
        List<Double> shares = new ArrayList<>();
        for (int level = 0; level < histogram.bins(); level++) {
            shares.add(histogram.count(level) / (double) histogram.total());
        }
        return shares;
    }
}
