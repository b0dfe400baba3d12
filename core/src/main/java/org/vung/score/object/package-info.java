/**
 * How well objects are found one by one: average precision over thresholds of overlap as in the 2018 Data Science Bowl and StarDist
 * (U. Schmidt, M. Weigert, C. Broaddus and G. Myers, MICCAI 2018), panoptic quality (A. Kirillov et al., CVPR 2019), and the
 * aggregated Jaccard index (N. Kumar et al., TMI 2017).
 */
@NullMarked
package org.vung.score.object;

import org.jspecify.annotations.NullMarked;
