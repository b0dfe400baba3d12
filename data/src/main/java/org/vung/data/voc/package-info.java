/** PASCAL VOC's folders (M. Everingham et al., "The PASCAL Visual Object Classes Challenge", IJCV 2010). */
@NullMarked
package org.vung.data.voc;

import org.jspecify.annotations.NullMarked;
