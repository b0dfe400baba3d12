package org.vung.nets.foreign;

import java.io.IOException;

/** A network in a file of another kind, ready to run. Safe to share between threads; holds native memory until closed. */
public interface ForeignNetwork extends AutoCloseable {

    /** Any number is taken. */
    int ANY = -1;

    /**
     * What a network takes, as far as its file says so.
     *
     * @param channels of an image, or {@link #ANY}
     * @param height rows, or {@link #ANY}
     * @param width columns, or {@link #ANY}
     * @param order of the dimensions of its input, and most likely of its answer
     */
    record Takes(int channels, int height, int width, Order order) {

        /** Nothing is said. */
        public static final Takes ANYTHING = new Takes(ANY, ANY, ANY, Order.NCHW);
    }

    /**
     * The file.
     *
     * @return as it was named
     */
    String file();

    /**
     * What it takes.
     *
     * @return as far as the file says so
     */
    Takes takes();

    /**
     * Runs it.
     *
     * @param image [1, C, H, W]
     * @return the answer, its dimensions as the network gave them
     * @throws IOException if it fails on this image
     */
    FloatArray run(FloatArray image) throws IOException;

    /** Frees what is native. */
    @Override
    void close();
}
