package org.vung.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.vung.nets.graph.Node;
import org.vung.nets.layer.Parameter;
import org.vung.nets.numbers.Numbers;
import org.vung.onnx.format.Attribute;
import org.vung.onnx.format.OnnxGraph;
import org.vung.onnx.format.OnnxGraph.Dimension;

/** One layer's place in the file: the values it takes, the value it gives, its parameters, and what it needs on the way. */
final class Place {

    private final OnnxGraph file;
    private final Node node;
    private final Numbers numbers;
    private final List<String> inputs;
    private final Given given;

    Place(OnnxGraph file, Node node, Numbers numbers, List<String> inputs, Given given) {
        this.file = file;
        this.node = node;
        this.numbers = numbers;
        this.inputs = List.copyOf(inputs);
        this.given = given;
    }

    /** What the layer's value is called, and its dimensions. */
    record Given(String name, List<Dimension> dimensions) {}

    Node node() {
        return node;
    }

    String layer() {
        return node.name();
    }

    /** The first value taken. */
    String x() {
        return inputs.get(0);
    }

    List<String> inputs() {
        return inputs;
    }

    /** Makes the value an input of the whole network. */
    String enter() {
        file.input(given.name(), given.dimensions());
        return given.name();
    }

    /** The last operator of the layer, which gives the layer's value. */
    String give(String operator, List<String> taken, Attribute... attributes) {
        file.node(operator, taken, List.of(given.name()), attributes);
        return given.name();
    }

    /** The same with a second value beside the layer's. */
    String giveBoth(String second, String operator, List<String> taken, Attribute... attributes) {
        file.node(operator, taken, List.of(given.name(), second), attributes);
        return given.name();
    }

    /** An operator on the way. */
    String step(String operator, List<String> taken, Attribute... attributes) {
        String value = file.fresh(layer() + "/" + operator.toLowerCase(Locale.ROOT));
        file.node(operator, taken, List.of(value), attributes);
        return value;
    }

    /** An operator on the way without settings. */
    String step(String operator, String... taken) {
        return step(operator, List.of(taken));
    }

    /** Fixed whole numbers in a row. */
    String longs(long... values) {
        return longs(new long[] {values.length}, values);
    }

    /** Fixed whole numbers of some dimensions. */
    String longs(long[] dimensions, long... values) {
        String value = file.fresh(layer() + "/numbers");
        file.longs(value, dimensions, values);
        return value;
    }

    /** A fixed whole number without dimensions. */
    String scalar(long value) {
        return longs(new long[0], value);
    }

    /** Fixed numbers in a row, as many as {@code count}, all the same. */
    String same(float value, int count) {
        return floats(new long[] {count}, value);
    }

    /** A fixed number without dimensions. */
    String decimal(float value) {
        return floats(new long[0], value);
    }

    private String floats(long[] dimensions, float value) {
        String name = file.fresh(layer() + "/numbers");
        int count = (int) LongStream.of(dimensions).reduce(1, (a, b) -> a * b);
        float[] values = new float[count];
        Arrays.fill(values, value);
        file.floats(name, dimensions, () -> values);
        return name;
    }

    /** A value, then all parameters of the layer in its order. */
    List<String> withParameters(String value) {
        List<String> taken = new ArrayList<>(List.of(value));
        for (Parameter parameter : node.layer().parameters()) {
            taken.add(parameter(
                    parameter,
                    parameter.dimensions().stream()
                            .mapToLong(Integer::longValue)
                            .toArray()));
        }
        return taken;
    }

    /** A parameter of one number a channel, laid along the channels of a map: [C, 1, 1]. */
    String alongChannels(Parameter parameter) {
        return parameter(parameter, new long[] {parameter.numbers(), 1, 1});
    }

    private String parameter(Parameter parameter, long[] dimensions) {
        String key = layer() + "." + parameter.name();
        file.floats(key, dimensions, () -> numbers.checked(key, parameter));
        return key;
    }
}
