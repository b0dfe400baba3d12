package org.vung.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.vung.ClassScores;
import org.vung.ImageFilter;
import org.vung.Instances;
import org.vung.Progress;
import org.vung.Segmentation;
import org.vung.Segmenter;
import org.vung.Semantic;
import org.vung.SoftSegmenter;
import org.vung.cli.input.Input;
import org.vung.cli.input.Reading;
import org.vung.cli.judge.Judge;
import org.vung.cli.outline.OutlineFiles;
import org.vung.cli.outline.OutlineFormat;
import org.vung.cli.report.Result;
import org.vung.cli.report.SegmentReport;
import org.vung.data.outline.Drawing;
import org.vung.figure.ObjectPicture;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Preview;
import org.vung.image.SampleType;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.ImageException.Kind;
import org.vung.image.file.AtomicFile;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.label.Overlay;
import org.vung.label.Palette;
import org.vung.measure.Region;
import org.vung.measure.RegionSummary;
import org.vung.measure.Regions;
import org.vung.measure.rule.Verdict;

/**
 * Segments one image and writes what came out. The JSON is written last, so that where it lies the rest is whole.
 *
 * @param text the method as reported
 * @param segmenter the method
 * @param repeat how often it runs
 * @param extras what is written on demand
 * @param target where to write
 * @param progress told of the pieces of one image, where the method has pieces
 */
record SegmentJob(String text, Segmenter segmenter, int repeat, Extras extras, Target target, Progress progress) {

    static final int MOST_PNG_LABELS = 1 << 16;

    private static final List<String> ENDINGS = List.of(
            ".labels.png",
            ".labels.tif",
            ".overlay.png",
            ".filtered.png",
            ".uncertainty.png",
            ObjectFiles.RESULTS,
            ObjectFiles.SIDE_BY_SIDE,
            ".json");

    /**
     * What is written on demand.
     *
     * @param uncertainty a map of doubt; the method must have probabilities
     * @param sideBySide classes beside objects; the method must find objects
     * @param outlines of the regions
     * @param judge who lets rules decide; empty without rules
     */
    record Extras(boolean uncertainty, boolean sideBySide, OutlineFiles outlines, Optional<Judge> judge) {}

    /** The output folder, and what happens to files in it. */
    record Target(Path folder, Existing existing) {}

    Result run(Input input, String number, Reading.Page page, double read) throws IOException {
        Path folder = target.folder.resolve(input.folder());
        String stem = input.stem() + number;
        checkFree(folder, stem);
        List<Double> seconds = new ArrayList<>();
        Segmentation answer = segment(page.image(), seconds);
        Optional<Path> photo = input.file().filter(file -> page.number() == 1);
        Optional<List<Verdict>> verdicts = extras.judge.isEmpty()
                ? Optional.empty()
                : Optional.of(extras.judge.get().judge(answer, page.image(), photo));
        long start = System.nanoTime();
        Map<String, String> outputs = write(page.image(), answer, folder.resolve(stem));
        if (answer instanceof Instances found) {
            ObjectFiles files = new ObjectFiles(folder, stem, target.existing);
            if (!extras.outlines.formats().contains(OutlineFormat.COCO)) {
                files.write(input.fileName(), found, outputs);
            }
            if (extras.sideBySide) {
                files.writeSideBySide(page.image(), found, outputs);
            }
        }
        if (!extras.outlines.formats().isEmpty()) {
            Drawing drawing = Drawing.of(input.fileName(), answer, palette(answer));
            outputs.putAll(extras.outlines.write(drawing, folder.resolve(stem), photo, target.existing));
        }
        Path json = folder.resolve(stem + ".json");
        outputs.put("json", json.toString());
        Result result = new Result(
                input.name(),
                page.number(),
                text,
                answer.size(),
                kind(answer),
                classes(answer),
                answer instanceof Instances found ? found.objects() : List.of(),
                regions(answer, page.image()),
                answer.findings(),
                new Result.Seconds(read, seconds, (System.nanoTime() - start) / 1e9),
                outputs,
                verdicts);
        write(result, json);
        return result;
    }

