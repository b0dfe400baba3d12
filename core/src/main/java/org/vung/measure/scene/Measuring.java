package org.vung.measure.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.vung.grid.Components;
import org.vung.grid.Neighbourhood;
import org.vung.grid.RowBands;
import org.vung.image.Size;
import org.vung.label.Box;
import org.vung.label.LabelMap;
import org.vung.measure.Region;
import org.vung.measure.Regions;
import org.vung.measure.intensity.RegionIntensity;
import org.vung.measure.shape.RegionShape;
import org.vung.measure.shape.RegionShapes;
import org.vung.measure.share.CellShares;
import org.vung.measure.share.Share;
import org.vung.measure.share.Shares;

/** Measures a scene step by step: what counts, what is a region, how each is shaped, how much each class covers. */
final class Measuring {

    private final Scene scene;
    private final Size size;

    Measuring(Scene scene) {
        this.scene = scene;
        this.size = scene.labels().size();
    }

    Measurement measurement() {
        LabelMap classes = classes();
        int[] owners = owners(classes);
        LabelMap map = LabelMap.wrap(size, owners);
        List<MeasuredRegion> regions = regions(map, classes);
        return new Measurement(scene, classes, map, regions, cover(classes, regions));
    }

    /** 1 + the class of every pixel, 0 where it stays out. */
    private LabelMap classes() {
        int[] labels = scene.labels().sharedLabels();
        int[] table = table();
        int[] classes = new int[labels.length];
        boolean[] inside = inside();
        int width = size.width();
        RowBands.forEach(size.height(), (from, to) -> {
            for (int pixel = from * width; pixel < to * width; pixel++) {
                classes[pixel] = inside.length == 0 || inside[pixel] ? table[labels[pixel]] : 0;
            }
        });
        return LabelMap.wrap(size, classes);
    }

    /** 1 + the class of every label that occurs. */
    private int[] table() {
        int[] areas = scene.labels().areas();
        int[] table = new int[areas.length];
        for (int label = 0; label < table.length; label++) {
            table[label] = areas[label] > 0 ? scene.legend().classOf(label) + 1 : 0;
        }
        return table;
    }

    /** The pixels of all parts together; empty where there are none. */
    private boolean[] inside() {
        if (scene.parts().isEmpty()) {
            return new boolean[0];
        }
        boolean[] inside = new boolean[size.pixels()];
        scene.parts().forEach(part -> part.mask().forEachPixel(pixel -> inside[pixel] = true));
        return inside;
    }

    /** 1 + the label, or the number of the connected part, of every pixel; 0 where there is no region. */
    private int[] owners(LabelMap classes) {
        int[] kinds = classes.sharedLabels();
        int[] labels = scene.labels().sharedLabels();
        boolean[] ground = new boolean[classes.count()];
        ground[0] = true;
        for (int kind = 1; kind < ground.length; kind++) {
            ground[kind] = scene.legend().isGround(kind - 1);
        }
        int[] owners = new int[labels.length];
        Arrays.setAll(owners, pixel -> ground[kinds[pixel]] ? 0 : labels[pixel] + 1);
        if (scene.connected()) {
            renumber(owners, Components.label(owners, size.height(), size.width(), Neighbourhood.EIGHT));
        }
        return owners;
    }

    /** Numbers from 1 the components that are regions, in the order of their first pixels. */
    private static void renumber(int[] owners, int[] components) {
        int[] numbers = new int[Arrays.stream(components).max().orElse(0) + 1];
        int next = 0;
        for (int pixel = 0; pixel < owners.length; pixel++) {
            if (owners[pixel] > 0) {
                int component = components[pixel];
                if (numbers[component] == 0) {
                    numbers[component] = ++next;
                }
                owners[pixel] = numbers[component];
            }
        }
    }

