package org.vung.image;

/** How one sample of a pixel is stored. */
public enum SampleType {
    /** 0 … 255. */
    UINT8(255f),
    /** 0 … 65535. */
    UINT16(65535f),
    /** Any float; pictures lie in 0 … 1, measurements anywhere. NaN marks missing data. */
    FLOAT32(1f);

    private final float white;

    SampleType(float white) {
        this.white = white;
    }

    /**
     * The sample value that means full brightness in a picture.
     *
     * @return 255, 65535 or 1
     */
    public float white() {
        return white;
    }
}
