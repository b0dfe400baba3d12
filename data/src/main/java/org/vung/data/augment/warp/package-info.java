/** Moves pixels: maps from places of a new image to places of an old one, put together before anything is resampled. */
@NullMarked
package org.vung.data.augment.warp;

import org.jspecify.annotations.NullMarked;
