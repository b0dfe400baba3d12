package org.vung.cli.measure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.vung.data.html.Html;
import org.vung.data.sheet.Sheet;
import org.vung.figure.NumberedRegions;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Preview;
import org.vung.image.Size;
import org.vung.label.Box;
import org.vung.label.Palette;
import org.vung.measure.PixelSize;
import org.vung.measure.rule.Verdict;
import org.vung.measure.scene.MeasuredRegion;
import org.vung.measure.scene.Measurement;
import org.vung.measure.scene.Place;

/** One page for people that needs nothing else: the picture with numbers, what fired, the tables. */
final class MeasureReport {

    /** Whatever slips in, a browser runs no script and fetches nothing. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private static final int MOST_ROWS = 2000;
    private static final int MOST_CLASSES = 20;

    private final Measured result;
    private final Measurement measured;
    private final Html html = new Html();

    private MeasureReport(Measured result) {
        this.result = result;
        this.measured = result.measurement();
    }

    static String of(Measured result, boolean judged) throws IOException {
        MeasureReport report = new MeasureReport(result);
        report.head();
        report.facts();
        if (judged) {
            report.verdicts();
        }
        report.picture();
        result.change().ifPresent(change -> report.table("Change", change));
        report.table("Shares", result.shares());
        report.table("Regions", result.regions());
        report.html.close("main").close("body").close("html");
        return report.html.toString();
    }

    private void head() throws IOException {
        html.trusted("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
        html.open("meta", "charset", "utf-8");
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("meta", "name", "color-scheme", "content", "light dark");
        html.words("title", "Measurement of " + result.labels());
        try (InputStream css = MeasureReport.class.getResourceAsStream("report.css")) {
            String style = new String(Objects.requireNonNull(css, "report.css").readAllBytes(), StandardCharsets.UTF_8);
            html.open("style").trusted(style).close("style").close("head");
        }
        html.open("body").open("main").words("h1", "Measurement of " + result.labels());
    }

    private void facts() {
        html.open("table", "class", "facts");
        fact("Image", measured.scene().labels().size() + " pixels");
        PixelSize pixel = measured.scene().pixel();
        if (pixel.lengthUnit().isPresent()) {
            fact("Pixel", cell(pixel.height()) + " × " + cell(pixel.width()) + " " + pixel.unit());
        }
        result.photo().ifPresent(photo -> fact("Photo", photo.toString()));
        fact("Regions", String.valueOf(result.regions().rows().size()));
        html.close("table");
    }

    private void fact(String name, String value) {
        html.open("tr").words("th", name, "scope", "row").words("td", value).close("tr");
    }

    private void verdicts() {
        html.open("section").words("h2", "Rules that fired");
        if (result.verdicts().isEmpty()) {
            html.words("p", "None.");
        }
        html.open("ul", "class", "fired");
        result.verdicts().stream().limit(MOST_ROWS).forEach(verdict -> html.words("li", verdict.text()));
        html.close("ul").close("section");
    }

    private void picture() throws IOException {
        Image image = drawn();
        html.open("section").words("h2", "Picture").open("figure");
        html.picture(image, "regions with their numbers", "width", image.width(), "height", image.height());
        html.words(
                "figcaption",
                "Every region in its colour, with its number where there is room. What fired is framed in red.");
        html.close("figure").close("section");
    }

    private Image drawn() {
        Size size = measured.scene().labels().size();
        Image photo = measured.scene().photo().map(Preview::rgb).orElseGet(() -> white(size));
        Set<String> listed = result.regions().rows().stream()
                .map(row -> row.get(0).toString())
                .collect(Collectors.toSet());
        List<NumberedRegions.Mark> marks = measured.regions().stream()
                .filter(region -> listed.contains(Integer.toString(region.id())))
                .map(region -> new NumberedRegions.Mark(
                        region.region().label(),
                        Integer.toString(region.id()),
                        region.region().box()))
                .toList();
        return new NumberedRegions(photo, measured.owners(), palette()).draw(marks, emphasis());
    }

    private static Image white(Size size) {
        byte[] rgb = new byte[Math.multiplyExact(size.pixels(), 3)];
        Arrays.fill(rgb, (byte) 255);
        return Image.wrap(size, Layout.RGB, rgb);
    }

    /** By class where there are few, else a colour a region. */
    private Palette palette() {
        List<String> names = measured.scene().legend().names();
        boolean many = names.isEmpty()
                || names.size() > MOST_CLASSES
                || measured.regions().stream()
                                .map(MeasuredRegion::category)
                                .distinct()
                                .count()
                        == 1;
        Palette distinct = Palette.distinct();
        int[] colours = new int[measured.owners().count()];
        Arrays.setAll(colours, distinct::rgb);
        if (!many) {
            measured.regions().forEach(region -> colours[region.region().label()] = distinct.rgb(region.category()));
        }
        return Palette.of(colours);
    }

    private NumberedRegions.Emphasis emphasis() {
        Set<String> regions = new HashSet<>();
        Set<Box> cells = new HashSet<>();
        for (Verdict verdict : result.verdicts()) {
            if (verdict.place().kind() == Place.Kind.REGION) {
                regions.add(verdict.place().name());
            } else if (verdict.place().kind() == Place.Kind.CELL) {
                cells.add(verdict.place().box());
            }
        }
        Set<Integer> labels = measured.regions().stream()
                .filter(region -> regions.contains(Integer.toString(region.id())))
                .map(region -> region.region().label())
                .collect(Collectors.toSet());
        List<Box> all =
                measured.cells().stream().map(cell -> cell.place().box()).toList();
        return new NumberedRegions.Emphasis(all, List.copyOf(cells), labels);
    }

    private void table(String title, Sheet sheet) {
        html.open("section")
                .words("h2", title)
                .open("div", "class", "wide")
                .open("table")
                .open("tr");
        sheet.columns().forEach(name -> html.words("th", name, "scope", "col"));
        html.close("tr");
        for (List<Object> row :
                sheet.rows().subList(0, Math.min(MOST_ROWS, sheet.rows().size()))) {
            html.open("tr");
            row.forEach(value -> html.words("td", cell(value)));
            html.close("tr");
        }
        html.close("table").close("div");
        if (sheet.rows().size() > MOST_ROWS) {
            html.words("p", "And " + (sheet.rows().size() - MOST_ROWS) + " more rows, which the CSV has.");
        }
        html.close("section");
    }

    private static String cell(Object value) {
        if (value instanceof Double number) {
            return number.isNaN()
                    ? "–"
                    : number.isInfinite() ? (number > 0 ? "∞" : "−∞") : String.format(Locale.ROOT, "%.5g", number);
        }
        return value.toString();
    }
}
