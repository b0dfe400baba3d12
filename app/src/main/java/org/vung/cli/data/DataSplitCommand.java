package org.vung.cli.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vung.cli.report.DataReport;
import org.vung.cli.terminal.Talk;
import org.vung.cli.terminal.Terminal;
import org.vung.data.Dataset;
import org.vung.data.split.Split;
import org.vung.data.split.Subset;
import org.vung.image.file.Existing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vung data split}: lists of what is learned from and what is judged by. */
@Command(
        name = "split",
        description = {
            "Divides a data set by chance into training, validation and test, or into folds.",
            "Images of one group (a patient, a drive; see group= of the formats) stay together.",
            "Writes lists of names: train.txt, validation.txt and test.txt, or fold-1-train.txt and so on."
        },
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vung data split cells -o lists --validation 0.2 --test 0.1 --seed 7",
            "  vung data split scans --from pairs:group=_ -o lists --folds 5"
        })
final class DataSplitCommand implements Callable<Integer> {

    private static final double USUAL_VALIDATION = 0.2;

    @Mixin
    private Source source = new Source();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "OUT",
            required = true,
            description = "Folder for the lists; made if missing.")
    private Path out = Path.of("");

    @Option(
            names = "--validation",
            paramLabel = "SHARE",
            description = "Share of the images, 0 … below 1. Default: 0.2.")
    private @Nullable Double validation;

    @Option(
            names = "--test",
            paramLabel = "SHARE",
            description = "Share of the images, 0 … below 1. Default: ${DEFAULT-VALUE}.",
            defaultValue = "0")
    private double test;

    @Option(
            names = "--folds",
            paramLabel = "K",
            description = "Validate every image that is not for test in one of K folds, instead of a share.")
    private @Nullable Integer folds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Start of chance; the same lists for the same number. Default: ${DEFAULT-VALUE}.",
            defaultValue = "0")
    private long seed;

    @Option(names = "--overwrite", description = "Replace lists that exist already.")
    private boolean overwrite;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private Talk talk = new Talk();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    private final Terminal terminal;

    DataSplitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        terminal.listen(talk);
        checkOptions();
        Dataset set = source.open(spec);
        Map<String, List<Integer>> lists = folds == null ? shares(set) : folds(set, folds);
        Files.createDirectories(out);
        Map<String, Integer> written = new LinkedHashMap<>();
        for (Map.Entry<String, List<Integer>> list : lists.entrySet()) {
            Path file = out.resolve(list.getKey() + ".txt");
            new Subset(list.getKey(), set, list.getValue()).write(file, overwrite ? Existing.REPLACE : Existing.KEEP);
            written.put(file.toString(), list.getValue().size());
        }
        if (json) {
            terminal.result(DataReport.of(source.folder().toString(), seed, written));
        } else {
            written.forEach(
                    (file, count) -> terminal.result(file + "  " + count + (count == 1 ? " image" : " images")));
        }
        return 0;
    }

    private void checkOptions() {
        if (folds != null && validation != null) {
            throw wrong("--validation must be left away with --folds, got " + validation);
        }
        if (folds != null && folds < 2) {
            throw wrong("--folds must be at least 2, got " + folds);
        }
        double share = validation == null ? folds == null ? USUAL_VALIDATION : 0 : validation;
        if (!(share >= 0 && test >= 0 && share + test < 1)) {
            throw wrong(
                    "--validation and --test must be at least 0 and together below 1, got " + share + " and " + test);
        }
        if (folds == null && share == 0 && test == 0) {
            throw wrong("--validation or --test must be above 0, got 0 for both");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private Map<String, List<Integer>> shares(Dataset set) {
        double share = validation == null ? USUAL_VALIDATION : validation;
        List<List<Integer>> parts = Split.parts(set, List.of(share, test), seed);
        Map<String, List<Integer>> lists = new LinkedHashMap<>();
        lists.put("train", parts.get(2));
        lists.put("validation", parts.get(0));
        lists.put("test", parts.get(1));
        lists.values().removeIf(List::isEmpty);
        return lists;
    }

    /** Folds of what is not for test. */
    private Map<String, List<Integer>> folds(Dataset set, int count) {
        List<List<Integer>> parts = Split.parts(set, List.of(test), seed);
        List<Integer> rest = parts.get(1);
        List<Split> splits = Split.folds(new Subset("rest", set, rest), count, seed);
        Map<String, List<Integer>> lists = new LinkedHashMap<>();
        for (int fold = 0; fold < count; fold++) {
            lists.put("fold-" + (fold + 1) + "-train", named(splits.get(fold).train(), rest));
            lists.put(
                    "fold-" + (fold + 1) + "-validation", named(splits.get(fold).validation(), rest));
        }
        if (!parts.get(0).isEmpty()) {
            lists.put("test", parts.get(0));
        }
        return lists;
    }

    private static List<Integer> named(List<Integer> places, List<Integer> indices) {
        List<Integer> named = new ArrayList<>();
        places.forEach(place -> named.add(indices.get(place)));
        return named;
    }
}
