/**
 * Augmentation: a pair of image and truth, changed by chance as if it had been taken otherwise. Recipes replay any pair from
 * (seed, epoch, sample).
 */
@NullMarked
package org.vung.data.augment;

import org.jspecify.annotations.NullMarked;
