package org.vung.classic.meanshift.joint;

/**
 * A centre that climbs in the joint space of place and colour. Every step moves it to the mean of the pixels in its window
 * whose colours lie in its ball.
 *
 * <p>Blocks of 8×8 and 4×4 pixels whose colours lie wholly inside or outside the ball are taken or left as a whole; only
 * what remains is looked at pixel by pixel. The sums are those of a plain scan, in a third to a sixth of its time.
 */
final class JointClimb {

    /** One of three samples in a long. */
    private static final long FIELD = (1L << 21) - 1;

    private static final int COARSE_SIDE = JointSpace.COARSE_SIDE;
    private static final int FINE_SIDE = JointSpace.FINE_SIDE;

    private final Blocks coarse;
    private final Blocks fine;
    private final int height;
    private final int width;
    private final int[] samples;
    private final long[] packed;
    private final int[] corners;
    private final int reach;
    private final int square;

    /** The centre: its pixel and its colour. */
    private int row;

    private int column;
    private int first;
    private int second;
    private int third;

    /** The sums of a step. */
    private int sum0;

    private int sum1;
    private int sum2;
    private int count;
    private long rows;
    private long columns;

    /**
     * A centre that has no place yet.
     *
     * @param space the prepared image
     * @param reach of the square window in pixels
     * @param range radius of the ball in steps of the samples
     */
    JointClimb(JointSpace space, int reach, double range) {
        this.coarse = space.coarse();
        this.fine = space.fine();
        this.height = space.size().height();
        this.width = space.size().width();
        this.samples = space.samples();
        this.packed = space.packed();
        this.corners = space.corners();
        this.reach = reach;
        this.square = (int) Math.min(Integer.MAX_VALUE, Math.floor(range * range));
    }

    /** Puts the centre on a pixel and its colour. */
    void start(int pixel) {
        row = pixel / width;
        column = pixel % width;
        first = samples[pixel * 3];
        second = samples[pixel * 3 + 1];
        third = samples[pixel * 3 + 2];
    }

    /** The pixel under the centre. */
    int pixel() {
        return row * width + column;
    }

    /** The centre's row. */
    int row() {
        return row;
    }

    /** The centre's column. */
    int column() {
        return column;
    }

    /** Whether a pixel's colour is within a distance of the centre's. */
    boolean isNear(int pixel, int distanceSquare) {
        int step0 = samples[pixel * 3] - first;
        int step1 = samples[pixel * 3 + 1] - second;
        int step2 = samples[pixel * 3 + 2] - third;
        return step0 * step0 + step1 * step1 + step2 * step2 <= distanceSquare;
    }

    /** The centre's colour in one channel, in steps of the samples. */
    int colour(int channel) {
        return switch (channel) {
            case 0 -> first;
            case 1 -> second;
            default -> third;
        };
    }

    /** Moves to the mean; false if that was hardly a move. */
    boolean step() {
        sum();
        int newRow = rounded(rows);
        int newColumn = rounded(columns);
        int new0 = rounded(sum0);
        int new1 = rounded(sum1);
        int new2 = rounded(sum2);
        int move = Math.abs(new0 - first) + Math.abs(new1 - second) + Math.abs(new2 - third);
        boolean moved = newRow != row || newColumn != column || move > JointSpace.STEPS;
        row = newRow;
        column = newColumn;
        first = new0;
        second = new1;
        third = new2;
        return moved;
    }

    private int rounded(long sum) {
        return (int) ((2 * sum + count) / (2L * count));
    }

    private void sum() {
        sum0 = 0;
        sum1 = 0;
        sum2 = 0;
        count = 0;
        rows = 0;
        columns = 0;
        coarseBlocks(
                Math.max(0, row - reach),
                Math.max(0, column - reach),
                Math.min(height, row + reach + 1),
                Math.min(width, column + reach + 1));
        if (count == 0) {
            // a mean of colours may have no pixel near it: the centre stays
            count = 1;
            rows = row;
            columns = column;
            sum0 = first;
            sum1 = second;
            sum2 = third;
        }
    }

