/**
 * How good a segmentation is. Here stand the counts that scores are made of and what is read from them at once: the confusion
 * matrix, the order of soft scores, outlines, chance between images. The families of single challenges have packages of their
 * own. {@code docs/evaluation.md} gives every formula and its source.
 */
@NullMarked
package org.vung.score;

import org.jspecify.annotations.NullMarked;
