package org.vung.onnx.format;

/** A setting of an operator: ONNX's AttributeProto. */
public final class Attribute {

    private static final int FLOAT = 1;
    private static final int INT = 2;
    private static final int STRING = 3;
    private static final int INTS = 7;

    private final Message message;

    private Attribute(String name, int type, Message value) {
        message = value.text(1, name).numbers(20, type);
    }

    /**
     * A whole number.
     *
     * @param name of the setting
     * @param value the number
     * @return the setting
     */
    public static Attribute number(String name, long value) {
        return new Attribute(name, INT, new Message().numbers(3, value));
    }

    /**
     * A number of 32-bit floating point.
     *
     * @param name of the setting
     * @param value rounded to 32 bits
     * @return the setting
     */
    public static Attribute decimal(String name, double value) {
        return new Attribute(name, FLOAT, new Message().decimal(2, (float) value));
    }

    /**
     * A word.
     *
     * @param name of the setting
     * @param value the word
     * @return the setting
     */
    public static Attribute text(String name, String value) {
        return new Attribute(name, STRING, new Message().text(4, value));
    }

    /**
     * Whole numbers in a row.
     *
     * @param name of the setting
     * @param values in order
     * @return the setting
     */
    public static Attribute numbers(String name, long... values) {
        return new Attribute(name, INTS, new Message().numbers(8, values));
    }

    /**
     * The setting in the file's words.
     *
     * @return an AttributeProto
     */
    public Message message() {
        return message;
    }
}
