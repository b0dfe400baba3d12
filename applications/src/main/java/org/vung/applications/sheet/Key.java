package org.vung.applications.sheet;

/**
 * What a colour of a picture means.
 *
 * @param name such as {@code weed}
 * @param rgb 0xRRGGBB
 */
public record Key(String name, int rgb) {}
