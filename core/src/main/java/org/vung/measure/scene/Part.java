package org.vung.measure.scene;

import org.vung.mask.RunLengths;

/**
 * A part of an image that is of interest.
 *
 * @param name what people call it
 * @param mask its pixels, of the image's size
 */
public record Part(String name, RunLengths mask) {}
