package org.vung.feature;

/** The space colours are compared in. */
public enum Space {
    /** The channels as stored: red, green and blue, grey, or bands; 0 … 255, 0 … 65535 or floats. */
    RGB,
    /** CIELAB, where distances follow the eye; for colour and grey images. Grey gives lightness L alone. */
    LAB
}
