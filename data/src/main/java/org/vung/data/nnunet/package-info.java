/** nnU-Net's raw data sets, version 2 (F. Isensee et al., "nnU-Net", Nature Methods 2021). */
@NullMarked
package org.vung.data.nnunet;

import org.jspecify.annotations.NullMarked;
