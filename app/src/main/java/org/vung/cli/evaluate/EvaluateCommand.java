package org.vung.cli.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vung.Segmenter;
import org.vung.SoftSegmenter;
import org.vung.catalog.Catalog;
import org.vung.cli.input.MethodText;
import org.vung.cli.input.Trusting;
import org.vung.cli.terminal.Fault;
import org.vung.cli.terminal.Talk;
import org.vung.cli.terminal.Terminal;
import org.vung.data.Dataset;
import org.vung.data.evaluate.InstanceFamily;
import org.vung.data.format.Datasets;
import org.vung.data.split.Subset;
import org.vung.score.Bootstrap;
import org.vung.view.AveragedViews;
import org.vung.view.Views;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vung evaluate}: a method and images with ground truth in; scores with their limits out. */
@Command(
        name = "evaluate",
        description = {
            "Judges a method on images with ground truth.",
            "Prints scores, each with the limits in which 95 %% of 2,000 drawings of other images of the same kind",
            "would put it. With -o it writes images.csv, evaluation.json, and figures of the worst and best images."
        },
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vung evaluate enet.vung --data camvid --from pairs:images=val,masks=valannot,classes=camvid,ignore=11",
            "  vung evaluate membrane.vung --data slices --scores neuron --tta turns",
            "  vung evaluate mine.vung --data photos --list val.txt --compare theirs.onnx -o report",
            "  vung evaluate otsu --data nuclei --scores instances",
            "  vung evaluate detector.vung --data photos/coco --from coco",
            "docs/evaluation.md has every formula."
        })
public final class EvaluateCommand implements Callable<Integer> {

    /** Views of {@code --tta}. */
    enum Tta {
        none,
        mirror,
        flips,
        turns
    }

    @Parameters(
            arity = "1",
            paramLabel = "METHOD",
            description = "NAME or NAME:KEY=VALUE,KEY=VALUE as -m of segment takes it; a .vung, .onnx or .pt file.")
    private String method = "";

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder of the data set.")
    private Path data = Path.of("");

    @Option(
            names = {"--from", "--format"},
            paramLabel = "FORMAT",
            description = "Format of the data set, with options, as for 'vung data'. Default: recognised by its files.")
    private @Nullable String format;

    @Option(names = "--list", paramLabel = "FILE", description = "Only the images that this file names, one a line.")
    private @Nullable Path list;

    @Option(
            names = "--scores",
            paramLabel = "NAME,NAME",
            split = ",",
            hideParamSyntax = true,
            description = {
                "Families of scores: semantic (IoU, accuracy, Dice), boundary (boundary IoU), binary (AUC, F1,",
                "sensitivity), neuron (V_rand, V_info), instances (AP, panoptic quality), boxes and masks (COCO's AP and",
                "AR of detectors), regions (covering, Rand).",
                "Default: semantic; instances,boxes,masks for a network that finds objects."
            })
    private List<String> scores = new ArrayList<>();

    @Option(
            names = "--positive",
            paramLabel = "CLASS",
            description = "The class that binary scores look for, and neuron scores take for cells. Default: class 1.")
    private String positive = "";

    @Option(
            names = "--tta",
            paramLabel = "VIEWS",
            description = {
                "Mean over views of every image: mirror (2), flips (4), turns (8). For methods with probabilities.",
                "Default: none."
            })
    private Tta tta = Tta.none;

    @Option(
            names = "--compare",
            paramLabel = "METHOD",
            description = "Another method, judged on the same images: the gain, its limits and chance.")
    private @Nullable String other;

    @Option(
            names = "--drawings",
            paramLabel = "N",
            description = "Drawings of images for the limits, at least 100. Default: 2000.")
    private int drawings = 2000;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Folder for the files; made if missing. Default: none are written.")
    private @Nullable Path out;

    @Option(names = "--overwrite", description = "Replace files that exist already.")
    private boolean overwrite;

    @Option(names = "--json", description = "Print one JSON object instead of the table.")
    private boolean json;

    @Mixin
    private Trusting trusting = new Trusting();

    @Mixin
    private Talk talk = new Talk();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    private final Terminal terminal;

