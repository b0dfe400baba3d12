/**
 * Compact superpixels by k-means in colour and place: Achanta, Shaji, Smith, Lucchi, Fua &amp; Süsstrunk, "SLIC Superpixels
 * Compared to State-of-the-Art Superpixel Methods", TPAMI 34(11), 2012.
 */
@NullMarked
package org.vung.classic.slic;

import org.jspecify.annotations.NullMarked;
