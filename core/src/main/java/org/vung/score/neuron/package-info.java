/**
 * The scores of the ISBI-2012 challenge: how well membranes part the cells of a slice. I. Arganda-Carreras et al., "Crowdsourcing
 * the creation of image segmentation algorithms for connectomics", Frontiers in Neuroanatomy 2015; reckoned as the challenge's own
 * program does, Fiji's Trainable_Segmentation.
 */
@NullMarked
package org.vung.score.neuron;

import org.jspecify.annotations.NullMarked;
