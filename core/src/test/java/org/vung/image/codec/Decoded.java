package org.vung.image.codec;

import org.vung.image.Image;

/** What tests look at: sources of bytes, samples as whole numbers. */
public final class Decoded {

    private Decoded() {}

    /** A file within the standard limits. */
    public static Source source(byte[] content) throws ImageException {
        return Source.of(content, "test", Limits.standard());
    }

    /** All samples in order. */
    public static int[] samples(Image image) {
        int[] samples = new int[image.size().pixels() * image.channels()];
        int at = 0;
        for (int row = 0; row < image.height(); row++) {
            for (int column = 0; column < image.width(); column++) {
                for (int channel = 0; channel < image.channels(); channel++) {
                    samples[at++] = (int) image.sample(row, column, channel);
                }
            }
        }
        return samples;
    }
}
