package org.vung.applications.satellite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vung.applications.sheet.Key;
import org.vung.applications.sheet.Pictures;
import org.vung.applications.sheet.Table;
import org.vung.data.geo.Placement;
import org.vung.data.outline.Drawing;
import org.vung.data.outline.GeoJson;
import org.vung.data.outline.Outlined;
import org.vung.figure.Canvas;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.image.file.AtomicFile;
import org.vung.image.file.Existing;
import org.vung.label.Box;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.label.Overlay;
import org.vung.label.Palette;
import org.vung.mask.RunLengths;
import org.vung.measure.PixelSize;
import org.vung.measure.rule.RuleBook;
import org.vung.measure.rule.Verdict;
import org.vung.measure.scene.Grid;
import org.vung.measure.scene.Legend;
import org.vung.measure.scene.Measurement;
import org.vung.measure.scene.Place;
import org.vung.measure.scene.Scene;
import org.vung.score.ConfusionMatrix;

/** Measures one look, judges it and draws it. */
final class LookReport {

    private static final int MARK = 0xFF3D00;

    private final Look look;
    private final Measurement measurement;
    private final List<Verdict> verdicts;

    LookReport(Look look, int side, RuleBook rules) {
        this.look = look;
        Legend legend = Legend.classes(look.classes().stream().map(Key::name).toList());
        this.measurement = Scene.of(look.labels(), legend)
                .withPixel(look.pixel())
                .withGrid(Grid.squares(side))
                .measure();
        this.verdicts = rules.judge(measurement);
    }

    List<Verdict> verdicts() {
        return verdicts;
    }

    /** Cells of which a rule fired. */
    List<Verdict> cells() {
        return verdicts.stream()
                .filter(verdict -> verdict.place().kind() == Place.Kind.CELL)
                .toList();
    }

    int allCells() {
        return measurement.cells().size();
    }

    /** A row per class: pixels, share, hectares where the size of a pixel is known, IoU where there is a truth. */
    void rows(Table table) {
        for (int index = 0; index < look.classes().size(); index++) {
            double hectares = look.pixel().equals(PixelSize.NONE)
                    ? Double.NaN
                    : look.pixel().area((double) measurement.image().area(index)) / 10_000;
            table.add(
                    look.name(),
                    look.classes().get(index).name(),
                    measurement.image().area(index),
                    measurement.image().share(index),
                    hectares,
                    iou(index));
        }
    }

    double share(int index) {
        return measurement.image().share(index);
    }

    double hectares(int index) {
        return look.pixel().area((double) measurement.image().area(index)) / 10_000;
    }

    private double iou(int index) {
        return look.truth()
                .filter(truth -> truth.of() == index)
                .map(truth -> scores(truth).iou(1))
                .orElse(Double.NaN);
    }

    /** The known class against all others; empty where there is no truth. */
    Optional<ConfusionMatrix> scores() {
        return look.truth().map(this::scores);
    }

    private ConfusionMatrix scores(Look.Truth truth) {
        LabelMap said = Pictures.labels(mask(truth.of()), look.labels().size());
        return ConfusionMatrix.of(2, truth.labels(), said, Look.UNKNOWN);
    }

    private boolean[] mask(int index) {
        int[] names = look.labels().sharedLabels();
        boolean[] mask = new boolean[names.length];
        for (int pixel = 0; pixel < mask.length; pixel++) {
            mask[pixel] = names[pixel] == index;
        }
        return mask;
    }

    /** The image with one class in its colour, and a frame around the cells that rules speak of. */
    Image picture(int index) {
        Canvas canvas = Canvas.over(Pictures.tinted(
                look.picture(), mask(index), look.classes().get(index).rgb(), 0.45));
        frames(canvas);
        return canvas.image();
    }

    /** All classes in their colours, and a frame around the cells that rules speak of. */
    Image map() {
        int[] rgb = look.classes().stream().mapToInt(Key::rgb).toArray();
        Image coloured = Overlay.coloured(look.labels(), Palette.of(rgb));
        Canvas canvas = Canvas.over(coloured);
        frames(canvas);
        return canvas.image();
    }

    private void frames(Canvas canvas) {
        double weight = Math.max(1, look.picture().width() / 500.0);
        for (Verdict cell : cells()) {
            Box box = cell.place().box();
            double top = box.row() + weight / 2;
            double left = box.column() + weight / 2;
            double bottom = box.bottom() - weight / 2;
            double right = box.right() - weight / 2;
            canvas.stroke(
                    List.of(new double[] {left, top, right, top, right, bottom, left, bottom, left, top}),
                    weight,
                    MARK);
        }
    }

    /** The classes but the first as outlines, in longitude and latitude where the place is known. */
    void writeMap(Path file, double tolerance, Existing existing) throws IOException {
        Size size = look.labels().size();
        List<LabelClass> classes = look.classes().stream()
                .map(key -> new LabelClass(key.name(), key.rgb()))
                .toList();
        List<Outlined> regions = new ArrayList<>();
        for (int index = 1; index < classes.size(); index++) {
            RunLengths pixels = RunLengths.of(size, mask(index));
            if (pixels.area() > 0) {
                regions.add(new Outlined(
                        index, index, OptionalDouble.empty(), classes.get(index).rgb(), pixels));
            }
        }
        Drawing drawing = new Drawing(look.name(), size, classes, regions, tolerance);
        Optional<Placement> placement = look.map().flatMap(Placement::of);
        AtomicFile.write(file, existing, out -> GeoJson.write(drawing, placement, out));
    }

    /** One line about a class. */
    String line(int index) {
        String name = look.classes().get(index).name();
        String area =
                look.pixel().equals(PixelSize.NONE) ? "" : String.format(Locale.ROOT, ", %.0f ha", hectares(index));
        String iou =
                Double.isNaN(iou(index)) ? "" : String.format(Locale.ROOT, ", IoU with the labels %.3f", iou(index));
        return String.format(Locale.ROOT, "%s: %s %.1f %%%s%s", look.name(), name, 100 * share(index), area, iou);
    }
}
