package org.vung.data;

import org.vung.image.Size;

/** What an image shows, by the word of people. */
public sealed interface Truth permits ClassMap, ObjectSet, Picture {

    /**
     * The size of the image that was annotated.
     *
     * @return height and width in pixels
     */
    Size size();
}
