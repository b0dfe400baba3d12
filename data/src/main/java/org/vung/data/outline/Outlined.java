package org.vung.data.outline;

import java.util.OptionalDouble;
import org.vung.mask.RunLengths;

/**
 * A region that is to be drawn.
 *
 * @param id its number, as in the label map or among the objects
 * @param category its class, an index into the classes of its {@link Drawing}; −1 where regions have no classes
 * @param score how sure the method is, 0 … 1; empty where it does not say
 * @param rgb its colour, 0xRRGGBB
 * @param mask its pixels, at least one
 */
public record Outlined(int id, int category, OptionalDouble score, int rgb, RunLengths mask) {}
