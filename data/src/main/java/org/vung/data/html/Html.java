package org.vung.data.html;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.stream.Stream;
import org.vung.image.Image;
import org.vung.image.encode.PngEncoder;

/** HTML and SVG text, element by element; whatever it is given as words or values is escaped. */
public final class Html {

    private final StringBuilder text = new StringBuilder();

    /** An empty text. */
    public Html() {}

    /**
     * Begins an element.
     *
     * @param tag of the element
     * @param attributes names and values in turn
     * @return this text
     */
    public Html open(String tag, Object... attributes) {
        text.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            text.append(escaped(String.valueOf(attributes[i + 1]))).append('"');
        }
        text.append('>');
        return this;
    }

    /**
     * Ends an element, and the line with it.
     *
     * @param tag of the element
     * @return this text
     */
    public Html close(String tag) {
        text.append("</").append(tag).append(">\n");
        return this;
    }

    /**
     * Adds words.
     *
     * @param words any
     * @return this text
     */
    public Html words(String words) {
        text.append(escaped(words));
        return this;
    }

    /**
     * An element that holds words.
     *
     * @param tag of the element
     * @param words any
     * @param attributes names and values in turn
     * @return this text
     */
    public Html words(String tag, String words, Object... attributes) {
        return open(tag, attributes).words(words).close(tag);
    }

    /**
     * A picture that lies in the page itself.
     *
     * @param picture any image that PNG holds
     * @param about what it shows, for those who do not see it
     * @param attributes names and values in turn, after the picture's own
     * @return this text
     * @throws IOException if it cannot be encoded
     */
    public Html picture(Image picture, String about, Object... attributes) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        PngEncoder.write(picture, png);
        String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        return open(
                "img",
                Stream.concat(Stream.of("src", data, "alt", about), Stream.of(attributes))
                        .toArray());
    }

    /**
     * Text of our own that is HTML already.
     *
     * @param html as it is to stand there
     * @return this text
     */
    public Html trusted(String html) {
        text.append(html);
        return this;
    }

    /** Text as HTML takes it; control characters and halves of letters, which it does not take, become U+FFFD. */
    private static String escaped(String words) {
        StringBuilder safe = new StringBuilder(words.length());
        words.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isText(point) ? point : 0xFFFD);
            }
        });
        return safe.toString();
    }

    private static boolean isText(int point) {
        return point == '\n' || point == '\t' || (!Character.isISOControl(point) && (point < 0xD800 || point > 0xDFFF));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
