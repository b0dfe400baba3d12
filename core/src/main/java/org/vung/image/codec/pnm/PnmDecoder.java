package org.vung.image.codec.pnm;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.image.codec.Cursor;
import org.vung.image.codec.Format;
import org.vung.image.codec.Frame;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;

/**
 * Reads PBM, PGM and PPM as text and as bytes (P1 to P6) and PAM (P7), with 1 to 16 bits a sample; several pictures in one
 * file are its pages. Values are stretched so that the declared greatest one is white; labels keep grey values of up to 255
 * as they are stored. In bitmaps 1 is black.
 */
public final class PnmDecoder {

    private final Source source;
    private final Cursor cursor;

    private PnmDecoder(Source source) {
        this.source = source;
        this.cursor = new Cursor(source, ByteOrder.BIG_ENDIAN);
    }

    /**
     * Decodes a file.
     *
     * @param source the file
     * @param pages most pictures wanted, at least 1
     * @return its pictures, at least one
     * @throws ImageException if it is damaged, truncated or beyond the limits
     */
    public static List<Frame> decode(Source source, int pages) throws ImageException {
        PnmDecoder decoder = new PnmDecoder(source);
        List<Frame> frames = new ArrayList<>();
        do {
            frames.add(decoder.picture());
        } while (frames.size() < pages && decoder.another());
        return frames;
    }

    /** Whether white space and then another magic number follow. */
    private boolean another() throws ImageException {
        byte[] content = source.sharedContent();
        int at = (int) cursor.position();
        while (at < content.length && PnmHeader.isSpace(content[at])) {
            at++;
        }
        cursor.seek(at);
        byte[] head = Arrays.copyOfRange(content, at, Math.min(content.length, at + Format.HEAD));
        return Format.of(head).orElse(Format.PNG) == Format.PNM;
    }

    private Frame picture() throws ImageException {
        PnmHeader header = PnmHeader.read(source, cursor);
        boolean text = header.kind() <= 3;
        double samples = (double) header.size().pixels() * header.channels();
        double perByte = header.kind() == 4 ? 8 : header.kind() == 1 ? 1 : text || header.most() > 255 ? 0.5 : 1;
        source.plausible(samples, perByte, cursor.remaining() + (text ? 1L : 0L));
        if (header.most() > 255) {
            return Frame.of(deep(header, text));
        }
        return header.kind() == 4 ? bitmap(header.size()) : shallow(header, text);
    }

    private Frame shallow(PnmHeader header, boolean text) throws ImageException {
        int most = header.most();
        int length = header.size().pixels() * header.channels();
        byte[] values = text ? new byte[length] : cursor.bytes(length);
        for (int at = 0; at < length && (text || most < 255); at++) {
            values[at] = (byte) Math.min(most, text ? number(header.kind() == 1) : values[at] & 0xFF);
        }
        if (header.kind() == 1) {
            return blackIsOne(header.size(), values);
        } else if (header.channels() == 1) {
            return Frame.levels(header.size(), values, most, -1);
        }
        for (int at = 0; at < values.length && most < 255; at++) {
            values[at] = (byte) (((values[at] & 0xFF) * 510 + most) / (2 * most));
        }
        return Frame.of(Image.wrap(header.size(), header.layout(), values));
    }

    private Image deep(PnmHeader header, boolean text) throws ImageException {
        long most = header.most();
        short[] values = new short[header.size().pixels() * header.channels()];
        for (int at = 0; at < values.length; at++) {
            long value = Math.min(most, text ? number(false) : cursor.u16());
            values[at] = (short) (most == 65535 ? value : (value * 131070 + most) / (2 * most));
        }
        return Image.wrap(header.size(), header.layout(), values);
    }

    /** Eight pixels a byte, every row begins a new one. */
    private Frame bitmap(Size size) throws ImageException {
        byte[] values = new byte[size.pixels()];
        for (int row = 0, at = 0; row < size.height(); row++) {
            for (int column = 0, bits = 0; column < size.width(); column++, bits <<= 1) {
                bits = (column & 7) == 0 ? cursor.u8() : bits;
                values[at++] = (byte) (bits >> 7 & 1);
            }
        }
        return blackIsOne(size, values);
    }

    private static Frame blackIsOne(Size size, byte[] values) {
        return Frame.greys(size, values, 0xFFFFFFFF, 0xFF000000);
    }

    /** The next number of a text; the end of the file ends it too. Bits may stand without space between. */
    private int number(boolean single) throws ImageException {
        int letter = cursor.u8();
        while (PnmHeader.isSpace(letter) || letter == '#') {
            while (letter == '#') {
                do {
                    letter = cursor.u8();
                } while (letter != '\n' && letter != '\r');
            }
            letter = cursor.u8();
        }
        int value = 0;
        while (!PnmHeader.isSpace(letter)) {
            if (letter < '0' || letter > '9' || value > 65535) {
                throw source.bad("PNM's text must be numbers up to 65535, got byte " + letter + " at byte "
                        + (cursor.position() - 1) + "; the file is damaged");
            }
            value = value * 10 + letter - '0';
            letter = single || cursor.remaining() == 0 ? ' ' : cursor.u8();
        }
        return value;
    }
}
