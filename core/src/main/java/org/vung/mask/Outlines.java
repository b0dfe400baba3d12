package org.vung.mask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vung.label.Box;

/**
 * The edges of a mask as polygons along the edges of its pixels, so that {@link Polygons} fills them to exactly the same mask: by the
 * even-odd rule, holes are rings within rings.
 */
public final class Outlines {

    /** Right, down, left, up. */
    private static final int[] ROW_STEPS = {0, 1, 0, -1};

    private static final int[] COLUMN_STEPS = {1, 0, -1, 0};

    private final int top;
    private final int left;
    private final int height;
    private final int width;
    private final boolean[] inside;
    /** A bit per direction in which an edge leaves a corner of the grid. */
    private final byte[] leaving;

    private Outlines(RunLengths mask, Box box) {
        this.top = box.row();
        this.left = box.column();
        this.height = box.height();
        this.width = box.width();
        this.inside = new boolean[height * width];
        mask.forEach((column, row, length) -> {
            for (int pixel = (row - top) * width + column - left; length > 0; length--, pixel += width) {
                inside[pixel] = true;
            }
        });
        this.leaving = new byte[(height + 1) * (width + 1)];
    }

    /**
     * The rings of a mask.
     *
     * @param mask any
     * @return per ring its corners: column, row, column, row …, in pixels; none for an empty mask
     */
    public static List<int[]> rings(RunLengths mask) {
        Optional<Box> box = mask.box();
        if (box.isEmpty()) {
            return List.of();
        }
        Outlines outlines = new Outlines(mask, box.get());
        outlines.findEdges();
        return outlines.follow();
    }

    /**
     * All rings of a mask as one polygon: from the end of every ring a bridge leads to the next, and in the end all bridges are walked
     * back, so that they enclose nothing.
     *
     * @param mask any
     * @return corners: column, row, column, row …, in pixels; empty for an empty mask
     */
    public static double[] bridged(RunLengths mask) {
        return bridged(rings(mask));
    }

    /**
     * Rings as one polygon, in the same way.
     *
     * @param rings corners of each: column, row, column, row …, in pixels
     * @return corners: column, row, column, row …, in pixels; empty without rings
     */
    public static double[] bridged(List<int[]> rings) {
        int length = rings.stream().mapToInt(ring -> ring.length + 4).sum();
        double[] corners = new double[length];
        int at = 0;
        for (int[] ring : rings) {
            for (int corner : ring) {
                corners[at++] = corner;
            }
            if (rings.size() > 1) {
                at = corner(corners, at, ring);
            }
        }
        for (int ring = rings.size() - 2; ring > 0; ring--) {
            at = corner(corners, at, rings.get(ring));
        }
        return Arrays.copyOf(corners, at);
    }

    private static int corner(double[] corners, int at, int[] ring) {
        corners[at] = ring[0];
        corners[at + 1] = ring[1];
        return at + 2;
    }

    /** Edges run with the inside on their right hand. */
    private void findEdges() {
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                if (isInside(row, column)) {
                    edge(!isInside(row - 1, column), row, column, 0);
                    edge(!isInside(row, column + 1), row, column + 1, 1);
                    edge(!isInside(row + 1, column), row + 1, column + 1, 2);
                    edge(!isInside(row, column - 1), row + 1, column, 3);
                }
            }
        }
    }

    private boolean isInside(int row, int column) {
        return row >= 0 && row < height && column >= 0 && column < width && inside[row * width + column];
    }

    private void edge(boolean there, int row, int column, int direction) {
        if (there) {
            leaving[row * (width + 1) + column] |= (byte) (1 << direction);
        }
    }

    private List<int[]> follow() {
        List<int[]> rings = new ArrayList<>();
        for (int corner = 0; corner < leaving.length; corner++) {
            while (leaving[corner] != 0) {
                rings.add(ring(corner));
            }
        }
        return rings;
    }

    private int[] ring(int start) {
        int[] corners = new int[16];
        int length = 0;
        int row = start / (width + 1);
        int column = start % (width + 1);
        int direction = -1;
        int next = Integer.numberOfTrailingZeros(leaving[start]);
        do {
            if (next != direction) {
                if (length == corners.length) {
                    corners = Arrays.copyOf(corners, 2 * length);
                }
                corners[length++] = column + left;
                corners[length++] = row + top;
            }
            direction = next;
            leaving[row * (width + 1) + column] &= (byte) ~(1 << direction);
            row += ROW_STEPS[direction];
            column += COLUMN_STEPS[direction];
            next = turn(leaving[row * (width + 1) + column], direction);
        } while (row * (width + 1) + column != start);
        return Arrays.copyOf(corners, length);
    }

    /** Where two pixels touch by a corner alone, the right turn keeps their rings apart. */
    private static int turn(int edges, int direction) {
        for (int turn = 1; turn <= 4; turn++) {
            int next = (direction + (turn == 1 ? 1 : turn == 2 ? 0 : turn)) % 4;
            if ((edges >> next & 1) != 0) {
                return next;
            }
        }
        return direction;
    }
}
