package org.vung.figure;

import java.util.function.Function;
import org.vung.image.Image;
import org.vung.image.Size;

/**
 * One picture of a figure.
 *
 * @param title what it shows; long ones are broken into two lines
 * @param note a line in small grey letters, empty for none
 * @param picture draws it at a size, as 8-bit RGB
 */
public record Panel(String title, String note, Function<Size, Image> picture) {}