    private List<MeasuredRegion> regions(LabelMap map, LabelMap classes) {
        List<Region> regions = Regions.of(map);
        List<RegionShape> shapes = RegionShapes.of(map);
        List<RegionIntensity> intensities =
                scene.photo().map(photo -> RegionIntensity.of(map, photo)).orElse(List.of());
        int[] kinds = new int[map.count()];
        int[] owners = map.sharedLabels();
        for (int pixel = 0; pixel < owners.length; pixel++) {
            kinds[owners[pixel]] = classes.sharedLabels()[pixel] - 1;
        }
        return IntStream.range(0, regions.size())
                .parallel()
                .filter(at -> regions.get(at).label() > 0)
                .mapToObj(at -> {
                    Region region = regions.get(at);
                    RegionShape shape = shapes.get(at);
                    int kind = kinds[region.label()];
                    return new MeasuredRegion(
                            region.label() - (scene.connected() ? 0 : 1),
                            kind,
                            scene.legend().name(kind),
                            region,
                            shape.convexHull(),
                            shape.eulerNumber(),
                            shape.croftonPerimeter(),
                            intensities.isEmpty()
                                    ? List.of()
                                    : intensities.get(at).channels());
                })
                .toList();
    }

    private Measurement.Cover cover(LabelMap classes, List<MeasuredRegion> regions) {
        Box all = new Box(0, 0, size.height(), size.width());
        Coverage image = coverage(new Place(Place.Kind.IMAGE, "", all), Shares.of(classes), regions);
        List<Coverage> parts =
                scene.parts().stream().map(part -> part(part, classes, regions)).toList();
        return new Measurement.Cover(image, cells(classes, regions), parts);
    }

    private Coverage part(Part part, LabelMap classes, List<MeasuredRegion> regions) {
        Box box = part.mask().box().orElse(new Box(0, 0, 1, 1));
        boolean[] pixels = part.mask().pixels();
        return coverage(
                new Place(Place.Kind.PART, part.name(), box),
                Shares.within(classes, part.mask()),
                regions.stream().filter(region -> pixels[middle(region)]).toList());
    }

    /** The pixel in which a region's centroid lies. */
    private int middle(MeasuredRegion region) {
        return size.index((int) Math.floor(region.region().centroidRow() + 0.5), (int)
                Math.floor(region.region().centroidColumn() + 0.5));
    }

    private List<Coverage> cells(LabelMap classes, List<MeasuredRegion> regions) {
        if (scene.grid().isEmpty()) {
            return List.of();
        }
        List<CellShares> cells = scene.grid().get().shares(classes);
        int top = cells.get(0).cell().row();
        int columns =
                (int) cells.stream().takeWhile(cell -> cell.cell().row() == top).count();
        List<List<MeasuredRegion>> inside = inside(cells, columns, regions);
        List<Coverage> covers = new ArrayList<>();
        for (int at = 0; at < cells.size(); at++) {
            String name = "r" + (at / columns + 1) + "c" + (at % columns + 1);
            Place place = new Place(Place.Kind.CELL, name, cells.get(at).cell());
            covers.add(coverage(place, cells.get(at).shares(), inside.get(at)));
        }
        return List.copyOf(covers);
    }

    private List<List<MeasuredRegion>> inside(List<CellShares> cells, int columns, List<MeasuredRegion> regions) {
        int[] rows = edges(
                cells.size() / columns, at -> cells.get(at * columns).cell().row());
        int[] across = edges(columns, at -> cells.get(at).cell().column());
        List<List<MeasuredRegion>> inside = new ArrayList<>();
        cells.forEach(cell -> inside.add(new ArrayList<>(0)));
        for (MeasuredRegion region : regions) {
            int pixel = middle(region);
            inside.get(last(rows, pixel / size.width()) * columns + last(across, pixel % size.width()))
                    .add(region);
        }
        return inside;
    }

    private static int[] edges(int count, IntUnaryOperator first) {
        return IntStream.range(0, count).map(first).toArray();
    }

    /** The last cell that begins at or before a place. */
    private static int last(int[] firsts, int place) {
        int found = Arrays.binarySearch(firsts, place);
        return found >= 0 ? found : -found - 2;
    }

    /** Shares of what counts, by the indices of classes. */
    private static Coverage coverage(Place place, List<Share> all, List<MeasuredRegion> regions) {
        long pixels = all.stream()
                .filter(share -> share.label() > 0)
                .mapToLong(Share::area)
                .sum();
        List<Share> shares = all.stream()
                .filter(share -> share.label() > 0)
                .map(share -> new Share(share.label() - 1, share.area(), (double) share.area() / pixels))
                .toList();
        return new Coverage(place, pixels, shares, regions);
    }
}
