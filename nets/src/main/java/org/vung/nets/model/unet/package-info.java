/** U-Net: as published, as in the tutorial, and as one builds it today. */
@NullMarked
package org.vung.nets.model.unet;

import org.jspecify.annotations.NullMarked;
