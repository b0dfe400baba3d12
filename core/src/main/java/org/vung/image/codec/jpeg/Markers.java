package org.vung.image.codec.jpeg;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.vung.image.codec.Cursor;
import org.vung.image.codec.Exif;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;

/**
 * Walks over the segments of a JPEG (T.81, annex B) and keeps what makes pixels: tables, frame and scans. Everything else, such as
 * profiles, thumbnails, comments and rubbish between segments, is left out, so that no decoder stumbles over it.
 */
final class Markers {

    private static final int SOF0 = 0xC0;
    private static final int SOF15 = 0xCF;
    private static final int DHT = 0xC4;
    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;
    private static final int RST0 = 0xD0;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DQT = 0xDB;
    private static final int DNL = 0xDC;
    private static final int DRI = 0xDD;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP14 = 0xEE;

    private static final byte[] JFIF = {
        (byte) 0xFF, (byte) APP0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    /** More scans than any encoder writes; each costs a pass over the picture. */
    private static final int MOST_SCANS = 100;

    private final Source source;
    private final byte[] content;
    private final Cursor cursor;
    private final ByteArrayOutputStream kept;
    private @Nullable FrameHeader frame;
    private int frameAt;
    private int scans;
    private int orientation = 1;
    private int adobeTransform = -1;
    private boolean jfif;
    private boolean ended;

    private Markers(Source source) {
        this.source = source;
        this.content = source.sharedContent();
        this.cursor = new Cursor(source, ByteOrder.BIG_ENDIAN);
        this.kept = new ByteArrayOutputStream((int) source.length());
    }

    /** Walks to EOI or to the end of the file. */
    static Markers of(Source source) throws ImageException {
        Markers markers = new Markers(source);
        markers.cursor.seek(2);
        int marker = markers.next();
        while (marker > 0 && marker != EOI) {
            markers.segment(marker);
            marker = markers.next();
        }
        markers.ended = marker == EOI;
        if (markers.scans == 0) {
            throw source.bad("JPEG has no scan, there are no pixels; the file is truncated or damaged");
        }
        return markers;
    }

    FrameHeader frame() throws ImageException {
        if (frame == null) {
            throw source.bad("JPEG has no frame header (SOF); the file is truncated or damaged");
        }
        return frame;
    }

    /** The file without what makes no pixels; a JFIF segment tells libjpeg that three components are YCbCr. */
    byte[] stripped(boolean asJfif) {
        byte[] segments = kept.toByteArray();
        if (frame != null) {
            segments[frameAt + 5] = (byte) (frame.height() >> 8);
            segments[frameAt + 6] = (byte) frame.height();
        }
        ByteArrayOutputStream stripped = new ByteArrayOutputStream(segments.length + JFIF.length + 4);
        stripped.write(0xFF);
        stripped.write(SOI);
        stripped.write(JFIF, 0, asJfif ? JFIF.length : 0);
        stripped.write(segments, 0, segments.length);
        if (ended) {
            stripped.write(0xFF);
            stripped.write(EOI);
        }
        return stripped.toByteArray();
    }

    /** From Exif: 1 … 8. */
    int orientation() {
        return orientation;
    }

    /** From Adobe's APP14: 0 as it is, 1 YCbCr, 2 YCCK; −1 if there is none. */
    int adobeTransform() {
        return adobeTransform;
    }

    /** Whether a JFIF segment promises YCbCr. */
    boolean jfif() {
        return jfif;
    }

    /** Whether the file has its end mark; if not it may be truncated. */
    boolean ended() {
        return ended;
    }

    /** The next marker's second byte; 0 at the end of the file. Rubbish before it is stepped over. */
    private int next() throws ImageException {
        while (cursor.remaining() > 1) {
            if (cursor.u8() != 0xFF) {
                continue;
            }
            int code = cursor.u8();
            while (code == 0xFF && cursor.remaining() > 0) {
                code = cursor.u8();
            }
            boolean alone = code == 0 || code == 1 || code == SOI || (code >= RST0 && code < SOI) || code == 0xFF;
            if (!alone) {
                return code;
            }
        }
        return 0;
    }

    private void segment(int marker) throws ImageException {
        int at = (int) cursor.position();
        int length = cursor.u16();
        if (length < 2 || at + length > content.length) {
            throw source.bad("the JPEG segment at byte " + (at - 2) + " declares " + length
                    + " bytes, the file ends at byte " + content.length + "; the file is truncated or damaged");
        }
        int end = at + length;
        switch (marker) {
            case DHT, DQT, DRI, DAC -> keep(at - 2, end);
            case SOS -> end = scan(at, end);
            case DNL -> lines();
            case APP0 -> jfif |= starts(at + 2, end, "JFIF\0");
            case APP1 -> exif(at + 2, end);
            case APP14 -> adobe(at + 2, end);
            default -> {
                if (marker >= SOF0 && marker <= SOF15 && marker != JPG) {
                    frame(marker, at, end);
                }
            }
        }
        cursor.seek(end);
    }

    private void frame(int marker, int at, int end) throws ImageException {
        if (frame != null) {
            throw source.bad("JPEG has a second frame header at byte " + (at - 2)
                    + "; hierarchical JPEG is not supported, or the file is damaged");
        }
        frame = FrameHeader.read(marker, cursor);
        frameAt = kept.size();
        keep(at - 2, end);
    }

    /** Keeps the scan's header and its entropy-coded data, which ends before the next marker that is no restart. */
    private int scan(int at, int end) throws ImageException {
        if (frame == null) {
            throw source.bad("JPEG has a scan at byte " + (at - 2) + " before the frame header; the file is damaged");
        } else if (++scans > MOST_SCANS) {
            throw source.bad("JPEG has more than " + MOST_SCANS + " scans; save it again as baseline JPEG");
        }
        int to = end;
        while (to < content.length && !(content[to] == (byte) 0xFF && isMarker(to + 1))) {
            to++;
        }
        keep(at - 2, to);
        return to;
    }

    private boolean isMarker(int at) {
        int code = at < content.length ? content[at] & 0xFF : 0;
        return code != 0 && code != 0xFF && (code < RST0 || code >= SOI);
    }

    /** DNL tells the height that the frame header left open. */
    private void lines() throws ImageException {
        int rows = cursor.u16();
        if (frame != null && frame.height() == 0) {
            frame = frame.withHeight(rows);
        }
    }

    private void exif(int from, int end) {
        if (orientation == 1 && starts(from, end, "Exif\0")) {
            orientation = Exif.orientation(content, from, end);
        }
    }

    private void adobe(int from, int end) {
        if (starts(from, end, "Adobe") && end - from >= 12) {
            adobeTransform = content[from + 11] & 0xFF;
        }
    }

    private boolean starts(int from, int end, String text) {
        boolean same = end - from >= text.length();
        for (int i = 0; same && i < text.length(); i++) {
            same = content[from + i] == text.charAt(i);
        }
        return same;
    }

    private void keep(int from, int to) {
        kept.write(content, from, to - from);
    }
}
