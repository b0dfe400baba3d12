package org.vung.data.augment.warp;

import java.util.ArrayList;
import java.util.List;
import org.vung.data.ClassMap;
import org.vung.grid.Mirror;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.label.LabelMap;

/**
 * An image and its truth, seen through maps that follow each other. Nothing is resampled until {@link #seen()} or {@link #truth()}
 * asks for it, and then once, however many maps there are. The maps move over a plane without end: the image, continued by its
 * mirror image on all sides (edge pixels not repeated). Immutable.
 */
public final class View {

    private final Image source;
    private final LabelMap labels;
    private final List<Mapping> maps;
    private final Size size;
    private final Border border;

    private View(Image source, LabelMap labels, List<Mapping> maps, Size size, Border border) {
        this.source = source;
        this.labels = labels;
        this.maps = maps;
        this.size = size;
        this.border = border;
    }

    /**
     * What is there before any map.
     *
     * @param image any
     * @param truth of the image's size
     * @return the view
     */
    public static View of(Image image, LabelMap truth) {
        return new View(image, truth, List.of(), image.size(), Border.MIRROR);
    }

    /**
     * The size that image and truth will have.
     *
     * @return height and width in pixels
     */
    public Size size() {
        return size;
    }

    /**
     * One more map.
     *
     * @param map from places of the new view to places of this one
     * @param newSize of the new view
     * @param outside once {@link Border#IGNORE}, it stays so
     * @return the new view
     */
    public View then(Mapping map, Size newSize, Border outside) {
        List<Mapping> more = new ArrayList<>(maps);
        if (map instanceof Affine next && !maps.isEmpty() && maps.get(maps.size() - 1) instanceof Affine last) {
            more.set(more.size() - 1, last.then(next));
        } else {
            more.add(map);
        }
        return new View(source, labels, List.copyOf(more), newSize, border == Border.IGNORE ? Border.IGNORE : outside);
    }

    /**
     * Image and truth, resampled in one pass.
     *
     * @param image of the source's sample type and layout
     * @param truth of the same size
     */
    public record Seen(Image image, LabelMap truth) {}

    /**
     * What is seen. The image's samples are bilinear between the four pixels around each place, and the pixels themselves where all
     * maps move whole pixels; the truth is that of {@link #truth()}.
     *
     * @return both, of {@link #size()}
     */
    public Seen seen() {
        if (maps.isEmpty()) {
            return new Seen(source, labels);
        }
        boolean whole = maps.size() == 1 && maps.get(0) instanceof Affine map && map.isWhole();
        Bilinear between = new Bilinear(source, size, whole);
        int[] truth = new int[size.pixels()];
        eachRow((row, rows, columns) -> {
            between.row(row, rows, columns);
            truth(row, rows, columns, truth);
        });
        return new Seen(between.image(), LabelMap.wrap(size, truth));
    }

    /**
     * The truth alone: the label of the pixel nearest to each place, or {@link ClassMap#IGNORE} outside the source where the border says
     * so.
     *
     * @return no label that the source does not have, but for IGNORE
     */
    public LabelMap truth() {
        if (maps.isEmpty()) {
            return labels;
        }
        int[] truth = new int[size.pixels()];
        eachRow((row, rows, columns) -> truth(row, rows, columns, truth));
        return LabelMap.wrap(size, truth);
    }

    private void truth(int row, double[] rows, double[] columns, int[] seen) {
        int[] from = labels.sharedLabels();
        int height = source.height();
        int width = source.width();
        for (int column = 0, to = row * size.width(); column < rows.length; column++, to++) {
            int oldRow = nearest(rows[column]);
            int oldColumn = nearest(columns[column]);
            boolean inside = oldRow >= 0 && oldRow < height && oldColumn >= 0 && oldColumn < width;
            seen[to] = inside || border == Border.MIRROR
                    ? from[Mirror.fold(oldRow, height) * width + Mirror.fold(oldColumn, width)]
                    : ClassMap.IGNORE;
        }
    }

    static int nearest(double place) {
        return (int) Math.floor(place + 0.5);
    }

    /** What is done with a row of the view. */
    @FunctionalInterface
    private interface Row {
        void at(int row, double[] rows, double[] columns);
    }

    private void eachRow(Row task) {
        double[] rows = new double[size.width()];
        double[] columns = new double[size.width()];
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < rows.length; column++) {
                rows[column] = row;
                columns[column] = column;
            }
            for (int map = maps.size() - 1; map >= 0; map--) {
                maps.get(map).move(rows, columns);
            }
            task.at(row, rows, columns);
        }
    }
}
