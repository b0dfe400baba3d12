package org.vung.cli.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vung.cli.input.Input;
import org.vung.image.codec.ImageException;
import org.vung.image.file.AtomicFile;
import org.vung.image.file.Existing;
import org.vung.name.NearestName;

/**
 * The files of {@code vung measure}.
 *
 * @param folder they go to
 * @param existing what happens to files that are there
 * @param formats that are written
 * @param judged whether there are rules
 */
record MeasureFiles(Path folder, Existing existing, Set<Format> formats, boolean judged) {

    /** A format of what is written. */
    enum Format {
        CSV(".regions.csv", ".shares.csv", ".change.csv"),
        JSON(".measure.json"),
        HTML(".report.html");

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> endings;

        Format(String... endings) {
            this.endings = List.of(endings);
        }

        static Format of(String word) {
            List<String> known = Arrays.stream(values())
                    .map(each -> each.name().toLowerCase(Locale.ROOT))
                    .toList();
            if (!known.contains(word.strip())) {
                throw new IllegalArgumentException("--format must be one or more of " + String.join(", ", known)
                        + ", got '" + word + "'" + NearestName.hint(word, known));
            }
            return valueOf(word.strip().toUpperCase(Locale.ROOT));
        }
    }

    /** Finds out before the work that files may not be replaced. */
    void checkFree(Input input) throws ImageException {
        for (Format format : formats) {
            for (String ending : format.endings) {
                Path file = file(input, ending);
                if (existing == Existing.KEEP && Files.exists(file)) {
                    throw new ImageException(
                            ImageException.Kind.IO,
                            file + " exists already; add --overwrite or name another folder with -o");
                }
            }
        }
    }

    private Path file(Input input, String ending) {
        return folder.resolve(input.folder()).resolve(input.stem() + ending);
    }

    /** Writes all, the JSON as the last, and tells their paths to the result. */
    void write(Input input, Measured result) throws IOException {
        Files.createDirectories(folder.resolve(input.folder()));
        Map<String, String> outputs = result.outputs();
        if (formats.contains(Format.CSV)) {
            outputs.put(
                    "regions",
                    write(file(input, ".regions.csv"), result.regions().csv()));
            outputs.put(
                    "shares", write(file(input, ".shares.csv"), result.shares().csv()));
            if (result.change().isPresent()) {
                outputs.put(
                        "change",
                        write(file(input, ".change.csv"), result.change().get().csv()));
            }
        }
        if (formats.contains(Format.HTML)) {
            outputs.put("report", write(file(input, ".report.html"), MeasureReport.of(result, judged)));
        }
        if (formats.contains(Format.JSON)) {
            Path json = file(input, ".measure.json");
            outputs.put("json", json.toString());
            write(json, MeasureJson.of(List.of(result), List.of()) + "\n");
        }
    }

    private String write(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, existing, out -> out.write(bytes));
        return file.toString();
    }
}
