/** Changes samples where they are: brightness and its kin, in the sample type of the image. */
@NullMarked
package org.vung.data.augment.level;

import org.jspecify.annotations.NullMarked;
