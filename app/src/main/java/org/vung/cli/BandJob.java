package org.vung.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vung.BandSegmenter;
import org.vung.Findings;
import org.vung.cli.input.Input;
import org.vung.cli.input.Reading;
import org.vung.cli.report.Result;
import org.vung.image.Image;
import org.vung.image.ImageRows;
import org.vung.image.Preview;
import org.vung.image.Size;
import org.vung.image.file.AtomicFile;
import org.vung.image.file.Existing;

/**
 * Segments one large image row by row and writes, row by row, the very files of {@link SegmentJob}. The image is read once for
 * every run of the method, and once before to find what is black and white of samples that are no 8-bit picture.
 */
final class BandJob {

    private final SegmentJob job;
    private final BandSegmenter segmenter;
    private final Input input;
    private final Reading reading;
    private final List<Double> seconds = new ArrayList<>();
    private double read;
    private double write;

    private BandJob(SegmentJob job, BandSegmenter segmenter, Input input, Reading reading) {
        this.job = job;
        this.segmenter = segmenter;
        this.input = input;
        this.reading = reading;
    }

    /** The result, or nothing if the method or the file must have the whole image, or it has fewer than {@code least} pixels. */
    static Optional<Result> run(SegmentJob job, Input input, Reading reading, long least) throws IOException {
        if (job.extras().uncertainty()
                || !job.extras().outlines().formats().isEmpty()
                || job.extras().judge().isPresent()
                || !(job.segmenter() instanceof BandSegmenter segmenter)
                || !segmenter.worksByRows()
                || segmenter.classes().size() > SegmentJob.MOST_PNG_LABELS) {
            return Optional.empty();
        }
        Optional<ImageRows> found = reading.rows(input, least);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        BandJob work = new BandJob(job, segmenter, input, reading);
        Size size;
        Preview.Range range;
        try (ImageRows rows = found.get()) {
            size = rows.size();
            range = Preview.range(work.timed(rows));
        }
        return Optional.of(work.run(size, range));
    }

    private Result run(Size size, Preview.Range range) throws IOException {
        Path folder = job.target().folder().resolve(input.folder());
        job.checkFree(folder, input.stem());
        Files.createDirectories(folder);
        Map<String, String> outputs = new LinkedHashMap<>();
        for (String name : List.of("labels", "overlay")) {
            outputs.put(name, folder.resolve(input.stem() + "." + name + ".png").toString());
        }
        Path json = folder.resolve(input.stem() + ".json");
        outputs.put("json", json.toString());
        for (int run = 1; run < job.repeat(); run++) {
            segment((image, labels) -> {});
        }
        BandFiles files = new BandFiles(size, segmenter.classes(), range);
        Findings findings = segmentInto(files, outputs);
        Result result = new Result(
                input.name(),
                1,
                job.text(),
                size,
                "semantic",
                segmenter.classes(),
                List.of(),
                files.regions(),
                findings,
                new Result.Seconds(read, seconds, write),
                outputs,
                Optional.empty());
        job.write(result, json);
        return result;
    }

    private Findings segmentInto(BandFiles files, Map<String, String> outputs) throws IOException {
        List<Findings> findings = new ArrayList<>();
        Existing existing = job.target().existing();
        Path labels = Path.of(String.valueOf(outputs.get("labels")));
        Path overlay = Path.of(String.valueOf(outputs.get("overlay")));
        AtomicFile.write(
                labels,
                existing,
                map -> AtomicFile.write(overlay, existing, picture -> {
                    findings.add(segmentInto(files, map, picture));
                }));
        return findings.get(0);
    }

    private Findings segmentInto(BandFiles files, OutputStream map, OutputStream picture) throws IOException {
        files.begin(map, picture);
        Findings findings = segment((image, labels) -> {
            long start = System.nanoTime();
            files.take(image, labels);
            write += (System.nanoTime() - start) / 1e9;
        });
        long start = System.nanoTime();
        files.finish();
        write += (System.nanoTime() - start) / 1e9;
        return findings;
    }

    /** One run of the method over the image; what reading and writing take is not the method's. */
    private Findings segment(BandSegmenter.Bands bands) throws IOException {
        try (ImageRows rows = reading.rows(input, 1).orElseThrow()) {
            long start = System.nanoTime();
            double others = read + write;
            Findings findings = segmenter.segment(timed(rows), job.progress(), bands);
            seconds.add((System.nanoTime() - start) / 1e9 - (read + write - others));
            return findings;
        }
    }

    private ImageRows timed(ImageRows rows) {
        return rows.through(most -> {
            long start = System.nanoTime();
            Image band = rows.next(most);
            read += (System.nanoTime() - start) / 1e9;
            return band;
        });
    }
}
