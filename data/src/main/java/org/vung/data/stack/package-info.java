/** Volumes: images and labels as the pages of two TIFF files, as the ISBI 2012 challenge hands them out. */
@NullMarked
package org.vung.data.stack;

import org.jspecify.annotations.NullMarked;
