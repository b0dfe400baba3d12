package org.vung.nets.graph;

import java.util.ArrayList;
import java.util.List;
import org.vung.nets.layer.Axis;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Ratio;
import org.vung.nets.layer.Shape;

/**
 * How an image of any size is given to a network: in one piece or in tiles, which overlap by just as much as the network looks
 * around itself, so that the answers put together are those of the whole image.
 *
 * <p>All coordinates are those of the frame: the image after {@code before} and {@code after} mirrored pixels were added, so
 * that the network takes the size and answers for every pixel of the image.
 *
 * @param rows the cuts along the height
 * @param columns the cuts along the width
 */
public record Tiles(Cuts rows, Cuts columns) {

    /**
     * Cuts along one axis.
     *
     * @param before mirrored pixels added before the image
     * @param after mirrored pixels added behind it
     * @param pieces from the first to the last
     */
    public record Cuts(int before, int after, List<Piece> pieces) {

        /** Copies the list. */
        public Cuts {
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * One cut.
     *
     * @param from first pixel of the frame that is given to the network
     * @param length pixels given to it
     * @param skip pixels of its answer that belong to a neighbour or to the mirrored border
     * @param place pixel of the image that the first kept pixel answers for
     * @param kept pixels kept
     */
    public record Piece(int from, int length, int skip, int place, int kept) {}

    /** Why a network cannot be tiled, or nothing. */
    private static final String GLOBAL =
            " looks at the whole image (global pooling, group or instance norm, resizing by no whole factor), so tiles would"
                    + " change its answers; run it whole, with a tile as large as the image, or blend windows with tiling=blend";

    /**
     * Plans tiles.
     *
     * @param graph the network, its main answer at image resolution (or smaller by its unpadded convolutions)
     * @param image height and width
     * @param most the longest side of what is given to the network at once, border and overlap included
     * @return the tiles; one where the image is small enough
     * @throws IllegalArgumentException if more than one is needed and the network looks at the whole image, or tiles would be all
     *     overlap; the message says the mend
     */
    public static Tiles of(Graph graph, Extent image, int most) {
        ReceptiveField down = ReceptiveField.of(graph, Axis.ROWS);
        ReceptiveField along = ReceptiveField.of(graph, Axis.COLUMNS);
        // A network that sees everything would see mirrored pixels, too, so it gets none if it can do without.
        boolean fits = Math.max(image.rows(), image.columns()) <= most;
        if (fits && !down.halo().isBounded() && takes(graph, image)) {
            return new Tiles(whole(image.rows()), whole(image.columns()));
        }
        return new Tiles(
                cuts(graph, down, Axis.ROWS, image.rows(), most),
                cuts(graph, along, Axis.COLUMNS, image.columns(), most));
    }

    /**
     * Plans windows that overlap and are to be blended, for networks whose answers no tiles give exactly. Windows begin at even
     * distances, rounded to where the network's pooling begins anew; what is smaller than a window is given whole, as {@link #of} would.
     *
     * @param graph the network, which keeps the size
     * @param image height and width
     * @param most the longest side of a window, at least the network's period
     * @param overlap share of a window that the next one covers again at least, 0 up to 1, 1 left out
     * @return the windows; every pixel of one that lies in the image is kept
     * @throws IllegalArgumentException if the network answers for fewer pixels than it is given, or the window is too small
     */
    public static Tiles overlapping(Graph graph, Extent image, int most, double overlap) {
        if (Math.max(image.rows(), image.columns()) <= most) {
            return of(graph, image, most);
        }
        return new Tiles(
                windows(graph, Axis.ROWS, image.rows(), most, overlap),
                windows(graph, Axis.COLUMNS, image.columns(), most, overlap));
    }

    private static Cuts windows(Graph graph, Axis axis, int length, int most, double overlap) {
        ReceptiveField field = ReceptiveField.of(graph, axis);
        checkOutput(graph, field);
        if (lost(graph, axis) > 0) {
            throw new IllegalArgumentException("network " + graph.name() + " answers for " + lost(graph, axis)
                    + " pixels fewer than it is given and is not blended; take tiling=exact");
        }
        int period = Math.toIntExact(field.period());
        int window = Math.min(most / period * period, up(length, period));
        if (window < period) {
            throw new IllegalArgumentException("tile must be at least " + period + " pixels for " + graph.name()
                    + ", got " + most + "; take larger tiles");
        }
        int last = Math.max(0, up(length - window, period));
        int steps = (int) Math.ceil(last / Math.max(1, window * (1 - overlap)));
        List<Piece> pieces = new ArrayList<>();
        for (int number = 0; number <= steps; number++) {
            int from = steps == 0 ? 0 : (int) ((double) last * number / steps) / period * period;
            pieces.add(new Piece(from, window, 0, from, Math.min(window, length - from)));
        }
        return new Cuts(0, Math.max(0, last + window - length), pieces);
    }

    private static boolean takes(Graph graph, Extent image) {
        try {
            Graph sized = graph.sized(image);
            Shape output = sized.shapes().get(sized.output());
            return output != null && output.size().equals(image);
        } catch (IllegalArgumentException unfit) {
            return false;
        }
    }

    private static Cuts whole(int length) {
        return new Cuts(0, 0, List.of(new Piece(0, length, 0, 0, length)));
    }

    private static Cuts cuts(Graph graph, ReceptiveField field, Axis axis, int length, int most) {
        checkOutput(graph, field);
        int lost = lost(graph, axis);
        return lost > 0
                ? unpadded(
                        graph,
                        new Unpadded(graph.input().along(axis), lost, Math.toIntExact(field.period())),
                        length,
                        most)
                : padded(graph, field, length, most);
    }

    private static void checkOutput(Graph graph, ReceptiveField field) {
        if (!field.outputStride().equals(Ratio.ONE)) {
            throw new IllegalArgumentException(
                    "network " + graph.name() + " must answer for every pixel to segment, got one answer per "
                            + field.outputStride() + " pixels");
        }
    }

    private static int lost(Graph graph, Axis axis) {
        Shape output = graph.shapes().get(graph.output());
        return graph.input().along(axis) - (output == null ? 0 : output.along(axis));
    }

    /** A network that keeps the size: tiles are cut with the pixels it looks at, but never beyond the frame. */
    private static Cuts padded(Graph graph, ReceptiveField field, int length, int most) {
        int period = Math.toIntExact(field.period());
        int frame = up(length, period);
        if (frame <= up(most, period)) {
            return new Cuts(0, frame - length, List.of(new Piece(0, frame, 0, 0, length)));
        }
        ReceptiveField.Halo halo = field.halo();
        if (!halo.isBounded()) {
            throw new IllegalArgumentException("network " + graph.name() + GLOBAL);
        }
        int before = up(Math.toIntExact(Math.max(0, halo.before())), period);
        int after = up(Math.toIntExact(Math.max(0, halo.after())), period);
        int step = (most - before - after) / period * period;
        if (step < period) {
            throw new IllegalArgumentException("tile must be above " + (before + after + period) + " pixels for "
                    + graph.name() + ", which looks " + before + " back and " + after + " ahead, got " + most
                    + "; take larger tiles");
        }
        List<Piece> pieces = new ArrayList<>();
        for (int place = 0; place < length; place += step) {
            int from = Math.max(0, place - before);
            int to = Math.min(frame, place + step + after);
            pieces.add(new Piece(from, to - from, place - from, place, Math.min(step, length - place)));
        }
        return new Cuts(0, frame - length, pieces);
    }

    /** A network of unpadded convolutions: the overlap-tile strategy of the U-Net paper, tiles of the nominal size. */
    private static Cuts unpadded(Graph graph, Unpadded net, int length, int most) {
        int nominal = net.nominal;
        int lost = net.lost;
        int period = net.period;
        int tile = nominal + Math.max(0, (most - nominal) / period * period);
        int needed = nominal + Math.max(0, up(length + lost - nominal, period));
        tile = Math.min(tile, needed);
        int step = (tile - lost) / period * period;
        if (step < 1) {
            throw new IllegalArgumentException("tile must be above " + (lost + period) + " pixels for " + graph.name()
                    + ", got " + tile + "; take larger tiles");
        }
        int before = lost / 2;
        List<Piece> pieces = new ArrayList<>();
        boolean whole = tile - lost >= length;
        for (int place = 0; place < length; place += whole ? length : step) {
            int kept = whole ? length : Math.min(step, length - place);
            pieces.add(new Piece(place, tile, 0, place, kept));
        }
        int frame = pieces.get(pieces.size() - 1).from() + tile;
        return new Cuts(before, frame - before - length, pieces);
    }

    /**
     * An unpadded network along one axis.
     *
     * @param nominal length it was made for
     * @param lost pixels by which its answer is shorter
     * @param period by which its length may change
     */
    private record Unpadded(int nominal, int lost, int period) {}

    private static int up(int length, int period) {
        return (length + period - 1) / period * period;
    }

    /**
     * How many there are.
     *
     * @return rows times columns
     */
    public int count() {
        return rows.pieces().size() * columns.pieces().size();
    }
}