    private void coarseBlocks(int top, int left, int bottom, int right) {
        for (int blockRow = top / COARSE_SIDE; blockRow * COARSE_SIDE < bottom; blockRow++) {
            int up = Math.max(top, blockRow * COARSE_SIDE);
            int down = Math.min(bottom, (blockRow + 1) * COARSE_SIDE);
            for (int blockColumn = left / COARSE_SIDE; blockColumn * COARSE_SIDE < right; blockColumn++) {
                int verdict = coarse.side(blockRow, blockColumn, first, second, third, square);
                if (verdict >= 0) {
                    int start = Math.max(left, blockColumn * COARSE_SIDE);
                    int end = Math.min(right, (blockColumn + 1) * COARSE_SIDE);
                    if (verdict > 0) {
                        rectangle(up, start, down, end);
                    } else {
                        fineBlocks(up, start, down, end);
                    }
                }
            }
        }
    }

    private void fineBlocks(int top, int left, int bottom, int right) {
        for (int blockRow = top / FINE_SIDE; blockRow * FINE_SIDE < bottom; blockRow++) {
            int up = Math.max(top, blockRow * FINE_SIDE);
            int down = Math.min(bottom, (blockRow + 1) * FINE_SIDE);
            for (int blockColumn = left / FINE_SIDE; blockColumn * FINE_SIDE < right; blockColumn++) {
                int verdict = fine.side(blockRow, blockColumn, first, second, third, square);
                if (verdict >= 0) {
                    int start = Math.max(left, blockColumn * FINE_SIDE);
                    int end = Math.min(right, (blockColumn + 1) * FINE_SIDE);
                    if (verdict > 0) {
                        rectangle(up, start, down, end);
                    } else {
                        pixels(up, start, down, end);
                    }
                }
            }
        }
    }

    private void rectangle(int top, int left, int bottom, int right) {
        int stride = (width + 1) * 3;
        int a = top * stride + left * 3;
        int b = top * stride + right * 3;
        int c = bottom * stride + left * 3;
        int d = bottom * stride + right * 3;
        sum0 += corners[d] - corners[c] - corners[b] + corners[a];
        sum1 += corners[d + 1] - corners[c + 1] - corners[b + 1] + corners[a + 1];
        sum2 += corners[d + 2] - corners[c + 2] - corners[b + 2] + corners[a + 2];
        int area = (bottom - top) * (right - left);
        count += area;
        rows += (long) area * (top + bottom - 1) / 2;
        columns += (long) area * (left + right - 1) / 2;
    }

    /**
     * Tests at most 4×4 pixels without a branch: a mask of ones lets the pixels of the ball through. Rows of four are
     * written out, since loops of four turns cost twice as much.
     */
    private void pixels(int top, int left, int bottom, int right) {
        long sum = 0;
        for (int r = top; r < bottom; r++) {
            int at = r * width + left;
            long inside = 0;
            long places = 0;
            if (right - left == 4) {
                long mask0 = mask(packed[at]);
                long mask1 = mask(packed[at + 1]);
                long mask2 = mask(packed[at + 2]);
                long mask3 = mask(packed[at + 3]);
                sum += (packed[at] & mask0)
                        + (packed[at + 1] & mask1)
                        + (packed[at + 2] & mask2)
                        + (packed[at + 3] & mask3);
                inside = mask0 + mask1 + mask2 + mask3;
                places = (mask1 & 1) + (mask2 & 2) + (mask3 & 3);
            } else {
                for (int c = 0; c < right - left; c++) {
                    long mask = mask(packed[at + c]);
                    sum += packed[at + c] & mask;
                    inside += mask;
                    places += mask & c;
                }
            }
            count -= (int) inside;
            rows -= inside * r;
            columns += places - inside * left;
        }
        sum0 += (int) (sum & FIELD);
        sum1 += (int) ((sum >>> 21) & FIELD);
        sum2 += (int) (sum >>> 42);
    }

    /** All ones if the colour lies in the ball, else 0. */
    private long mask(long colour) {
        int step0 = (int) (colour & FIELD) - first;
        int step1 = (int) ((colour >>> 21) & FIELD) - second;
        int step2 = (int) (colour >>> 42) - third;
        int beyond = step0 * step0 + step1 * step1 + step2 * step2 - square - 1;
        return beyond >> 31;
    }
}
