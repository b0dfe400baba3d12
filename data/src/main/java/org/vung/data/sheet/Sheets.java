package org.vung.data.sheet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vung.label.Box;
import org.vung.measure.LengthUnit;
import org.vung.measure.PixelSize;
import org.vung.measure.scene.Coverage;
import org.vung.measure.scene.Legend;
import org.vung.measure.scene.Measurement;
import org.vung.measure.scene.Place;
import org.vung.measure.share.Change;
import org.vung.measure.share.Share;

/** Tables of a measurement. Areas in units stand beside those in pixels where a pixel has a size: {@code area}, {@code area_um2}. */
public final class Sheets {

    private Sheets() {}

    /**
     * A row per class that occurs in the image, in each part and in each cell.
     *
     * @param measured an image
     * @return {@code place, name, bbox-0 … bbox-3, class, area, area_…, share, count}; the count is of regions whose centroid lies there
     */
    public static Sheet shares(Measurement measured) {
        List<String> columns =
                new ArrayList<>(List.of("place", "name", "bbox-0", "bbox-1", "bbox-2", "bbox-3", "class", "area"));
        Optional<LengthUnit> unit = measured.scene().pixel().lengthUnit();
        unit.ifPresent(known -> columns.add("area_" + known.square()));
        columns.addAll(List.of("share", "count"));
        List<List<Object>> rows = new ArrayList<>();
        Stream.of(List.of(measured.image()), measured.parts(), measured.cells())
                .flatMap(List::stream)
                .forEach(cover -> {
                    Map<Integer, Long> counts = cover.counts();
                    cover.shares().forEach(share -> {
                        List<Object> row = row(cover, share, measured);
                        row.add(counts.getOrDefault(share.label(), 0L));
                        rows.add(row);
                    });
                });
        return new Sheet(columns, rows);
    }

    private static List<Object> row(Coverage cover, Share share, Measurement measured) {
        Place place = cover.place();
        List<Object> row = new ArrayList<>(List.of(place.kind().word(), place.name()));
        row.addAll(edges(place.box()));
        row.add(measured.scene().legend().name(share.label()));
        row.add(share.area());
        PixelSize pixel = measured.scene().pixel();
        pixel.lengthUnit().ifPresent(known -> row.add(pixel.area(share.area())));
        row.add(share.share());
        return row;
    }

    /** As scikit-image has a box: the first row and column, and those behind the last. */
    static List<Object> edges(Box box) {
        return List.of(box.row(), box.column(), box.bottom(), box.right());
    }

    /**
     * A row per region.
     *
     * @param measured an image
     * @param wanted names of classes that are listed
     * @param distances whether the nearest other region of each is told
     * @return columns by the names of {@code regionprops_table}
     */
    public static Sheet regions(Measurement measured, Predicate<String> wanted, boolean distances) {
        return RegionSheet.of(measured, wanted, distances);
    }

    /**
     * A row per class of what changed between two images.
     *
     * @param changes of classes by index
     * @param legend names them
     * @param pixel adds columns in its unit
     * @param hours between the images
     * @return {@code class, before, after, gained, lost, net, growth, net_per_hour, growth_per_hour}, the areas also in units
     */
    public static Sheet changes(List<Change> changes, Legend legend, PixelSize pixel, Optional<Duration> hours) {
        List<String> columns = new ArrayList<>(List.of("class", "before", "after", "gained", "lost", "net", "growth"));
        hours.ifPresent(time -> columns.addAll(List.of("net_per_hour", "growth_per_hour")));
        pixel.lengthUnit().ifPresent(unit -> {
            columns.addAll(List.of("net_" + unit.square()));
            hours.ifPresent(time -> columns.add("net_" + unit.square() + "_per_hour"));
        });
        List<List<Object>> rows = new ArrayList<>();
        for (Change change : changes) {
            List<Object> row = new ArrayList<>(List.of(
                    legend.name(change.label()),
                    change.before(),
                    change.after(),
                    change.gained(),
                    change.lost(),
                    change.net(),
                    change.growth()));
            hours.ifPresent(time -> row.addAll(List.of(change.netPerHour(time), change.growthPerHour(time))));
            pixel.lengthUnit().ifPresent(unit -> {
                row.add(pixel.area(change.net()));
                hours.ifPresent(time -> row.add(pixel.area(change.netPerHour(time))));
            });
            rows.add(row);
        }
        return new Sheet(columns, rows);
    }
}
