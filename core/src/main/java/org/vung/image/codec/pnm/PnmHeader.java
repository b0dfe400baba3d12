package org.vung.image.codec.pnm;

import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.codec.Cursor;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;

/**
 * What stands before the pixels.
 *
 * @param size height and width
 * @param layout meaning of the channels
 * @param channels samples per pixel
 * @param most the value of full brightness, 1 … 65535; 1 for bitmaps
 * @param kind the digit of the magic number, 1 … 7
 */
record PnmHeader(Size size, Layout layout, int channels, int most, int kind) {

    /** Reads from the cursor, which then stands at the first sample. */
    static PnmHeader read(Source source, Cursor cursor) throws ImageException {
        int letter = cursor.u8();
        int kind = cursor.u8() - '0';
        if (letter != 'P' || kind < 1 || kind > 7) {
            throw source.bad("no PNM begins at byte " + (cursor.position() - 2) + "; the file is damaged");
        }
        if (kind == 7) {
            return pam(source, cursor);
        }
        int width = number(source, cursor, "width");
        int height = number(source, cursor, "height");
        int most = kind == 1 || kind == 4 ? 1 : number(source, cursor, "greatest value");
        int channels = kind == 3 || kind == 6 ? 3 : 1;
        return checked(source, new int[] {height, width, channels, most, kind}, Layout.usual(channels));
    }

    private static PnmHeader checked(Source source, int[] fields, Layout layout) throws ImageException {
        int most = fields[3];
        int channels = fields[2];
        if (most < 1 || most > 65535 || channels < 1) {
            throw source.bad("PNM's greatest value must be 1 to 65535 and its depth at least 1, got " + most + " and "
                    + channels + "; the file is damaged");
        }
        Size size = source.size(fields[0], fields[1], Math.multiplyExact(channels, most > 255 ? 2 : 1));
        return new PnmHeader(size, layout, channels, most, fields[4]);
    }

    /** Lines of a word and a number, until ENDHDR. */
    private static PnmHeader pam(Source source, Cursor cursor) throws ImageException {
        int[] fields = {0, 0, 0, 0, 7};
        while (true) {
            String word = word(cursor);
            switch (word) {
                case "HEIGHT" -> fields[0] = number(source, cursor, word);
                case "WIDTH" -> fields[1] = number(source, cursor, word);
                case "DEPTH" -> fields[2] = Math.min(number(source, cursor, word), 1 << 20);
                case "MAXVAL" -> fields[3] = number(source, cursor, word);
                case "TUPLTYPE" -> word(cursor);
                case "ENDHDR" -> {
                    return checked(source, fields, Layout.usual(fields[2]));
                }
                default -> throw source.bad("PAM has no header line \"" + printable(word) + "\"; the file is damaged");
            }
        }
    }

    /** The next number of the header; one byte of white space behind it is taken too. */
    private static int number(Source source, Cursor cursor, String what) throws ImageException {
        String word = word(cursor);
        int value = 0;
        for (int i = 0; i < word.length(); i++) {
            char digit = word.charAt(i);
            if (digit < '0' || digit > '9' || value > 100_000_000) {
                throw source.bad(
                        "PNM's " + what + " must be a number, got \"" + printable(word) + "\"; the file is damaged");
            }
            value = value * 10 + digit - '0';
        }
        return value;
    }

    private static String printable(String word) {
        return word.replaceAll("[^ -~]", "?");
    }

    /** The next word, comments left out; at most 20 letters. */
    private static String word(Cursor cursor) throws ImageException {
        int letter = cursor.u8();
        while (letter == '#' || isSpace(letter)) {
            while (letter == '#') {
                do {
                    letter = cursor.u8();
                } while (letter != '\n' && letter != '\r');
            }
            letter = cursor.u8();
        }
        StringBuilder word = new StringBuilder();
        while (!isSpace(letter) && word.length() < 20) {
            word.append((char) letter);
            letter = cursor.u8();
        }
        return word.toString();
    }

    static boolean isSpace(int letter) {
        return letter == ' ' || (letter >= '\t' && letter <= '\r');
    }
}
