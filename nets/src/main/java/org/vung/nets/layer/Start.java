package org.vung.nets.layer;

/** What numbers a parameter has before any training. */
public enum Start {
    /** Normal with variance 2 ÷ fan-in (He et al. 2015), the choice of the U-Net paper. */
    HE,
    /** Normal with deviation 0.02, the choice of pix2pix. */
    NARROW,
    /** Normal with deviation 0.01, the choice of Fast R-CNN for what says classes and boxes. */
    SLIGHT,
    /** All 0. */
    ZERO,
    /** All 1. */
    ONE,
    /** Bilinear interpolation from each channel to its own, the choice of the FCN paper for upsampling. */
    BILINEAR,
    /** 0.25, the usual start of a learned leak. */
    LEAK
}
