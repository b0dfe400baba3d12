package org.vung.catalog;

/** What a method's file may be. */
public enum Trust {
    /** Numbers and descriptions only. */
    DATA,
    /** Programs as well, which may do whatever this process may. */
    CODE
}
