package org.vung.image.codec;

/**
 * What a reader accepts, checked on the header before pixels are allocated.
 *
 * @param pixels most pixels of an image, height · width
 * @param bytes most bytes the pixels of an image may take in memory
 * @param fileBytes most bytes of a file or download
 * @param pages most pages read from one file
 */
public record Limits(long pixels, long bytes, long fileBytes, int pages) {

    /** Checks that every limit allows something. */
    public Limits {
        if (pixels < 1 || bytes < 1 || fileBytes < 1 || pages < 1) {
            throw new IllegalArgumentException("limits must be at least 1, got pixels " + pixels + ", bytes " + bytes
                    + ", file bytes " + fileBytes + ", pages " + pages);
        }
    }

    /**
     * 256 megapixels, 1 GiB of samples, 2 GiB of file, 1,000 pages.
     *
     * @return the limits used where none are given
     */
    public static Limits standard() {
        return new Limits(1L << 28, 1L << 30, 1L << 31, 1000);
    }
}
