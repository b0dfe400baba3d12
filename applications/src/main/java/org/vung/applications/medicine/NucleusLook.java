package org.vung.applications.medicine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vung.Segmentation;
import org.vung.Segmenter;
import org.vung.applications.sheet.Table;
import org.vung.data.scene.Scenes;
import org.vung.figure.Canvas;
import org.vung.figure.Pen;
import org.vung.figure.Resize;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Preview;
import org.vung.image.Size;
import org.vung.label.Box;
import org.vung.label.LabelMap;
import org.vung.mask.Outlines;
import org.vung.mask.RunLengths;
import org.vung.measure.PixelSize;
import org.vung.measure.rule.RuleBook;
import org.vung.measure.rule.Verdict;
import org.vung.measure.scene.MeasuredRegion;
import org.vung.measure.scene.Measurement;
import org.vung.measure.scene.Place;
import org.vung.measure.scene.Property;

/** Nuclei one by one: how many, how large, of what shape, and which of them rules mark. */
final class NucleusLook {

    private static final int USUAL = 0x00E5FF;
    private static final int MARKED = 0xFFB300;
    private static final int DARK = 0x0A1F5C;
    private static final int SHOWN = 512;

    /** Green from which on letters must be dark. */
    private static final int BRIGHT = 90;

    private final Segmenter nuclei;
    private final RuleBook rules;
    private final PixelSize pixel;

    NucleusLook(Segmenter nuclei, RuleBook rules, PixelSize pixel) {
        this.nuclei = nuclei;
        this.rules = rules;
        this.pixel = pixel;
    }

    /**
     * Looks at one micrograph.
     *
     * @param truth a number per nucleus
     */
    Finding of(String name, Image photo, Optional<LabelMap> truth) {
        Segmentation found = nuclei.segment(photo);
        Measurement measurement = Scenes.of(found).withPixel(pixel).measure();
        List<Verdict> verdicts = rules.judge(measurement);
        Set<String> marked = verdicts.stream()
                .filter(verdict -> verdict.place().kind() == Place.Kind.REGION)
                .map(verdict -> verdict.place().name())
                .collect(Collectors.toSet());
        String unit = pixel.equals(PixelSize.NONE) ? "px" : "mm";
        Table table = new Table(
                "number",
                "area_" + unit + "2",
                "longest_" + unit,
                "circularity",
                "solidity",
                "row_px",
                "column_px",
                "marked");
        double area = 0;
        for (MeasuredRegion region : measurement.regions()) {
            area += Property.AREA.of(region, pixel) / measurement.regions().size();
            table.add(
                    region.id(),
                    Property.AREA.of(region, pixel),
                    Property.FERET_DIAMETER_MAX.of(region, pixel),
                    Property.CIRCULARITY.of(region, pixel),
                    Property.SOLIDITY.of(region, pixel),
                    region.region().centroidRow(),
                    region.region().centroidColumn(),
                    marked.contains(region.place().name()) ? "yes" : "");
        }
        List<String> lines = new ArrayList<>();
        String byHand = truth.map(known -> ", " + (known.compacted().count() - 1) + " by hand")
                .orElse("");
        lines.add(String.format(
                Locale.ROOT,
                "%s: %d nuclei%s, of %.0f %s² in the mean; %d are marked for a second look",
                name,
                measurement.regions().size(),
                byHand,
                area,
                unit,
                marked.size()));
        verdicts.stream()
                .filter(verdict -> verdict.place().kind() != Place.Kind.REGION)
                .forEach(verdict -> lines.add("  " + verdict.text()));
        Optional<Finding.Agreement> agreement = truth.map(known -> {
            double there = known.compacted().count() - 1;
            return new Finding.Agreement(
                    "count found over count by hand", measurement.regions().size() / there);
        });
        return new Finding(name, picture(photo, found.labels(), measurement, marked), table, lines, agreement);
    }

    /** To be seen, not to be measured: the brightest sample becomes white. */
    private static Image brightened(Image rgb) {
        byte[] samples = rgb.sharedBytes().clone();
        int most = 1;
        for (byte sample : samples) {
            most = Math.max(most, sample & 0xFF);
        }
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) ((samples[at] & 0xFF) * 255 / most);
        }
        return Image.wrap(rgb.size(), Layout.RGB, samples);
    }

    private static RunLengths mask(LabelMap labels, MeasuredRegion region) {
        boolean[] mask = new boolean[labels.size().pixels()];
        Box box = region.region().box();
        for (int row = box.row(); row < box.bottom(); row++) {
            for (int column = box.column(); column < box.right(); column++) {
                mask[labels.size().index(row, column)] = labels.at(row, column) == region.id();
            }
        }
        return RunLengths.of(labels.size(), mask);
    }

    private static Image picture(Image photo, LabelMap found, Measurement measurement, Set<String> marked) {
        int factor = Math.max(1, Math.round((float) SHOWN / photo.width()));
        Image rgb = brightened(Preview.rgb(photo.withoutAlpha()));
        Canvas canvas = Canvas.over(Resize.picture(rgb, new Size(rgb.height() * factor, rgb.width() * factor)));
        for (MeasuredRegion region : measurement.regions()) {
            boolean mark = marked.contains(region.place().name());
            RunLengths mask = mask(found, region);
            List<double[]> lines = new ArrayList<>();
            for (int[] ring : Outlines.rings(mask)) {
                double[] line = new double[ring.length + 2];
                for (int at = 0; at < line.length; at++) {
                    line[at] = ring[at % ring.length] * (double) factor;
                }
                lines.add(line);
            }
            canvas.stroke(lines, mark ? 2.2 : 1.3, mark ? MARKED : USUAL);
            double row = region.region().centroidRow();
            double column = region.region().centroidColumn();
            boolean bright = rgb.sample((int) row, (int) column, 1) > BRIGHT;
            new Pen(7, bright ? DARK : mark ? MARKED : USUAL)
                    .centre(canvas, Integer.toString(region.id()), row * factor + 3.5, column * factor);
        }
        return canvas.image();
    }
}
