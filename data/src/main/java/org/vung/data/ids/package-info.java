/** Road scenes by class ids: CamVid as SegNet hands it on, Cityscapes. */
@NullMarked
package org.vung.data.ids;

import org.jspecify.annotations.NullMarked;
