package org.vung.measure.distance;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.vung.label.Box;
import org.vung.measure.LabelRuns;
import org.vung.measure.PixelSize;

/** The boxes of all regions from the top down, so that from any of them the near ones are found without the far ones. */
final class BoxOrder {

    private final PixelSize pixel;
    private final int[] labels;
    private final Box[] boxes;
    /** The lowest bottom of the boxes up to here. */
    private final int[] bottoms;
    /** Where a label's box stands. */
    private final int[] places;

    BoxOrder(LabelRuns runs, PixelSize pixel) {
        this.pixel = pixel;
        labels = IntStream.range(1, runs.count())
                .filter(label -> !runs.isEmpty(label))
                .boxed()
                .sorted(Comparator.comparingInt(label -> runs.row(runs.from(label))))
                .mapToInt(Integer::intValue)
                .toArray();
        boxes = new Box[labels.length];
        bottoms = new int[labels.length];
        places = new int[runs.count()];
        int bottom = 0;
        for (int at = 0; at < labels.length; at++) {
            boxes[at] = runs.box(labels[at]);
            bottom = Math.max(bottom, boxes[at].bottom());
            bottoms[at] = bottom;
            places[labels[at]] = at;
        }
    }

    /** Looks at a region and says up to which squared distance it wants others. */
    @FunctionalInterface
    interface Visitor {
        double visit(int label);
    }

    /** Visits every region whose box is as near to a label's box as the visitor wants. */
    void visitAround(int label, Visitor visitor) {
        int place = places[label];
        Box box = boxes[place];
        double limit = Double.POSITIVE_INFINITY;
        for (int at = place + 1; at < labels.length && square(boxes[at].row() - box.bottom()) <= limit; at++) {
            limit = visit(at, box, visitor, limit);
        }
        for (int at = place - 1; at >= 0 && square(box.row() - bottoms[at]) <= limit; at--) {
            limit = visit(at, box, visitor, limit);
        }
    }

    private double visit(int at, Box box, Visitor visitor, double limit) {
        Box other = boxes[at];
        double down = square(Math.max(other.row() - box.bottom(), box.row() - other.bottom()));
        double across =
                Math.max(0, Math.max(other.column() - box.right(), box.column() - other.right())) * pixel.width();
        return down + across * across <= limit ? visitor.visit(labels[at]) : limit;
    }

    private double square(int rows) {
        double down = Math.max(0, rows) * pixel.height();
        return down * down;
    }
}
