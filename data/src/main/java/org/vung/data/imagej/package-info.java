/**
 * ImageJ's regions of interest: a {@code .roi} each, many in a zip, as its ROI Manager opens and saves them.
 *
 * <p>Source: W. Rasband, ImageJ 1.54f, {@code ij.io.RoiDecoder} and {@code ij.io.RoiEncoder}, whose constants name the fields.
 */
@NullMarked
package org.vung.data.imagej;

import org.jspecify.annotations.NullMarked;
