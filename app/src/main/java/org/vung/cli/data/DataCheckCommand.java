package org.vung.cli.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vung.cli.report.DataReport;
import org.vung.cli.terminal.Fault;
import org.vung.cli.terminal.Talk;
import org.vung.cli.terminal.Terminal;
import org.vung.data.Dataset;
import org.vung.data.check.DataCheck;
import org.vung.data.check.Finding;
import org.vung.data.check.Kind;
import org.vung.data.check.Severity;
import org.vung.data.split.Subset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vung data check}: what is wrong with a data set. */
@Command(
        name = "check",
        description = {
            "Reads every image and every truth and tells what is wrong with them: unreadable files, sizes, labels,",
            "masks that were interpolated, boxes, duplicates, unused classes, images without truth and the reverse.",
            "With --part, also what lies in more than one part. Exit code 3 where there are errors, 0 otherwise."
        },
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vung data check CamVid",
            "  vung data check cells --part lists/train.txt --part lists/validation.txt",
            "  vung data check roads --from pairs:threshold=128 --json | jq -r '.findings[].file'"
        })
final class DataCheckCommand implements Callable<Integer> {

    @Mixin
    private Source source = new Source();

    @Option(
            names = "--part",
            paramLabel = "FILE",
            description = {
                "A list of names such as 'vung data split' writes; give it once for each part.",
                "None: the whole set is one part."
            })
    private List<Path> lists = new ArrayList<>();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private Talk talk = new Talk();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    private final Terminal terminal;

    DataCheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        terminal.listen(talk);
        Dataset whole = source.openSkipping(spec);
        List<Dataset> parts = new ArrayList<>();
        for (Path list : lists) {
            parts.add(Subset.read(whole, list));
        }
        if (parts.isEmpty()) {
            parts.add(whole);
        }
        List<Finding> findings = DataCheck.of(parts, (done, all) -> terminal.progress(done, all, "images read"));
        terminal.clearProgress();
        int images = parts.stream().mapToInt(part -> part.items().size()).sum();
        if (json) {
            terminal.result(DataReport.of(source.folder().toString(), images, findings));
        } else {
            print(findings, images);
        }
        boolean wrong = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        return wrong ? Fault.BAD_INPUT : 0;
    }

    private void print(List<Finding> findings, int images) {
        int widest = 0;
        for (Kind kind : Kind.values()) {
            widest = Math.max(widest, kind.word().length());
        }
        for (Finding finding : findings) {
            terminal.result(String.format(
                    Locale.ROOT,
                    "%-8s %-" + widest + "s  %s: %s; %s",
                    finding.severity().name().toLowerCase(Locale.ROOT),
                    finding.kind().word(),
                    finding.file(),
                    finding.what(),
                    finding.mend()));
        }
        terminal.result(count(images, "image") + ": " + count(of(findings, Severity.ERROR), "error") + ", "
                + count(of(findings, Severity.WARNING), "warning"));
    }

    private static int of(List<Finding> findings, Severity severity) {
        return (int) findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
