package org.vung.applications.fire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vung.image.Image;
import org.vung.image.codec.Georeference;
import org.vung.measure.PixelSize;
import org.vung.measure.rule.Verdict;

/** One fire from its first photo to its last: what was seen, what is true where that is known, what the rules said. */
final class FireStory {

    private final Image before;
    private final PixelSize pixel;
    private final Optional<Georeference> map;
    private final List<Image> photos;
    private final List<Sighting> truths;
    private final List<Sighting> found = new ArrayList<>();
    private final List<List<Verdict>> alarms = new ArrayList<>();

    FireStory(Image before, PixelSize pixel, Optional<Georeference> map, List<Image> photos, List<Sighting> truths) {
        this.before = before;
        this.pixel = pixel;
        this.map = map;
        this.photos = List.copyOf(photos);
        this.truths = List.copyOf(truths);
    }

    void add(Sighting sighting, List<Verdict> verdicts) {
        found.add(sighting);
        alarms.add(verdicts);
    }

    Image before() {
        return before;
    }

    PixelSize pixel() {
        return pixel;
    }

    Optional<Georeference> map() {
        return map;
    }

    List<Image> photos() {
        return photos;
    }

    List<Sighting> found() {
        return found;
    }

    List<Verdict> alarms(int at) {
        return alarms.get(at);
    }

    List<Sighting> truths() {
        return truths;
    }

    Optional<Sighting> truth(int at) {
        return truths.isEmpty() ? Optional.empty() : Optional.of(truths.get(at));
    }

    /** Hectares an hour since the photo before; on the first photo since the place was whole. */
    double growth(int at) {
        return growth(found, at);
    }

    double trueGrowth(int at) {
        return truths.isEmpty() ? Double.NaN : growth(truths, at);
    }

    private static double growth(List<Sighting> series, int at) {
        double before = at == 0 ? 0 : series.get(at - 1).hectares();
        double minute = at == 0 ? 0 : series.get(at - 1).minute();
        return (series.get(at).hectares() - before) / (series.get(at).minute() - minute) * 60;
    }

    /** The answer in one line: since when it burns, how large it is, how fast it grows. */
    String decision() {
        int last = found.size() - 1;
        Optional<Sighting> first = found.stream()
                .filter(sighting -> !alarms.get(found.indexOf(sighting)).isEmpty())
                .findFirst();
        return first.map(sighting -> String.format(Locale.ROOT, "Alarm at %.0f min; ", sighting.minute()))
                        .orElse("No alarm; ")
                + String.format(
                        Locale.ROOT,
                        "after %.0f min %.1f ha within the perimeter of %.1f km, %.1f km of it burning, growing by %.1f ha an hour",
                        found.get(last).minute(),
                        found.get(last).hectares(),
                        found.get(last).perimeter(),
                        found.get(last).front(),
                        growth(last));
    }

    /** How near that is to the truth. */
    List<String> notes() {
        if (truths.isEmpty()) {
            return List.of("Areas lie within the perimeter; islands that did not burn count as burnt.");
        }
        int last = found.size() - 1;
        double area = 0;
        double fire = 0;
        double growth = 0;
        double trueGrowth = 0;
        for (int at = 0; at <= last; at++) {
            area += Sighting.iou(found.get(at).burnt(), truths.get(at).burnt()) / found.size();
            fire += Sighting.iou(found.get(at).fire(), truths.get(at).fire()) / found.size();
            growth += Math.abs(growth(at) - trueGrowth(at)) / found.size();
            trueGrowth += trueGrowth(at) / found.size();
        }
        return List.of(
                String.format(
                        Locale.ROOT,
                        "True at the end: %.1f ha, %.1f km of perimeter, %.1f km burning, %.1f ha an hour. Mean IoU over %d photos: "
                                + "burnt %.3f, flames %.3f; growth is off by %.1f of %.1f ha an hour.",
                        truths.get(last).hectares(),
                        truths.get(last).perimeter(),
                        truths.get(last).front(),
                        trueGrowth(last),
                        found.size(),
                        area,
                        fire,
                        growth,
                        trueGrowth),
                "The ground is real (Sentinel-2, 10 m a pixel), the fire is rendered: spread after Rothermel 1972, Alexander 1985 and"
                        + " Finney 2002 over a relief that is made up. No mask of a real fire was at hand.");
    }
}
