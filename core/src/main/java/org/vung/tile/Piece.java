package org.vung.tile;

import java.util.List;
import java.util.Optional;
import org.vung.Instance;
import org.vung.Instances;
import org.vung.label.Box;
import org.vung.mask.RunLengths;

/**
 * What one window shows of an object.
 *
 * @param view the window
 * @param object in the frame of the whole image
 * @param mask its pixels, if it has any
 * @param box the pixels around the mask, or else those that the object's box touches
 */
record Piece(View view, Instance object, Optional<RunLengths> mask, Box box) {

    /** An object that reaches so near to an edge, in pixels, is cut by it; what shows nothing farther inside is left to the neighbour. */
    static final int RIM = 6;

    /** The edge of a large object is found less exactly: it is cut, too, where it ends at this share of its side from the edge. */
    private static final int SHARE = 16;

    /** The objects of a window that the neighbours do not see better for certain. */
    static List<Piece> of(Instances seen, View view) {
        return seen.objects().stream()
                .map(object -> of(object, view))
                .filter(piece -> !view.isRim(piece.box, RIM))
                .toList();
    }

    private static Piece of(Instance seen, View view) {
        Box window = view.box();
        Optional<RunLengths> mask = seen.mask().map(own -> own.within(view.image(), window.row(), window.column()));
        Instance moved = new Instance(
                seen.category(),
                seen.score(),
                seen.row() + window.row(),
                seen.column() + window.column(),
                seen.height(),
                seen.width(),
                mask);
        Optional<Box> around = mask.flatMap(RunLengths::box);
        return new Piece(
                view, moved, mask.filter(own -> around.isPresent()), around.orElseGet(() -> touched(moved, window)));
    }

    /** The pixels of the window that a box touches, at least one. */
    private static Box touched(Instance object, Box window) {
        int top = within(Math.floor(object.row()), window.row(), window.bottom() - 1);
        int left = within(Math.floor(object.column()), window.column(), window.right() - 1);
        int bottom = within(Math.ceil((double) object.row() + object.height()), top + 1, window.bottom());
        int right = within(Math.ceil((double) object.column() + object.width()), left + 1, window.right());
        return new Box(top, left, bottom - top, right - left);
    }

    private static int within(double place, int least, int most) {
        return (int) Math.max(least, Math.min(most, place));
    }

    /** Whether an edge of the window may have cut the object. */
    boolean isCut() {
        return view.besideRows(box) < Math.max(RIM, box.height() / SHARE)
                || view.besideColumns(box) < Math.max(RIM, box.width() / SHARE);
    }

    /** Pixels to the nearest edge of the window. */
    int surroundings() {
        return Math.min(view.besideRows(box), view.besideColumns(box));
    }

    Piece withoutMask() {
        return new Piece(view, object, Optional.empty(), box);
    }

    /** Pixels; of the box where there is no mask. */
    long area() {
        return mask.map(own -> (long) own.area()).orElseGet(box::area);
    }

    /** Pixels in a rectangle. */
    long areaWithin(Box strip) {
        return mask.map(own -> (long) own.areaWithin(strip)).orElseGet(() -> inBoth(box, strip));
    }

    /** Pixels of both, which have masks or have none. */
    long shared(Piece other) {
        return mask.flatMap(own -> other.mask.map(its -> (long) own.intersection(its)))
                .orElseGet(() -> inBoth(box, other.box));
    }

    private static long inBoth(Box one, Box other) {
        return one.and(other).map(Box::area).orElse(0L);
    }
}
