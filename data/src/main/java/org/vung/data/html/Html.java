package org.vung.data.html;

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
