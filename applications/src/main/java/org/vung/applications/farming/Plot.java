package org.vung.applications.farming;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vung.label.Box;
import org.vung.label.LabelMap;
import org.vung.measure.rule.RuleBook;
import org.vung.measure.rule.Verdict;
import org.vung.measure.scene.Coverage;
import org.vung.measure.scene.Grid;
import org.vung.measure.scene.Legend;
import org.vung.measure.scene.Measurement;
import org.vung.measure.scene.Place;
import org.vung.measure.scene.Scene;

/** One photo of a field, cell by cell: what grows there and where the rules let the sprayer open. */
final class Plot {

    static final int SOIL = 0;
    static final int CROP = 1;
    static final int WEED = 2;

    /** What nobody knows, in hand-drawn labels. */
    static final int UNKNOWN = 255;

    private final Measurement measurement;
    private final List<Verdict> verdicts;
    private final Set<Place> sprayed;

    private Plot(Measurement measurement, List<Verdict> verdicts) {
        this.measurement = measurement;
        this.verdicts = verdicts;
        this.sprayed = verdicts.stream()
                .map(Verdict::place)
                .filter(place -> place.kind() == Place.Kind.CELL)
                .collect(Collectors.toSet());
    }

    /**
     * Measures and judges.
     *
     * @param labels soil, crop, weed or unknown
     * @param side of a cell in pixels
     * @param rules of cells say where to spray
     */
    static Plot of(LabelMap labels, int side, RuleBook rules) {
        Legend legend = Legend.classes(List.of("soil", "crop", "weed")).ignoring(UNKNOWN);
        Measurement measurement =
                Scene.of(labels, legend).withGrid(Grid.squares(side)).measure();
        return new Plot(measurement, rules.judge(measurement));
    }

    List<Coverage> cells() {
        return measurement.cells();
    }

    Coverage whole() {
        return measurement.image();
    }

    List<Verdict> verdicts() {
        return verdicts;
    }

    boolean sprays(Place cell) {
        return sprayed.contains(cell);
    }

    int sprayedCells() {
        return sprayed.size();
    }

    /** Pixels that get the spray. */
    long sprayedArea() {
        return sprayed.stream().map(Place::box).mapToLong(Box::area).sum();
    }
}
