package org.vung.classic.meanshift;

/** The space in which colours are compared. */
public enum Space {
    /** The channels themselves, white = 255; for pictures and bands. */
    RGB,
    /** CIELAB, L 0 … 100; for pictures, grey or colour. */
    LAB
}
