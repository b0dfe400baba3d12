package org.vung.nets.layer;

/** One of the two directions of a feature map. */
public enum Axis {
    /** Down the image: heights. */
    ROWS,
    /** Along a row: widths. */
    COLUMNS
}