    private static String kind(Segmentation answer) {
        return answer instanceof Semantic ? "semantic" : answer instanceof Instances ? "instances" : "partition";
    }

    private static List<LabelClass> classes(Segmentation answer) {
        if (answer instanceof Semantic semantic) {
            return semantic.classes();
        }
        return answer instanceof Instances found ? found.classes() : List.of();
    }

    private static Palette palette(Segmentation answer) {
        if (answer instanceof Semantic semantic) {
            return Palette.of(
                    semantic.classes().stream().mapToInt(LabelClass::rgb).toArray());
        }
        return answer instanceof Instances found ? ObjectPicture.palette(found) : Palette.distinct();
    }

    private static List<RegionSummary> regions(Segmentation answer, Image image) {
        return answer instanceof Instances found
                ? ObjectFiles.regions(found, image)
                : Regions.of(answer.labels(), image).stream()
                        .map(Region::summary)
                        .toList();
    }

    void write(Result result, Path json) throws ImageException {
        byte[] content = SegmentReport.of(List.of(result), List.of()).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(json, target.existing, out -> out.write(content));
    }

    private Segmentation segment(Image image, List<Double> seconds) {
        Segmentation answer;
        do {
            long start = System.nanoTime();
            answer = segmenter.segment(image, progress);
            seconds.add((System.nanoTime() - start) / 1e9);
        } while (seconds.size() < repeat);
        return answer;
    }

    /** Writes labels and pictures beside one another, named {@code stem} and an ending. */
    private Map<String, String> write(Image image, Segmentation answer, Path stem) throws IOException {
        Path folder = Objects.requireNonNullElse(stem.getParent(), Path.of(""));
        Files.createDirectories(folder);
        String name = String.valueOf(stem.getFileName());
        LabelMap labels = answer.labels();
        Palette palette = palette(answer);
        int count = Math.max(
                labels.count(),
                answer instanceof Semantic semantic ? semantic.classes().size() : 0);
        Map<String, String> outputs = new LinkedHashMap<>();
        Path map = folder.resolve(name + (count > MOST_PNG_LABELS ? ".labels.tif" : ".labels.png"));
        ImageFiles.writeLabels(labels, count, palette, map, target.existing);
        outputs.put("labels", map.toString());
        Path overlay = folder.resolve(name + ".overlay.png");
        Image picture = answer instanceof Instances found
                ? ObjectPicture.of(image, found)
                : Overlay.tinted(image, labels, palette);
        ImageFiles.write(picture, overlay, target.existing);
        outputs.put("overlay", overlay.toString());
        if (segmenter instanceof ImageFilter filter) {
            Path filtered = folder.resolve(name + ".filtered.png");
            Image smooth = filter.filter(image);
            ImageFiles.write(
                    smooth.type() == SampleType.FLOAT32 ? Preview.rgb(smooth) : smooth, filtered, target.existing);
            outputs.put("filtered", filtered.toString());
        }
        if (extras.uncertainty && segmenter instanceof SoftSegmenter sure) {
            Path doubt = folder.resolve(name + ".uncertainty.png");
            ImageFiles.write(grey(sure.scores(image)), doubt, target.existing);
            outputs.put("uncertainty", doubt.toString());
        }
        return outputs;
    }

    private static Image grey(ClassScores scores) {
        float[] doubt = scores.doubt();
        byte[] samples = new byte[doubt.length];
        for (int pixel = 0; pixel < samples.length; pixel++) {
            samples[pixel] = (byte) Math.round(255 * doubt[pixel]);
        }
        return Image.wrap(scores.size(), Layout.GREY, samples);
    }

    /** Finds out before the work, not after it, that its files may not be written. */
    void checkFree(Path folder, String stem) throws ImageException {
        if (target.existing == Existing.REPLACE) {
            return;
        }
        for (String ending : Stream.concat(ENDINGS.stream(), extras.outlines.endings().stream())
                .toList()) {
            Path file = folder.resolve(stem + ending);
            if (Files.exists(file)) {
                throw new ImageException(
                        Kind.IO, file + " exists already; add --overwrite or name another folder with -o");
            }
        }
    }
}
