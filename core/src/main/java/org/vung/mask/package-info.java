/**
 * One object's pixels: as run lengths, as polygons, and the measures COCO takes of them. The rules are those of COCO's maskApi (T.-Y.
 * Lin et al., "Microsoft COCO: Common Objects in Context", ECCV 2014, and its programs), to the pixel.
 */
@NullMarked
package org.vung.mask;

import org.jspecify.annotations.NullMarked;
