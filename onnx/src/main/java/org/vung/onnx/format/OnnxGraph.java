package org.vung.onnx.format;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A network in ONNX's words while it is put together: nodes in order, initializers, inputs and outputs. Field numbers are those
 * of onnx.proto.
 */
public final class OnnxGraph {

    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final String name;
    private final Message content = new Message();
    private final Set<String> taken = new HashSet<>();

    /**
     * An empty network.
     *
     * @param name of the network
     */
    public OnnxGraph(String name) {
        this.name = name;
    }

    /**
     * One dimension of an input or output.
     *
     * @param symbol what a length is called that whoever runs the network chooses; empty where it is fixed
     * @param length the fixed length; else 0
     */
    public record Dimension(String symbol, long length) {

        /**
         * A fixed length.
         *
         * @param length at least 1
         * @return the dimension
         */
        public static Dimension fixed(long length) {
            return new Dimension("", length);
        }

        /**
         * A length left open.
         *
         * @param symbol what it is called; lengths of one name are equal
         * @return the dimension
         */
        public static Dimension free(String symbol) {
            return new Dimension(symbol, 0);
        }

        private Message message() {
            return symbol.isEmpty() ? new Message().numbers(1, length) : new Message().text(2, symbol);
        }
    }

    /**
     * Takes a name that no value has yet.
     *
     * @param wish what it should be
     * @return the wish, or the wish and a number from 2
     */
    public String fresh(String wish) {
        String fresh = wish;
        for (int i = 2; !taken.add(fresh); i++) {
            fresh = wish + "." + i;
        }
        return fresh;
    }

    /**
     * Adds an operator's node, named after its first output.
     *
     * @param operator its kind
     * @param inputs values it takes; empty where an optional one is left out
     * @param outputs values it gives
     * @param attributes its settings
     */
    public void node(String operator, List<String> inputs, List<String> outputs, Attribute... attributes) {
        Message node = new Message();
        inputs.forEach(input -> node.text(1, input));
        outputs.forEach(output -> node.text(2, output));
        node.text(3, outputs.get(0)).text(4, operator);
        for (Attribute attribute : attributes) {
            node.message(5, attribute.message());
        }
        content.message(1, node);
    }

    /**
     * Adds an array of floats that stands in the file.
     *
     * @param value what it is called
     * @param dimensions none for a single number
     * @param numbers asked for when the file is written
     */
    public void floats(String value, long[] dimensions, Supplier<float[]> numbers) {
        long count = 1;
        for (long dimension : dimensions) {
            count = Math.multiplyExact(count, dimension);
        }
        content.message(5, tensor(value, dimensions, FLOAT).rawFloats(9, count, numbers));
    }

    /**
     * Adds an array of whole numbers that stands in the file.
     *
     * @param value what it is called
     * @param dimensions none for a single number
     * @param numbers as many as the dimensions say
     */
    public void longs(String value, long[] dimensions, long... numbers) {
        content.message(5, tensor(value, dimensions, INT64).rawLongs(9, numbers));
    }

    private static Message tensor(String value, long[] dimensions, int type) {
        return new Message().numbers(1, dimensions).numbers(2, type).text(8, value);
    }

    /**
     * Adds an entry of the network, in float32.
     *
     * @param value what it is called
     * @param dimensions of the array
     */
    public void input(String value, List<Dimension> dimensions) {
        content.message(11, value(value, dimensions));
    }

    /**
     * Adds an answer of the network, in float32.
     *
     * @param value what it is called; given by a node
     * @param dimensions of the array
     */
    public void output(String value, List<Dimension> dimensions) {
        content.message(12, value(value, dimensions));
    }

    private static Message value(String value, List<Dimension> dimensions) {
        Message shape = new Message();
        dimensions.forEach(dimension -> shape.message(1, dimension.message()));
        Message tensor = new Message().numbers(1, FLOAT).message(2, shape);
        return new Message().text(1, value).message(2, new Message().message(1, tensor));
    }

    /**
     * The whole file. Nothing may be added afterwards.
     *
     * @param format version of the file format (IR)
     * @param operators version of the operators (opset)
     * @return a ModelProto
     */
    public Message model(int format, int operators) {
        return new Message()
                .numbers(1, format)
                .text(2, "vung")
                .message(8, new Message().text(1, "").numbers(2, operators))
                .message(7, content.text(2, name));
    }
}
