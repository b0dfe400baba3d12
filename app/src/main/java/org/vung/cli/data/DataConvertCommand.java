package org.vung.cli.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vung.cli.report.DataReport;
import org.vung.cli.terminal.Talk;
import org.vung.cli.terminal.Terminal;
import org.vung.data.Dataset;
import org.vung.data.format.Conversion;
import org.vung.image.file.Existing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vung data convert}: a data set in another format. */
@Command(
        name = "convert",
        description = {
            "Writes a data set in another format, and says what that format cannot hold.",
            "The report stands in OUT/conversion.json too."
        },
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vung data convert CamVid -o coco --to coco",
            "  vung data convert VOC2012 --from voc:part=val,truth=objects -o yolo --to yolo",
            "  vung data convert nuclei -o pairs --to pairs:values=objects"
        })
final class DataConvertCommand implements Callable<Integer> {

    @Mixin
    private Source source = new Source();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "OUT",
            required = true,
            description = "Folder to write. It is not there yet, or is empty.")
    private Path out = Path.of("");

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            required = true,
            description = "nnunet, voc, cityscapes, camvid, yolo, coco, stack, pairs or pairs:values=objects.")
    private String to = "";

    @Option(names = "--overwrite", description = "Replace OUT if an earlier conversion wrote it.")
    private boolean overwrite;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private Talk talk = new Talk();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    private final Terminal terminal;

    DataConvertCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        terminal.listen(talk);
        Source.checkName("--to", to, spec);
        Dataset set = source.open(spec);
        Conversion done = Conversion.write(set, out, to, overwrite ? Existing.REPLACE : Existing.KEEP);
        if (json) {
            terminal.result(DataReport.of(source.folder().toString(), source.formatName(), out.toString(), done));
            return 0;
        }
        done.notes().forEach(note -> terminal.say("note: " + note));
        terminal.result(
                out + ": " + done.images() + (done.images() == 1 ? " image" : " images") + " as " + done.format());
        return 0;
    }
}
