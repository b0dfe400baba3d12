package org.vung.cli.evaluate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vung.cli.evaluate.Evaluation.ImageScores;
import org.vung.data.evaluate.Score;
import org.vung.image.codec.ImageException;
import org.vung.image.file.AtomicFile;
import org.vung.image.file.Existing;

/** What {@code -o} writes: the scores of every image as CSV, the JSON, and figures of the best and the worst. */
record EvaluationFiles(Path folder, boolean overwrite) {

    private static final String JSON = "evaluation.json";
    private static final String CSV = "images.csv";

    /** Finds out before the work that it may not be kept. */
    void checkFree() throws ImageException {
        for (String name : List.of(JSON, CSV, "worst-1.png", "best-1.png")) {
            Path file = folder.resolve(name);
            if (!overwrite && Files.exists(file)) {
                throw new ImageException(
                        ImageException.Kind.IO,
                        file + " exists already; add --overwrite or name another folder with -o");
            }
        }
    }

    /** Writes the table and the figures, then, as the last, the JSON that names them. */
    List<String> tableAndFigures(Evaluation evaluation) throws IOException {
        Files.createDirectories(folder);
        List<String> written = new ArrayList<>();
        Path table = folder.resolve(CSV);
        write(table, csv(evaluation));
        written.add(table.toString());
        String score = evaluation.judged().get(0).scores().get(0).name();
        written.addAll(evaluation.samples().write(folder, evaluation.classes(), score, overwrite));
        written.add(folder.resolve(JSON).toString());
        return written;
    }

    void json(String json) throws IOException {
        write(folder.resolve(JSON), json + "\n");
    }

    private void write(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, overwrite ? Existing.REPLACE : Existing.KEEP, out -> out.write(bytes));
    }

    private static String csv(Evaluation evaluation) {
        StringBuilder text = new StringBuilder("image,group");
        int methods = evaluation.judged().get(0).tallies().size();
        for (Judged<?> each : evaluation.judged()) {
            for (int method = 0; method < methods; method++) {
                for (Score score : each.scores()) {
                    String of = score.of().isEmpty() ? "" : " " + score.of();
                    String name = score.name() + of + (method == 0 ? "" : " (other)");
                    text.append(',').append(cell(family(each, score, evaluation) + name));
                }
            }
        }
        for (ImageScores image : evaluation.images()) {
            text.append('\n')
                    .append(cell(image.item().name()))
                    .append(',')
                    .append(cell(image.item().group()));
            for (List<double[]> family : image.values()) {
                for (double[] values : family) {
                    for (double value : values) {
                        text.append(',').append(Double.isNaN(value) ? "" : Double.toString(value));
                    }
                }
            }
        }
        return text.append('\n').toString();
    }

    /** What must stand before a score that another family has, too. */
    private static String family(Judged<?> judged, Score score, Evaluation evaluation) {
        boolean shared = evaluation.judged().stream()
                        .filter(each -> each.scores().contains(score))
                        .count()
                > 1;
        return shared ? judged.tallies().get(0).family().name() + " " : "";
    }

    private static String cell(String text) {
        return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
