package org.vung.view;

import java.util.List;

/** Which ways of seeing an image are averaged. */
public enum Views {
    /** As it is and mirrored left to right. */
    MIRROR(2),
    /** As it is, mirrored left to right, top to bottom, and both: for images without an upright of their own. */
    FLIPS(4),
    /** All eight mirrorings and turns by quarters, as the paper of U-Net averages seven turned copies. */
    TURNS(8);

    private final int count;

    Views(int count) {
        this.count = count;
    }

    /**
     * How many views there are.
     *
     * @return 2, 4 or 8; the times that the method runs
     */
    public int count() {
        return count;
    }

    List<View> views() {
        return List.of(View.values()).subList(0, count);
    }
}
