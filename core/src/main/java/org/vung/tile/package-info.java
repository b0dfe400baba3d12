/**
 * Objects of images larger than a method sees at once: the image is cut into windows that overlap, and what two windows see of one
 * object is told once.
 *
 * <p>What two windows say is compared in the strip that both see, nowhere else: there, and only there, they should agree. An object
 * seen whole is taken from the window that sees the most around it; one that no window sees whole is the union of its parts.
 */
@NullMarked
package org.vung.tile;

import org.jspecify.annotations.NullMarked;
