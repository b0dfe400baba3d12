package org.vung.nets.drawing;

/**
 * Where a box is drawn, in pixels of the drawing.
 *
 * @param x its left side
 * @param y its upper side
 * @param width at least 1
 * @param height at least 1
 */
record Rectangle(int x, int y, int width, int height) {

    int right() {
        return x + width;
    }

    int bottom() {
        return y + height;
    }

    int middleX() {
        return x + width / 2;
    }

    int middleY() {
        return y + height / 2;
    }
}
