package org.vung.torch.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.vung.image.Image;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import org.vung.torch.record.report.Report;

/** The sheets of pictures in a run's folder, one a look. */
final class Samples {

    private static final String FOLDER = "samples";
    private static final int SHOWN = 6;

    private Samples() {}

    static void write(Path run, long step, Image sheet) throws IOException {
        Path folder = Files.createDirectories(run.resolve(FOLDER));
        ImageFiles.write(sheet, folder.resolve(String.format(Locale.ROOT, "step-%08d.png", step)), Existing.REPLACE);
    }

    /** Some of them, from the first to the last. */
    static List<Report.Sheet> read(Path run) throws IOException {
        Path folder = run.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().matches("step-[0-9]{8,}\\.png"))
                    .sorted()
                    .toList();
        }
        List<Report.Sheet> sheets = new ArrayList<>();
        int count = Math.min(SHOWN, files.size());
        for (int at = 0; at < count; at++) {
            Path file = files.get(count == 1 ? 0 : at * (files.size() - 1) / (count - 1));
            String digits = file.getFileName().toString().replaceAll("[^0-9]", "");
            sheets.add(new Report.Sheet("after step " + Long.parseLong(digits), ImageFiles.read(file)));
        }
        return sheets;
    }
}
