package org.vung.cli.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vung.cli.input.Input;
import org.vung.cli.judge.Judging;
import org.vung.cli.report.Failure;
import org.vung.cli.terminal.Fault;
import org.vung.cli.terminal.OutFolder;
import org.vung.cli.terminal.Talk;
import org.vung.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vung measure}: label images in; tables, reports and decisions out. */
@Command(
        name = "measure",
        description = {
            "Measures label images: regions, shares, distances, change; and lets rules decide.",
            "Writes for every image STEM.regions.csv, STEM.shares.csv, STEM.measure.json and STEM.report.html, and where",
            "it is compared with another STEM.change.csv."
        },
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vung measure out/cells.labels.png --photo cells.png --pixel-size 0.5um",
            "  vung measure out/ --grid 4x6 --rules rules.yaml",
            "  vung measure field.labels.png --connected --ground soil --class weed --distances",
            "  vung measure after.labels.png --change before.labels.png --hours 2",
            "  vung measure 'fire/*.labels.png' --every 30min --rules fire.yaml",
            "  vung measure truth.png --names background,road --ignore 255"
        })
public final class MeasureCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "LABELS",
            description = {
                "Label images, folders or patterns in quotes; of a folder in which 'vung segment' wrote, the labels.",
                "STEM.json beside STEM.labels.png tells the classes."
            })
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--photo",
            paramLabel = "PHOTO",
            description =
                    "The photo of the labels, for intensities and the report; or a folder with a photo for every stem.")
    private @Nullable Path photo;

    @Option(
            names = "--names",
            paramLabel = "NAME,…",
            split = ",",
            description = "Names of the labels 0, 1, 2 … Default: those of STEM.json, else labels go by their numbers.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--ignore",
            paramLabel = "LABEL",
            description = "Leave pixels of this label out. Default: 255 where the palette shows it in VOC's colour.")
    private @Nullable Integer ignored;

    @Option(names = "--class", paramLabel = "NAME,…", split = ",", description = "List regions of these classes alone.")
    private List<String> classes = new ArrayList<>();

    @Option(names = "--distances", description = "Tell the nearest other region of every region.")
    private boolean distances;

    @Option(
            names = "--change",
            paramLabel = "BEFORE",
            description = "Compare with an earlier label image of the same place.")
    private @Nullable Path change;

    @Option(names = "--hours", paramLabel = "H", description = "Hours since BEFORE; growth is then told per hour.")
    private @Nullable Double hours;

    @Mixin
    private Judging judging = new Judging();

    @Option(
            names = "--format",
            paramLabel = "NAME,…",
            split = ",",
            description = "What is written: csv, json, html. Default: all three.")
    private List<String> formats = new ArrayList<>(List.of("csv", "json", "html"));

    @Mixin
    private OutFolder out = new OutFolder();

    @Option(names = "--json", description = "Print one JSON object instead of tables.")
    private boolean json;

    @Option(
            names = {"-r", "--recursive"},
            description = "Take the folders in folders, too.")
    private boolean recursive;

    @Mixin
    private Talk talk = new Talk();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    private final Terminal terminal;
    private final List<Measured> results = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();

    /**
     * The command.
     *
     * @param terminal where it reads and writes
     */
    public MeasureCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        terminal.listen(talk);
        MeasureFiles files = checked();
        List<Input> inputs = LabelInputs.of(words, terminal.in(), recursive, out.path());
        checkSeries(inputs.size());
        MeasureJob job = new MeasureJob(options(), judging, judging.rules(), between());
        if (change != null) {
            job.begin(change);
        }
        for (int at = 0; at < inputs.size(); at++) {
            terminal.progress(at, inputs.size(), inputs.get(at).name());
            measure(inputs.get(at), job, files);
        }
        terminal.clearProgress();
        job.waiting().forEach(terminal::say);
        if (json) {
            terminal.result(MeasureJson.of(results, failures));
        }
        return Failure.exitCode(failures, inputs.size() == 1);
    }

    /** Checks what was typed before any image is read. */
    private MeasureFiles checked() {
        try {
            judging.check();
            if (hours != null && change == null) {
                throw new IllegalArgumentException(
                        "--hours must go with --change, got " + hours + " alone; of a series say --every");
            }
            if (hours != null && !(hours > 0 && hours < 1e6)) {
                throw new IllegalArgumentException("--hours must be above 0 and below 1000000, got " + hours);
            }
            if (change != null && judging.every().isPresent()) {
                throw new IllegalArgumentException("--change must not go with --every; say --hours");
            }
            if (ignored != null && ignored < 0) {
                throw new IllegalArgumentException("--ignore must be at least 0, got " + ignored);
            }
            Set<MeasureFiles.Format> chosen = EnumSet.noneOf(MeasureFiles.Format.class);
            formats.forEach(word -> chosen.add(MeasureFiles.Format.of(word)));
            return new MeasureFiles(out.path(), out.existing(), chosen, judging.hasRules());
        } catch (IllegalArgumentException wrong) {
            throw usage(wrong);
        }
    }

    private ParameterException usage(IllegalArgumentException wrong) {
        return new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }

    private void checkSeries(int inputs) {
        if (change != null && inputs != 1) {
            throw usage(new IllegalArgumentException(
                    "--change must go with one label image, got " + inputs + "; for a series say --every"));
        }
    }

    private MeasureJob.Options options() {
        return new MeasureJob.Options(
                names.stream().map(String::strip).toList(),
                Optional.ofNullable(ignored),
                classes.stream().map(String::strip).toList(),
                distances,
                judging.every().isPresent());
    }

    private Optional<Duration> between() {
        return hours == null ? judging.every() : Optional.of(Duration.ofNanos(Math.round(hours * 3.6e12)));
    }

    private void measure(Input input, MeasureJob job, MeasureFiles files) {
        job.next();
        try {
            files.checkFree(input);
            Path labels = LabelFile.path(input);
            Measured result = job.run(input, labels, new Photos(photo).of(input.stem()));
            files.write(input, result);
            results.add(result);
            if (!json) {
                terminal.result(MeasureText.of(result));
            }
        } catch (IOException | RuntimeException | OutOfMemoryError failure) {
            Fault fault = Fault.of(failure).at(input.name());
            terminal.report(fault, failure);
            failures.add(new Failure(input.name(), fault.line(), fault.exitCode()));
        }
    }
}
