/**
 * Methods judged on data sets: what is counted on every image, family by family of scores, and what is read from the counts of many
 * images. The scores themselves are in {@link org.vung.score}.
 */
@NullMarked
package org.vung.data.evaluate;

import org.jspecify.annotations.NullMarked;
