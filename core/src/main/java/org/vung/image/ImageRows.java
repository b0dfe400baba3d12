package org.vung.image;

import java.io.Closeable;
import java.io.IOException;

/**
 * An image that is read from its first row to its last, some rows at a time, so that it need not fit into memory. Every band
 * has the same width, layout and sample type. Not safe to share between threads.
 */
public interface ImageRows extends Closeable {

    /**
     * The whole image's height and width.
     *
     * @return the size in pixels
     */
    Size size();

    /**
     * Reads on.
     *
     * @param most rows wanted, at least 1
     * @return the next 1 … {@code most} rows, in their full width
     * @throws IOException if they cannot be read; from a file, an {@link org.vung.image.codec.ImageException}
     * @throws IllegalStateException after the last row
     */
    Image next(int most) throws IOException;

    /** Reads the next rows as {@link #next} does. */
    @FunctionalInterface
    interface Reader {

        /**
         * Reads on.
         *
         * @param most rows wanted, at least 1
         * @return the next 1 … {@code most} rows
         * @throws IOException if they cannot be read
         */
        Image next(int most) throws IOException;
    }

    /**
     * The same rows, read through something else.
     *
     * @param reader reads on from these rows
     * @return rows of this size, closed with these
     */
    default ImageRows through(Reader reader) {
        ImageRows own = this;
        return new ImageRows() {
            @Override
            public Size size() {
                return own.size();
            }

            @Override
            public Image next(int most) throws IOException {
                return reader.next(most);
            }

            @Override
            public void close() throws IOException {
                own.close();
            }
        };
    }
}
