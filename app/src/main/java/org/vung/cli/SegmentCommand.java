package org.vung.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vung.Instances;
import org.vung.Segmenter;
import org.vung.SoftSegmenter;
import org.vung.catalog.Catalog;
import org.vung.cli.input.Example;
import org.vung.cli.input.Input;
import org.vung.cli.input.Inputs;
import org.vung.cli.input.MethodText;
import org.vung.cli.input.Placing;
import org.vung.cli.input.Reading;
import org.vung.cli.input.Trusting;
import org.vung.cli.judge.Judge;
import org.vung.cli.judge.Judging;
import org.vung.cli.judge.Pace;
import org.vung.cli.outline.Outlining;
import org.vung.cli.report.Failure;
import org.vung.cli.report.Result;
import org.vung.cli.report.SegmentReport;
import org.vung.cli.terminal.Fault;
import org.vung.cli.terminal.OutFolder;
import org.vung.cli.terminal.Talk;
import org.vung.cli.terminal.Terminal;
import org.vung.measure.rule.Verdict;
import org.vung.torch.device.Device;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vung segment}: images in; labels, overlay and JSON out. */
@Command(
        name = "segment",
        description = {
            "Divides images into regions.",
            "Writes for every image STEM.labels.png (a pixel's value is its region's number),",
            "STEM.overlay.png (the photo tinted and outlined by region), STEM.json (area, place and colour of",
            "every region) and, for methods that filter, STEM.filtered.png; with --uncertainty STEM.uncertainty.png.",
            "Networks that find objects have each in its own colour, in its box, with class and score, and",
            "STEM.coco.json (COCO's results); with --side-by-side STEM.classes-and-objects.png."
        },
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vung segment photo.jpg                            k-means with 3 colours, into out/",
            "  vung segment photo.jpg -m slic:segments=400 -o sp",
            "  vung segment scans/ --recursive -m otsu --overwrite",
            "  vung segment 'plates/*.tif' -m kmeans:k=auto --page all",
            "  vung segment photo.jpg --json | jq '.results[0].regions[].area_px'",
            "  curl -s https://example.org/a.jpg | vung segment - -m felzenszwalb",
            "  vung segment cells.png -m nuclei --format geojson,svg,imagej --simplify 1",
            "  vung segment field/ -m crops --grid 4x6 --rules weeds.yaml",
            "  vung segment people.jpg -m detector.vung:score=0.7 --side-by-side",
            "  vung segment street.png -m net.onnx               a network of others; net.onnx.json says what its numbers mean",
            "'vung methods' lists what -m takes; it takes .vung, .onnx and .pt files, too."
        })
final class SegmentCommand implements Callable<Integer> {

    /** Lines of what fired, of one image. */
    private static final int MOST_TOLD = 20;

    @Parameters(
            arity = "0..*",
            paramLabel = "INPUT",
            description = {
                "Image files, folders, patterns in quotes, http(s) URLs, or - for standard input.",
                "None: the still life in examples/."
            })
    private List<String> words = new ArrayList<>();

    @Option(
            names = {"-m", "--method"},
            paramLabel = "TEXT",
            description = "NAME or NAME:KEY=VALUE,KEY=VALUE. Default: ${DEFAULT-VALUE}.",
            defaultValue = "kmeans:k=3")
    private String method = "";

    @Mixin
    private OutFolder out = new OutFolder();

    @Option(names = "--json", description = "Print one JSON object instead of a line per image.")
    private boolean json;

    @Option(
            names = {"-r", "--recursive"},
            description = "Take the folders in folders, too.")
    private boolean recursive;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Start of the method's chance, for methods that have a seed.")
    private @Nullable Long seed;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description = "Run the method N times and report the seconds of each. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private int repeat;

    @Option(
            names = "--uncertainty",
            description = {
                "Write STEM.uncertainty.png, too: black where the method is sure of its class, white where it guesses.",
                "For methods with probabilities: .vung networks."
            })
    private boolean uncertainty;

    @Option(
            names = "--side-by-side",
            description = {
                "Write STEM.classes-and-objects.png, too: the answer as a class for every pixel beside the answer as",
                "objects one by one. For networks that find objects."
            })
    private boolean sideBySide;

    @Option(
            names = "--rows-from",
            paramLabel = "N",
            description = {
                "Work row by row from N pixels on (k, M), where the method is a network and the file a PNG or",
                "TIFF: memory for one row of tiles, the same files. Default: ${DEFAULT-VALUE}."
            },
            defaultValue = "64M")
    private String rowsFrom = "";

    @Mixin
    private Outlining outlining = new Outlining();

    @Mixin
    private Judging judging = new Judging();

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
    private String name = "";
    private final List<Result> results = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();

    SegmentCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        terminal.listen(talk);
        SegmentJob job = job();
        List<Input> inputs = new Inputs(terminal.in(), recursive, out.path()).of(words);
        Files.createDirectories(out.path());
        for (int at = 0; at < inputs.size(); at++) {
            name = (inputs.size() > 1 ? (at + 1) + "/" + inputs.size() + " " : "")
                    + inputs.get(at).name();
            terminal.progress(at, inputs.size(), inputs.get(at).name());
            segment(inputs.get(at), job);
        }
        terminal.clearProgress();
        job.extras().judge().map(Judge::waiting).orElse(List.of()).forEach(terminal::say);
        if (json) {
            terminal.result(SegmentReport.of(results, failures));
        }
        return Failure.exitCode(failures, inputs.size() == 1 && results.isEmpty());
    }

    /** Checks what was typed before any image is read. */
    private SegmentJob job() throws IOException {
        try {
            reading.check();
            judging.check();
            if (judging.lacksRules()) {
                throw new IllegalArgumentException("--pixel-size, --grid, --cell, --within, --connected, --ground"
                        + " and --every must go with --rules, got none; 'vung measure' measures without");
            }
            Reading.pixels("--rows-from", rowsFrom);
            words = Example.unless(words, terminal);
            if (repeat < 1) {
                throw new IllegalArgumentException("--repeat must be at least 1, got " + repeat);
            }
            String text = placed(seed == null ? method : seeded(seed));
            Segmenter segmenter = Catalog.segmenter(text, trusting.trust());
            if (uncertainty && !(segmenter instanceof SoftSegmenter)) {
                throw new IllegalArgumentException(
                        "--uncertainty must go with a method that gives probabilities, such as"
                                + " a network in a .vung file, got '" + text + "'; leave it out");
            }
            if (sideBySide && !(segmenter instanceof Instances.Finder)) {
                throw new IllegalArgumentException("--side-by-side must go with a network that finds objects, such as"
                        + " Mask R-CNN in a .vung file, got '" + text + "'; leave it out");
            }
            return new SegmentJob(
                    text,
                    segmenter,
                    repeat,
                    new SegmentJob.Extras(uncertainty, sideBySide, outlining.files(), judge()),
                    new SegmentJob.Target(out.path(), out.existing()),
                    (done, all) -> terminal.progress(done, all, name));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private Optional<Judge> judge() throws IOException {
        return judging.rules().map(rules -> new Judge(rules, judging, new Pace(judging.every())));
    }

    private String seeded(long seed) {
        if (!MethodText.takes(method, "seed")) {
            throw new IllegalArgumentException("--seed must go with a method that has one, got '" + method
                    + "', which leaves nothing to chance; leave it out");
        }
        return MethodText.with(method, "seed", seed);
    }

    private String placed(String text) {
        if (placing.device() == Device.CUDA && !MethodText.takes(text, "device")) {
            throw new IllegalArgumentException("--device cuda must go with a .vung or .pt network, got '" + method
                    + "', which runs on the processor; leave it out");
        }
        return MethodText.on(placing.device(), text);
    }

    private void segment(Input input, SegmentJob job) {
        job.extras().judge().ifPresent(Judge::next);
        try {
            Optional<Result> large = BandJob.run(job, input, reading, Reading.pixels("--rows-from", rowsFrom));
            if (large.isPresent()) {
                add(large.get());
                return;
            }
            long start = System.nanoTime();
            List<Reading.Page> pages = reading.read(input);
            double seconds = (System.nanoTime() - start) / 1e9;
            for (Reading.Page page : pages) {
                if (page.number() > 1 && reading.allPages()) {
                    job.extras().judge().ifPresent(Judge::next);
                }
                String number = reading.allPages() ? ".p" + page.number() : "";
                add(job.run(input, number, page, seconds));
            }
        } catch (Exception | OutOfMemoryError failure) {
            Fault fault = Fault.of(failure).at(input.name());
            terminal.report(fault, failure);
            failures.add(new Failure(input.name(), fault.line(), fault.exitCode()));
        }
    }

    private void add(Result result) {
        results.add(result);
        for (String warning : result.findings().warnings()) {
            terminal.say(result.image() + ": " + warning);
        }
        List<Verdict> verdicts = result.verdicts().orElse(List.of());
        for (Verdict verdict : verdicts.subList(0, Math.min(MOST_TOLD, verdicts.size()))) {
            terminal.say(result.image() + ": fired " + verdict.text());
        }
        if (verdicts.size() > MOST_TOLD) {
            terminal.say(result.image() + ": fired " + (verdicts.size() - MOST_TOLD) + " times more, all in its JSON");
        }
        if (!json) {
            double seconds =
                    result.seconds().segment().get(result.seconds().segment().size() - 1);
            boolean objects = result.kind().equals("instances");
            int count = objects ? result.objects().size() : result.regions().size();
            String noun = objects ? " object" : " region";
            terminal.result(result.image() + (reading.allPages() ? " page " + result.page() : "") + "  " + result.size()
                    + "  " + count + noun + (count == 1 ? "  " : "s  ")
                    + Math.round(seconds * 1000) / 1000.0 + " s  "
                    + result.outputs().get("overlay"));
        }
        terminal.detail(result.image() + ": read " + result.seconds().read() + " s, segmented "
                + result.seconds().segment() + " s, wrote " + result.seconds().write() + " s; "
                + result.findings().values());
    }
}
