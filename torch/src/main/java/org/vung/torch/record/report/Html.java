package org.vung.torch.record.report;

/** HTML and SVG text, element by element; whatever it is given as words or values is escaped. */
final class Html {

    private final StringBuilder text = new StringBuilder();

    /** Begins an element; attributes are names and values in turn. */
    Html open(String tag, Object... attributes) {
        text.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            text.append(escaped(String.valueOf(attributes[i + 1]))).append('"');
        }
        text.append('>');
        return this;
    }

    /** Ends an element, and the line with it. */
    Html close(String tag) {
        text.append("</").append(tag).append(">\n");
        return this;
    }

    Html words(String words) {
        text.append(escaped(words));
        return this;
    }

    /** An element that holds words. */
    Html words(String tag, String words, Object... attributes) {
        return open(tag, attributes).words(words).close(tag);
    }

    /** Text of our own that is HTML already. */
    Html trusted(String html) {
        text.append(html);
        return this;
    }

    /** Text as HTML takes it; control characters and halves of letters, which it does not take, become U+FFFD. */
    static String escaped(String words) {
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
