package org.vung.image.codec;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The kinds of image file that can be read, told apart by their first bytes, never by a name. */
public enum Format {
    /** Portable Network Graphics, also its animated form. */
    PNG,
    /** JPEG, with or without JFIF or Exif around it. */
    JPEG,
    /** WebP, lossy and lossless. */
    WEBP,
    /** Windows and OS/2 bitmaps. */
    BMP,
    /** GIF 87a and 89a. */
    GIF,
    /** The portable any-map family, P1 to P7. */
    PNM,
    /** TIFF and BigTIFF. */
    TIFF;

    /** As many first bytes as the decision needs. */
    public static final int HEAD = 16;

    /**
     * Sniffs a file.
     *
     * @param content the file, or at least its first {@link #HEAD} bytes
     * @return its format; empty if the bytes are no image that can be read
     */
    public static Optional<Format> of(byte[] content) {
        if (starts(content, 0, "\u0089PNG")) {
            return Optional.of(PNG);
        } else if (starts(content, 0, "\u00FF\u00D8\u00FF")) {
            return Optional.of(JPEG);
        } else if (starts(content, 0, "RIFF") && starts(content, 8, "WEBP")) {
            return Optional.of(WEBP);
        } else if (starts(content, 0, "BM")) {
            return Optional.of(BMP);
        } else if (starts(content, 0, "GIF87a") || starts(content, 0, "GIF89a")) {
            return Optional.of(GIF);
        } else if (starts(content, 0, "P") && content.length > 2 && content[1] >= '1' && content[1] <= '7') {
            return Optional.of(PNM);
        } else if (tiff(content)) {
            return Optional.of(TIFF);
        }
        return Optional.empty();
    }

    /** The byte order mark and 42, or 43 for BigTIFF. */
    private static boolean tiff(byte[] content) {
        return starts(content, 0, "II*\0")
                || starts(content, 0, "MM\0*")
                || starts(content, 0, "II+\0")
                || starts(content, 0, "MM\0+");
    }

    private static boolean starts(byte[] content, int at, String magic) {
        byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
        if (content.length < at + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (content[at + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