    /**
     * The command.
     *
     * @param terminal to talk to
     */
    public EvaluateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        terminal.listen(talk);
        List<String> given = other == null ? List.of(method) : List.of(method, other);
        Bootstrap bootstrap = checked();
        if (out != null) {
            new EvaluationFiles(out, overwrite).checkFree();
        }
        Dataset set = set();
        List<String> texts = given.stream().map(this::whole).toList();
        List<Segmenter> methods = new ArrayList<>();
        try {
            for (String text : texts) {
                methods.add(segmenter(text, Families.soft(scores)));
            }
            List<String> families = scores.isEmpty()
                    ? Families.usual(methods)
                    : scores.stream().distinct().toList();
            List<Double> sure = IntStream.range(0, texts.size())
                    .mapToObj(at -> texts.get(at).equals(given.get(at)) ? 0 : shown(given.get(at)))
                    .toList();
            return run(new Evaluation(set, methods, sure, families, positive), texts, bootstrap);
        } finally {
            for (Segmenter each : methods) {
                Segmenter.close(each);
            }
        }
    }

    /** The text of a detector that says no score, with all objects that its file tells of: average precision wants them. */
    private String whole(String text) {
        try {
            return MethodText.takes(text, "score") ? MethodText.with(text, "score", "file") : text;
        } catch (IllegalArgumentException wrong) {
            throw usage(wrong);
        }
    }

    /** From which score on a detector shows objects, where nobody asks for another. */
    private static double shown(String text) {
        return MethodText.usual(text, "score").map(Double::valueOf).orElse(InstanceFamily.USUAL_SCORE);
    }

    private Bootstrap checked() {
        try {
            Families.check(scores);
            return new Bootstrap(drawings, 0.95, 0);
        } catch (IllegalArgumentException wrong) {
            throw usage(wrong);
        }
    }

    private ParameterException usage(IllegalArgumentException wrong) {
        return new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }

    private Dataset set() throws IOException {
        try {
            Dataset whole = Datasets.open(data, Optional.ofNullable(format));
            Dataset set = list == null ? whole : Subset.read(whole, list);
            if (set.items().isEmpty()) {
                throw new IOException(data + ": must have at least one image, got none");
            }
            return set;
        } catch (IllegalArgumentException wrong) {
            throw usage(wrong);
        }
    }

    private Segmenter segmenter(String text, boolean soft) {
        try {
            Segmenter segmenter = Catalog.segmenter(text, trusting.trust());
            if (segmenter instanceof SoftSegmenter sure) {
                return tta == Tta.none
                        ? segmenter
                        : new AveragedViews(sure, Views.valueOf(tta.name().toUpperCase(Locale.ROOT)));
            }
            if (soft || tta != Tta.none) {
                throw new IllegalArgumentException((soft ? "--scores " + String.join(",", scores) : "--tta " + tta)
                        + " must go with a method that gives probabilities, such as a network, got '" + text + "'");
            }
            return segmenter;
        } catch (IllegalArgumentException wrong) {
            throw usage(wrong);
        }
    }

    private int run(Evaluation evaluation, List<String> texts, Bootstrap bootstrap) throws IOException {
        evaluation.run(terminal);
        if (evaluation.images().isEmpty()) {
            return evaluation.failures().get(0).exitCode();
        }
        evaluation.matches().stream()
                .flatMap(match -> match.note().stream())
                .distinct()
                .forEach(terminal::say);
        List<Row> rows = new ArrayList<>();
        evaluation.judged().forEach(each -> rows.addAll(each.rows(bootstrap)));
        write(evaluation, texts, rows, bootstrap);
        return evaluation.failures().isEmpty() ? 0 : Fault.SOME_FAILED;
    }

    private void write(Evaluation evaluation, List<String> texts, List<Row> rows, Bootstrap bootstrap)
            throws IOException {
        EvaluationFiles files = out == null ? null : new EvaluationFiles(out, overwrite);
        List<String> outputs = files == null ? List.of() : files.tableAndFigures(evaluation);
        String object = EvaluationJson.of(evaluation, texts, rows, bootstrap, outputs);
        if (files != null) {
            files.json(object);
        }
        if (json) {
            terminal.result(object);
            return;
        }
        int images = evaluation.images().size();
        terminal.result(String.join(" beside ", texts) + " on "
                + evaluation.set().name() + ": " + images + (images == 1 ? " image" : " images"));
        terminal.result("");
        terminal.result(Table.of(rows, bootstrap));
        outputs.forEach(terminal::detail);
        terminal.detail(evaluation.secondsPerImage() + " s an image");
    }
}
