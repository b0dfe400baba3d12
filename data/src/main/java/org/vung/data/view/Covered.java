package org.vung.data.view;

/**
 * A data set of objects that may cover the whole image between them, as stuff does in COCO's panoptic task: what no object covers is
 * then unknown, not background.
 */
public interface Covered {

    /**
     * Whether the objects are meant to cover all pixels.
     *
     * @return false for things before a background
     */
    boolean coversAll();
}
