package org.vung.applications.fire;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.vung.applications.sheet.Key;
import org.vung.applications.sheet.Pictures;
import org.vung.applications.sheet.Sheet;
import org.vung.data.geo.Placement;
import org.vung.data.outline.Drawing;
import org.vung.data.outline.GeoJson;
import org.vung.data.outline.Outlined;
import org.vung.figure.Canvas;
import org.vung.figure.Chart;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.image.codec.ImageException;
import org.vung.image.file.AtomicFile;
import org.vung.image.file.Existing;
import org.vung.label.Box;
import org.vung.label.LabelClass;
import org.vung.mask.RunLengths;
import org.vung.measure.rule.Verdict;

/** The pages of a fire: its edge over time with its growth, and the photos with what was found. */
final class FirePages {

    private static final int FOUND = 0xFFEB3B;
    private static final int TRUE = 0x00E5FF;
    private static final int FIRE = 0xFF3D00;
    private static final int WIDE = 900;
    private static final int SHOWN = 6;

    private final FireStory story;
    private final List<FalseAlarms> falseAlarms;
    private final Box window;

    FirePages(FireStory story, List<FalseAlarms> falseAlarms) {
        this.story = story;
        this.falseAlarms = falseAlarms;
        this.window = Isochrones.window(
                story.before().size(), story.found().get(story.found().size() - 1));
    }

    Image isochrones() {
        int factor = Math.max(1, WIDE / window.width());
        Image lines = Isochrones.draw(story.before(), story.found(), window, factor, story.pixel());
        Image chart = chart(new Size(Math.max(300, lines.height()), 560));
        Canvas both = new Canvas(new Size(Math.max(lines.height(), chart.height()), lines.width() + 560));
        both.paste(lines, 0, 0);
        both.paste(chart, 0, lines.width());
        List<String> notes = new ArrayList<>(story.notes());
        if (!falseAlarms.isEmpty()) {
            notes.add("Of photos without fire these raise the first alarm, looked at one by one: "
                    + falseAlarms.stream().map(FalseAlarms::text).collect(Collectors.joining(", ")) + ".");
        }
        return new Sheet(story.decision(), Isochrones.keys(story.found()), notes).around(both.image());
    }

    private Image chart(Size size) {
        List<Chart.Curve> curves = new ArrayList<>();
        curves.add(curve("found", 0xB00020, story.found()));
        if (!story.truths().isEmpty()) {
            curves.add(curve("true", 0x0072B2, story.truths()));
        }
        return new Chart("area within the perimeter", "minutes", "ha", curves).draw(size);
    }

    private static Chart.Curve curve(String name, int rgb, List<Sighting> series) {
        List<Double> x = new ArrayList<>(List.of(0.0));
        List<Double> y = new ArrayList<>(List.of(0.0));
        for (Sighting sighting : series) {
            x.add(sighting.minute());
            y.add(sighting.hectares());
        }
        return new Chart.Curve(name, rgb, x, y);
    }

    Image series() {
        List<Image> panels = new ArrayList<>();
        int count = story.found().size();
        int factor = Math.max(1, 620 / window.width());
        for (int panel = 0; panel < Math.min(SHOWN, count); panel++) {
            int at = count <= SHOWN ? panel : (int) Math.round(panel * (count - 1.0) / (SHOWN - 1));
            panels.add(panel(at, factor));
        }
        List<Key> keys = new ArrayList<>(List.of(new Key("flames found", FIRE), new Key("perimeter found", FOUND)));
        if (!story.truths().isEmpty()) {
            keys.add(new Key("true edge", TRUE));
        }
        return new Sheet(story.decision(), keys, story.notes()).around(Pictures.grid(panels, 3));
    }

    private Image panel(int at, int factor) {
        Size size = story.before().size();
        Sighting found = story.found().get(at);
        Image photo = Pictures.tinted(story.photos().get(at), found.fire(), FIRE, 0.3);
        Canvas canvas = Canvas.over(Isochrones.part(photo, window, factor));
        story.truth(at)
                .ifPresent(truth -> canvas.stroke(Isochrones.lines(truth.burnt(), size, window, factor), 1.2, TRUE));
        canvas.stroke(Isochrones.lines(found.burnt(), size, window, factor), 1.6, FOUND);
        Pictures.plate(
                canvas,
                String.format(
                        Locale.ROOT,
                        "%.0f min  %.1f ha  +%.1f ha/h",
                        found.minute(),
                        found.hectares(),
                        story.growth(at)),
                4,
                4,
                10,
                0xFFFFFF);
        int row = 4 + 22;
        for (Verdict alarm : story.alarms(at)) {
            Pictures.plate(canvas, alarm.rule().name(), row, 4, 10, 0xFFC04D);
            row += 20;
        }
        return canvas.image();
    }

    /** The last perimeter as GeoJSON, in longitude and latitude where the place is known. */
    void writeMap(Path file, Existing existing) throws ImageException {
        Size size = story.before().size();
        RunLengths mask =
                RunLengths.of(size, story.found().get(story.found().size() - 1).burnt());
        List<Outlined> regions =
                mask.area() == 0 ? List.of() : List.of(new Outlined(1, 0, OptionalDouble.empty(), 0xB00020, mask));
        Drawing drawing = new Drawing("fire", size, List.of(new LabelClass("burnt", 0xB00020)), regions, 0);
        Optional<Placement> placement = story.map().flatMap(Placement::of);
        AtomicFile.write(file, existing, out -> GeoJson.write(drawing, placement, out));
    }
}
