package org.vung.applications.medicine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vung.applications.sheet.Pictures;
import org.vung.applications.sheet.Table;
import org.vung.figure.Canvas;
import org.vung.image.Image;
import org.vung.image.Preview;
import org.vung.label.LabelMap;
import org.vung.measure.PixelSize;
import org.vung.measure.rule.RuleBook;
import org.vung.measure.rule.Verdict;
import org.vung.measure.scene.Legend;
import org.vung.measure.scene.MeasuredRegion;
import org.vung.measure.scene.Measurement;
import org.vung.measure.scene.Property;
import org.vung.measure.scene.Scene;
import org.vung.score.ConfusionMatrix;

/** Lungs in X-rays: their areas, beside one another. */
final class LungLook {

    private static final int[] COLOURS = {0x000000, 0x00E5FF, 0xFFB300};

    private final RuleBook rules;
    private final PixelSize pixel;

    LungLook(RuleBook rules, PixelSize pixel) {
        this.rules = rules;
        this.pixel = pixel;
    }

    /**
     * Looks at one X-ray.
     *
     * @param truth 1 where a person saw a lung
     */
    Finding of(String name, Image xray, Optional<LabelMap> truth) {
        LabelMap labels = Lungs.in(xray);
        Measurement measurement = Scene.of(labels, Legend.classes(List.of("background", "left lung", "right lung")))
                .withPixel(pixel)
                .measure();
        List<Verdict> verdicts = rules.judge(measurement);
        String unit = pixel.equals(PixelSize.NONE) ? "px" : "mm";
        Table table = new Table(
                "number",
                "where",
                "area_" + unit + "2",
                "length_" + unit,
                "breadth_" + unit,
                "solidity",
                "row_px",
                "column_px");
        for (MeasuredRegion region : measurement.regions()) {
            table.add(
                    region.id(),
                    region.name() + " of the picture",
                    Property.AREA.of(region, pixel),
                    Property.FERET_DIAMETER_MAX.of(region, pixel),
                    Property.FERET_DIAMETER_MIN.of(region, pixel),
                    Property.SOLIDITY.of(region, pixel),
                    region.region().centroidRow(),
                    region.region().centroidColumn());
        }
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s: the left of the picture has %.0f, the right %.0f %s² of lung",
                name,
                pixel.area((double) measurement.image().area(Lungs.LEFT)),
                pixel.area((double) measurement.image().area(Lungs.RIGHT)),
                unit));
        verdicts.forEach(verdict -> lines.add("  " + verdict.text()));
        Optional<Finding.Agreement> agreement = truth.map(known -> agreement(known, labels));
        return new Finding(name, picture(xray, labels, measurement), table, lines, agreement);
    }

    private static boolean[] mask(LabelMap labels, int wanted) {
        int[] names = labels.sharedLabels();
        boolean[] mask = new boolean[names.length];
        for (int pixel = 0; pixel < mask.length; pixel++) {
            mask[pixel] = names[pixel] == wanted;
        }
        return mask;
    }

    private static Finding.Agreement agreement(LabelMap truth, LabelMap labels) {
        boolean[] either = mask(labels, Lungs.LEFT);
        boolean[] other = mask(labels, Lungs.RIGHT);
        for (int pixel = 0; pixel < either.length; pixel++) {
            either[pixel] |= other[pixel];
        }
        double dice = ConfusionMatrix.of(2, truth, Pictures.labels(either, labels.size()), 255)
                .dice(1);
        return new Finding.Agreement("Dice with the masks", dice);
    }

    private static Image picture(Image xray, LabelMap labels, Measurement measurement) {
        Image picture = Preview.rgb(xray.withoutAlpha());
        for (int lung : new int[] {Lungs.LEFT, Lungs.RIGHT}) {
            picture = Pictures.tinted(picture, mask(labels, lung), COLOURS[lung], 0.18);
        }
        Canvas canvas = Canvas.over(picture);
        double letter = Math.max(9, xray.width() / 40.0);
        for (MeasuredRegion region : measurement.regions()) {
            int row = (int) region.region().centroidRow();
            int column = (int) region.region().centroidColumn();
            Pictures.plate(canvas, Integer.toString(region.id()), row, column, letter, COLOURS[region.id()]);
        }
        return canvas.image();
    }
}
