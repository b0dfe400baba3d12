package org.vung.applications.medicine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vung.Segmenter;
import org.vung.applications.sheet.Pictures;
import org.vung.applications.sheet.Table;
import org.vung.figure.Canvas;
import org.vung.figure.Pen;
import org.vung.image.Image;
import org.vung.image.Preview;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import org.vung.measure.PixelSize;
import org.vung.measure.rule.RuleBook;
import org.vung.measure.rule.Verdict;
import org.vung.measure.scene.Coverage;
import org.vung.measure.scene.Legend;
import org.vung.measure.scene.Measurement;
import org.vung.measure.scene.Scene;
import org.vung.score.ConfusionMatrix;

/** Vessels of the retina, by quarters around the disc. */
final class VesselLook {

    private static final int VESSEL = 0x00E5FF;
    private static final int LINES = 0xFFEB3B;
    private static final int MARKED = 0xFF7043;

    private final Segmenter vessels;
    private final RuleBook rules;
    private final PixelSize pixel;

    VesselLook(Segmenter vessels, RuleBook rules, PixelSize pixel) {
        this.vessels = vessels;
        this.rules = rules;
        this.pixel = pixel;
    }

    /**
     * Looks at one photograph.
     *
     * @param truth 1 where a person saw a vessel
     */
    Finding of(String name, Image photo, Optional<LabelMap> truth) {
        Retina retina = new Retina(photo, vessels.segment(photo).labels());
        LabelMap labels = Pictures.labels(retina.vessels(), photo.size());
        Measurement measurement = Scene.of(labels, Legend.classes(List.of("tissue", "vessel")))
                .withPixel(pixel)
                .within(retina.quarters())
                .measure();
        List<Verdict> verdicts = rules.judge(measurement);
        String unit = pixel.equals(PixelSize.NONE) ? "px" : "mm";
        Table table = new Table(
                "where", "vessels_" + unit + "2", "vessel_share", "length_" + unit, "mean_width_" + unit, "marked");
        add(table, "whole view", measurement.image(), retina.length(), retina.meanWidth(), "");
        for (Coverage quarter : measurement.parts()) {
            String marked =
                    verdicts.stream().anyMatch(verdict -> verdict.place().equals(quarter.place())) ? "yes" : "";
            add(table, quarter.place().name(), quarter, Double.NaN, Double.NaN, marked);
        }
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s: vessels cover %.1f %% of the view; %.0f px of length, %.1f px wide in the mean; the disc seems to be at row %d,"
                        + " column %d",
                name,
                100 * measurement.image().share(1),
                retina.length(),
                retina.meanWidth(),
                retina.discRow(),
                retina.discColumn()));
        verdicts.forEach(verdict -> lines.add("  " + verdict.text()));
        Optional<Finding.Agreement> agreement = truth.map(known -> agreement(known, labels, retina));
        return new Finding(name, picture(photo, retina, measurement, verdicts), table, lines, agreement);
    }

    private void add(Table table, String where, Coverage cover, double length, double width, String marked) {
        table.add(
                where,
                pixel.area((double) cover.area(1)),
                cover.share(1),
                pixel.length(length),
                pixel.length(width),
                marked);
    }

    private static Finding.Agreement agreement(LabelMap truth, LabelMap labels, Retina retina) {
        int[] known = truth.sharedLabels().clone();
        for (int at = 0; at < known.length; at++) {
            known[at] = retina.view()[at] ? known[at] : 255;
        }
        double dice = ConfusionMatrix.of(2, LabelMap.wrap(truth.size(), known), labels, 255)
                .dice(1);
        return new Finding.Agreement("F1 in the field of view", dice);
    }

    private static Image picture(Image photo, Retina retina, Measurement measurement, List<Verdict> verdicts) {
        Size size = photo.size();
        Canvas canvas = Canvas.over(Pictures.tinted(Preview.rgb(photo.withoutAlpha()), retina.vessels(), VESSEL, 0.35));
        double row = retina.discRow();
        double column = retina.discColumn();
        double[] circle = new double[2 * 49];
        for (int at = 0; at < 49; at++) {
            circle[2 * at] = column + retina.discRadius() * Math.cos(at * Math.PI / 24);
            circle[2 * at + 1] = row + retina.discRadius() * Math.sin(at * Math.PI / 24);
        }
        canvas.stroke(List.of(circle), 2, LINES);
        canvas.stroke(
                List.of(new double[] {0, row, size.width(), row}, new double[] {column, 0, column, size.height()}),
                1,
                LINES);
        double letter = Math.max(8, size.width() / 60.0);
        for (Coverage quarter : measurement.parts()) {
            boolean marked =
                    verdicts.stream().anyMatch(verdict -> verdict.place().equals(quarter.place()));
            boolean lower = quarter.place().name().startsWith("lower");
            boolean right = quarter.place().name().endsWith("right");
            String text =
                    String.format(Locale.ROOT, "%s %.1f %%", quarter.place().name(), 100 * quarter.share(1));
            int top = lower ? size.height() - (int) (2.2 * letter) : 4;
            int wide = (int) Math.ceil(new Pen(letter, 0).width(text) + letter);
            int left = right ? size.width() - wide : 4;
            Pictures.plate(canvas, text, top, left, letter, marked ? MARKED : 0xFFFFFF);
        }
        return canvas.image();
    }
}
