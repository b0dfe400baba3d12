package org.vung.score.detection;

/** COCO's sizes of objects by their area in pixels. An area at a limit is on both sides of it. */
enum AreaRange {
    ALL(0, 0, 1e10),
    SMALL(1, 0, 32 * 32),
    MEDIUM(2, 32 * 32, 96 * 96),
    LARGE(3, 96 * 96, 1e10);

    private final int index;
    private final double least;
    private final double most;

    AreaRange(int index, double least, double most) {
        this.index = index;
        this.least = least;
        this.most = most;
    }

    /** 0 … 3. */
    int index() {
        return index;
    }

    boolean holds(double area) {
        return area >= least && area <= most;
    }
}
