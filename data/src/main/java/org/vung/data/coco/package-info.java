/** COCO's JSON of objects (T.-Y. Lin et al., "Microsoft COCO: Common Objects in Context", ECCV 2014). */
@NullMarked
package org.vung.data.coco;

import org.jspecify.annotations.NullMarked;
