package org.vung;

/** Told how far a work of many pieces is, by the thread that works. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress SILENT = (done, all) -> {};

    /**
     * Told before every piece, and once more at the end.
     *
     * @param done pieces that are done, 0 … {@code all}
     * @param all pieces
     */
    void at(int done, int all);
}
