package org.vung.cli.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vung.data.Dataset;
import org.vung.data.format.Datasets;
import org.vung.name.Phrase;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The data set that a command reads, the same options everywhere. */
final class Source {

    @Parameters(paramLabel = "DIR", description = "Folder of the data set.")
    private Path folder = Path.of("");

    @Option(
            names = "--from",
            paramLabel = "FORMAT",
            description = {
                "Its format, with options if need be: pairs:images=photos,threshold=128.",
                "One of nnunet, voc, cityscapes, camvid, yolo, coco, stack, pairs, side-by-side. Default: recognised by its files."
            })
    private @Nullable String format;

    /** The folder as it was given. */
    Path folder() {
        return folder;
    }

    /** Its format by name. */
    String formatName() throws IOException {
        return format == null
                ? Datasets.recognise(folder)
                : Phrase.parse(format).name();
    }

    /** Lists its images. */
    Dataset open(CommandSpec spec) throws IOException {
        if (format != null) {
            checkName("--from", format, spec);
        }
        return Datasets.open(folder, Optional.ofNullable(format));
    }

    /** Lists its images, those without truth left out, which a check names and does not stop at. */
    Dataset openSkipping(CommandSpec spec) throws IOException {
        if (format != null) {
            checkName("--from", format, spec);
        }
        String text = format == null ? formatName() : format;
        boolean skips = Phrase.parse(text).text("unpaired").isPresent();
        boolean knows = Datasets.options(formatName()).containsKey("unpaired");
        String more = knows && !skips ? (text.contains(":") ? "," : ":") + "unpaired=skip" : "";
        return Datasets.open(folder, Optional.of(text + more));
    }

    /** Refuses a format that is not known, as a mistyped command. */
    static void checkName(String option, String format, CommandSpec spec) {
        try {
            Datasets.options(Phrase.parse(format).name());
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), option + ": " + unknown.getMessage());
        }
    }
}
