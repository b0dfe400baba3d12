/**
 * Mean shift in the joint space of place and colour: every pixel climbs within its window to a mode; filtering keeps the
 * mode's colour, segmentation joins pixels whose modes lie together. Comaniciu and Meer, PAMI 24(5), 2002.
 */
@NullMarked
package org.vung.classic.meanshift.joint;

import org.jspecify.annotations.NullMarked;
