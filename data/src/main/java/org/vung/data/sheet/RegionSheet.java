package org.vung.data.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vung.measure.LengthUnit;
import org.vung.measure.PixelSize;
import org.vung.measure.distance.Neighbour;
import org.vung.measure.intensity.Intensity;
import org.vung.measure.scene.MeasuredRegion;
import org.vung.measure.scene.Measurement;
import org.vung.measure.scene.Property;

/** The regions of an image as a table. */
final class RegionSheet {

    private static final List<String> INTENSITIES =
            List.of("intensity_mean", "intensity_min", "intensity_max", "intensity_std");

    private final PixelSize pixel;
    private final Optional<LengthUnit> unit;

    private RegionSheet(PixelSize pixel) {
        this.pixel = pixel;
        this.unit = pixel.lengthUnit();
    }

    static Sheet of(Measurement measured, Predicate<String> wanted, boolean distances) {
        RegionSheet sheet = new RegionSheet(measured.scene().pixel());
        int channels =
                measured.scene().photo().map(photo -> photo.colourChannels()).orElse(0);
        Map<Integer, Neighbour> nearest = new HashMap<>();
        if (distances) {
            measured.nearest().forEach(neighbour -> nearest.put(neighbour.label(), neighbour));
        }
        List<List<Object>> rows = new ArrayList<>();
        for (MeasuredRegion region : measured.regions()) {
            if (wanted.test(region.name())) {
                List<Object> row = sheet.row(region);
                if (distances) {
                    row.addAll(neighbour(nearest.get(region.id())));
                }
                rows.add(row);
            }
        }
        return new Sheet(sheet.columns(channels, distances), rows);
    }

    private List<String> columns(int channels, boolean distances) {
        List<String> columns = new ArrayList<>(List.of("label", "class", "bbox-0", "bbox-1", "bbox-2", "bbox-3"));
        columns.addAll(List.of("centroid-0", "centroid-1"));
        for (Property property : Property.values()) {
            if (isListed(property)) {
                columns.add(property.word());
                unit.filter(known -> property.dimension() > 0)
                        .ifPresent(known -> columns.add(
                                property.word() + "_" + (property.dimension() == 2 ? known.square() : known.symbol())));
            }
        }
        for (String intensity : INTENSITIES) {
            for (int channel = 0; channel < channels; channel++) {
                columns.add(channels == 1 ? intensity : intensity + "-" + channel);
            }
        }
        if (distances) {
            String suffix = unit.map(known -> "_" + known.symbol()).orElse("");
            columns.addAll(List.of("nearest", "nearest_edge" + suffix, "nearest_centroid" + suffix));
        }
        return columns;
    }

    /** The centroid stands under the names of {@code regionprops_table} already. */
    private static boolean isListed(Property property) {
        return property != Property.CENTROID_ROW && property != Property.CENTROID_COLUMN;
    }

    private List<Object> row(MeasuredRegion region) {
        List<Object> row = new ArrayList<>(List.of(region.id(), region.name()));
        row.addAll(Sheets.edges(region.region().box()));
        row.addAll(List.of(region.region().centroidRow(), region.region().centroidColumn()));
        for (Property property : Property.values()) {
            if (isListed(property)) {
                row.add(whole(property.of(region, PixelSize.NONE), property));
                if (unit.isPresent() && property.dimension() > 0) {
                    row.add(property.of(region, pixel));
                }
            }
        }
        region.channels().stream().map(Intensity::mean).forEach(row::add);
        region.channels().stream().map(Intensity::minimum).forEach(row::add);
        region.channels().stream().map(Intensity::maximum).forEach(row::add);
        region.channels().stream().map(Intensity::deviation).forEach(row::add);
        return row;
    }

    /** Counts of pixels and holes stand without a point. */
    private static Object whole(double value, Property property) {
        if (property.dimension() == 2 || property == Property.EULER_NUMBER) {
            return Math.round(value);
        }
        return value;
    }

    private static List<Object> neighbour(@Nullable Neighbour neighbour) {
        return neighbour == null
                ? List.of("", Double.NaN, Double.NaN)
                : List.of(neighbour.nearest(), neighbour.edges(), neighbour.centroids());
    }
}
