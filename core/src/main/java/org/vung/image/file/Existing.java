package org.vung.image.file;

/** What writing does where a file of that name stands already. */
public enum Existing {
    /** The file stays as it is, and writing fails. */
    KEEP,
    /** The new file takes its place in one step, once it is whole. */
    REPLACE
}
