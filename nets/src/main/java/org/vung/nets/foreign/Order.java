package org.vung.nets.foreign;

/** The order of dimensions. */
public enum Order {
    /** [N, C, H, W], PyTorch's. */
    NCHW,
    /** [N, H, W, C], TensorFlow's. */
    NHWC
}
