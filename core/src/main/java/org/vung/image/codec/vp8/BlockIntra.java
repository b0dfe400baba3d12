package org.vung.image.codec.vp8;

import java.util.Arrays;

/** Prediction of blocks of 4x4 from 13 samples around them (RFC 6386, 12.3). */
final class BlockIntra {

    static final int DC = 0;
    static final int TRUE_MOTION = 1;
    static final int VERTICAL = 2;
    static final int HORIZONTAL = 3;
    private static final int LEFT_DOWN = 4;
    private static final int RIGHT_DOWN = 5;
    private static final int VERTICAL_RIGHT = 6;
    private static final int VERTICAL_LEFT = 7;
    private static final int HORIZONTAL_DOWN = 8;
    static final int MODES = 10;

    /** Place of the corner among the samples around: before it the left ones upwards, behind it the upper ones. */
    private static final int CORNER = 4;

    private final int[] edge = new int[13];
    private final int[] filled = new int[16];

    /** Fills a block; {@code right} is the place of the four samples above and to the right. */
    void predict(Plane plane, int at, int right, int mode) {
        for (int i = 0; i < 4; i++) {
            edge[i] = plane.get(at + (3 - i) * plane.stride - 1);
            edge[CORNER + 1 + i] = plane.get(at - plane.stride + i);
            edge[CORNER + 5 + i] = plane.get(right + i);
        }
        edge[CORNER] = plane.get(at - plane.stride - 1);
        switch (mode) {
            case DC -> mean();
            case TRUE_MOTION -> trueMotion();
            case VERTICAL -> vertical();
            case HORIZONTAL -> horizontal();
            case LEFT_DOWN -> leftDown();
            case RIGHT_DOWN -> rightDown();
            case VERTICAL_RIGHT -> verticalRight();
            case VERTICAL_LEFT -> verticalLeft();
            case HORIZONTAL_DOWN -> horizontalDown();
            default -> horizontalUp();
        }
        for (int i = 0; i < 16; i++) {
            plane.samples[at + (i >> 2) * plane.stride + (i & 3)] = (byte) filled[i];
        }
    }

    private void mean() {
        int sum = 4;
        for (int i = 0; i < 4; i++) {
            sum += edge[i] + edge[CORNER + 1 + i];
        }
        Arrays.fill(filled, sum >> 3);
    }

    private void trueMotion() {
        for (int i = 0; i < 16; i++) {
            int value = edge[3 - (i >> 2)] + edge[CORNER + 1 + (i & 3)] - edge[CORNER];
            filled[i] = Plane.clamp(value);
        }
    }

    private void vertical() {
        for (int i = 0; i < 16; i++) {
            filled[i] = three(CORNER + (i & 3));
        }
    }

    private void horizontal() {
        for (int row = 0; row < 4; row++) {
            int value = row == 3 ? (edge[1] + 3 * edge[0] + 2) >> 2 : three(2 - row);
            Arrays.fill(filled, 4 * row, 4 * row + 4, value);
        }
    }

    private void leftDown() {
        for (int i = 0; i < 15; i++) {
            filled[i] = three(CORNER + 1 + (i >> 2) + (i & 3));
        }
        filled[15] = (edge[11] + 3 * edge[12] + 2) >> 2;
    }

    private void rightDown() {
        for (int i = 0; i < 16; i++) {
            filled[i] = three(CORNER - 1 - (i >> 2) + (i & 3));
        }
    }

    private void verticalRight() {
        put(three(1), 12);
        put(three(2), 8);
        put(three(3), 13, 4);
        put(two(4), 9, 0);
        put(three(4), 14, 5);
        put(two(5), 10, 1);
        put(three(5), 15, 6);
        put(two(6), 11, 2);
        put(three(6), 7);
        put(two(7), 3);
    }

    private void verticalLeft() {
        put(two(5), 0);
        put(three(5), 4);
        put(two(6), 8, 1);
        put(three(6), 5, 12);
        put(two(7), 9, 2);
        put(three(7), 13, 6);
        put(two(8), 10, 3);
        put(three(8), 14, 7);
        put(three(9), 11);
        put(three(10), 15);
    }

    private void horizontalDown() {
        put(two(0), 12);
        put(three(0), 13);
        put(two(1), 8, 14);
        put(three(1), 9, 15);
        put(two(2), 10, 4);
        put(three(2), 11, 5);
        put(two(3), 6, 0);
        put(three(3), 7, 1);
        put(three(4), 2);
        put(three(5), 3);
    }

    private void horizontalUp() {
        put(two(2), 0);
        put(three(1), 1);
        put(two(1), 2, 4);
        put(three(0), 3, 5);
        put(two(0), 6, 8);
        put((edge[1] + 3 * edge[0] + 2) >> 2, 7, 9);
        put(edge[0], 10, 11, 12, 13, 14, 15);
    }

    private void put(int value, int... places) {
        for (int place : places) {
            filled[place] = value;
        }
    }

    /** Mean of two neighbours of the edge. */
    private int two(int first) {
        return (edge[first] + edge[first + 1] + 1) >> 1;
    }

    /** Mean of three neighbours of the edge, the middle one twice. */
    private int three(int first) {
        return (edge[first] + 2 * edge[first + 1] + edge[first + 2] + 2) >> 2;
    }
}
