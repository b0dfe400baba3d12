package org.vung.nets.drawing;

/** SVG text, element by element. */
final class Svg {

    private final StringBuilder text = new StringBuilder();

    /** Begins an element; attributes are names and values in turn. */
    Svg open(String tag, Object... attributes) {
        tag(tag, attributes);
        text.append(">\n");
        return this;
    }

    Svg close(String tag) {
        text.append("</").append(tag).append(">\n");
        return this;
    }

    /** An element without content. */
    Svg element(String tag, Object... attributes) {
        tag(tag, attributes);
        text.append("/>\n");
        return this;
    }

    /** An element that holds words. */
    Svg words(String tag, String words, Object... attributes) {
        tag(tag, attributes);
        text.append('>').append(escaped(words)).append("</").append(tag).append(">\n");
        return this;
    }

    private void tag(String tag, Object... attributes) {
        text.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            text.append(escaped(String.valueOf(attributes[i + 1]))).append('"');
        }
    }

    /** Text as XML takes it; control characters, which it does not take, become a box. */
    static String escaped(String words) {
        StringBuilder safe = new StringBuilder();
        words.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(isXml(point) ? point : 0xFFFD);
            }
        });
        return safe.toString();
    }

    private static boolean isXml(int point) {
        return point == '\n'
                || point == '\t'
                || (point >= 0x20 && point < 0xD800)
                || (point >= 0xE000 && point < 0xFFFE)
                || point >= 0x10000;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
