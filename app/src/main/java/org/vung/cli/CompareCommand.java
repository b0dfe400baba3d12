package org.vung.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vung.Segmentation;
import org.vung.Segmenter;
import org.vung.catalog.Catalog;
import org.vung.catalog.Method;
import org.vung.cli.input.Example;
import org.vung.cli.input.Input;
import org.vung.cli.input.Inputs;
import org.vung.cli.input.MethodText;
import org.vung.cli.input.Placing;
import org.vung.cli.input.Reading;
import org.vung.cli.input.Trusting;
import org.vung.cli.report.CompareReport;
import org.vung.cli.report.CompareReport.Entry;
import org.vung.cli.report.Failure;
import org.vung.cli.terminal.Fault;
import org.vung.cli.terminal.FigureFile;
import org.vung.cli.terminal.Talk;
import org.vung.cli.terminal.Terminal;
import org.vung.figure.Panel;
import org.vung.figure.Panels;
import org.vung.figure.Resize;
import org.vung.image.Image;
import org.vung.image.Preview;
import org.vung.image.Size;
import org.vung.label.Boundaries;
import org.vung.label.LabelMap;
import org.vung.label.Overlay;
import org.vung.label.Palette;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vung compare}: one image, many methods, one figure. */
@Command(
        name = "compare",
        description = "Draws one figure: the image beside what each method makes of it.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vung compare photo.jpg -o all.png",
            "  vung compare photo.jpg -m threshold -m kmeans:k=3 -m em:k=3 -o tutorial.png",
            "  vung compare photo.jpg -m quickshift -m slic --style boundaries -o superpixels.png"
        })
final class CompareCommand implements Callable<Integer> {

    /** How a panel shows regions. */
    enum Style {
        colours,
        boundaries,
        means;

        Image draw(Image photo, LabelMap labels) {
            return switch (this) {
                case colours -> Overlay.coloured(labels, Palette.distinct());
                case boundaries -> Boundaries.mark(photo, labels);
                case means -> Overlay.averaged(photo, labels);
            };
        }
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "INPUT",
            description = "An image file, an http(s) URL, or - for standard input. None: the still life in examples/.")
    private @Nullable String word;

    @Option(
            names = {"-m", "--method"},
            paramLabel = "TEXT",
            description = "NAME or NAME:KEY=VALUE,KEY=VALUE; once per panel. None: every method at its defaults.")
    private List<String> methods = new ArrayList<>();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FIG.png",
            description = "The figure: .png, .jpg or .tif. Default: ${DEFAULT-VALUE}.",
            defaultValue = "compare.png")
    private Path out = Path.of("");

    @Option(
            names = "--style",
            paramLabel = "STYLE",
            description = "How regions are shown: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.",
            defaultValue = "colours")
    private Style style = Style.colours;

    @Option(names = "--overwrite", description = "Replace the figure if it exists already.")
    private boolean overwrite;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Start of the methods' chance, for those that have a seed.")
    private @Nullable Long seed;

    @Mixin
    private Placing placing = new Placing();

    @Mixin
    private Trusting trusting = new Trusting();

    @Mixin
    private Reading reading = new Reading();

    @Mixin
    private Talk talk = new Talk();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    private final Terminal terminal;
    private List<String> words = List.of();
    private final List<Failure> failures = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        terminal.listen(talk);
        List<String> texts = texts();
        Input input = new Inputs(terminal.in(), false, out).of(words).get(0);
        Image image = reading.read(input).get(0).image();
        Image photo = Preview.rgb(image);
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel(input.stem(), image.size().toString(), size -> Resize.picture(photo, size)));
        for (int at = 0; at < texts.size(); at++) {
            terminal.progress(at, texts.size(), texts.get(at));
            panels.add(panel(texts.get(at), image, photo));
        }
        terminal.clearProgress();
        FigureFile.write(Panels.draw(image.size(), panels), out, overwrite);
        terminal.result(
                json
                        ? CompareReport.of(input.name(), out.toString(), entries, failures)
                        : out + "  " + panels.size() + " panels");
        return failures.isEmpty() ? 0 : Fault.SOME_FAILED;
    }

    /** Checks what was typed before the image is read. */
    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        try {
            reading.check();
            if (reading.allPages()) {
                throw new IllegalArgumentException("--page must be one page for a figure, got all");
            }
            for (String text : methods.isEmpty() ? names() : methods) {
                String seeded =
                        seed != null && MethodText.takes(text, "seed") ? MethodText.with(text, "seed", seed) : text;
                texts.add(MethodText.on(placing.device(), seeded));
                Catalog.segmenter(texts.get(texts.size() - 1), trusting.trust());
            }
            words = Example.unless(word == null ? List.of() : List.of(word), terminal);
            return texts;
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Method method : Catalog.all()) {
            names.add(method.name());
        }
        return names;
    }

    /** What a method makes of the image; a method that cannot work on it leaves a grey panel that says why. */
    private Panel panel(String text, Image image, Image photo) {
        try {
            Segmenter segmenter = Catalog.segmenter(text, trusting.trust());
            long start = System.nanoTime();
            Segmentation answer = segmenter.segment(image);
            double seconds = (System.nanoTime() - start) / 1e9;
            LabelMap labels = answer.labels();
            int regions = labels.compacted().count();
            entries.add(new Entry(text, regions, seconds, answer.findings()));
            for (String warning : answer.findings().warnings()) {
                terminal.say(text + ": " + warning);
            }
            String note = regions + (regions == 1 ? " region · " : " regions · ") + duration(seconds);
            return new Panel(text, note, size -> style.draw(Resize.picture(photo, size), labels.resized(size)));
        } catch (RuntimeException | OutOfMemoryError failure) {
            Fault fault = Fault.of(failure).at(text);
            terminal.report(fault, failure);
            failures.add(new Failure(text, fault.line(), fault.exitCode()));
            return new Panel(text, fault.line(), CompareCommand::grey);
        }
    }

    private static String duration(double seconds) {
        return seconds < 1 ? Math.round(seconds * 1000) + " ms" : Math.round(seconds * 10) / 10.0 + " s";
    }

    private static Image grey(Size size) {
        return Overlay.coloured(LabelMap.wrap(size, new int[size.pixels()]), Palette.of(0xDDDDDD));
    }
}
