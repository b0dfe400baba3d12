package org.vung.nets.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.nets.layer.Layer;

class GraphJsonTest {

    private static final String TINY = GraphJson.write(Nets.tiny());

    @Test
    void everyLayerComesBackEqual() {
        Graph graph = LayerCases.everyLayer();
        Set<Class<?>> kinds =
                graph.nodes().stream().map(node -> node.layer().getClass()).collect(Collectors.toSet());
        assertThat(kinds).containsExactlyInAnyOrder(Layer.class.getPermittedSubclasses());
        assertThat(GraphJson.read(GraphJson.write(graph))).isEqualTo(graph);
        assertThat(GraphJson.read(GraphJson.write(Nets.unet(4)))).isEqualTo(Nets.unet(4));
    }

    @Test
    void theOrderOfAnswersStays() {
        assertThat(GraphJson.read(GraphJson.write(LayerCases.everyLayer()))
                        .outputs()
                        .keySet())
                .containsExactly("classes", "map");
    }

    /** Files of today must be read tomorrow: a component that is renamed breaks this. */
    @Test
    void theTextIsAsItWas() {
        assertThat(TINY).isEqualTo("""
                {"version":1,"name":"tiny","nodes":[
                {"name":"image","inputs":[],"type":"Input","shape":{"channels":3,"height":64,"width":64}},
                {"name":"conv1","inputs":["image"],"type":"Convolution","in":3,"out":8,"kernel":{"rows":3,"columns":3},\
                "stride":{"rows":1,"columns":1},\
                "padding":{"kind":"EXPLICIT","top":1,"bottom":1,"left":1,"right":1},\
                "dilation":{"rows":1,"columns":1},"groups":1,"bias":true,"start":"HE"},
                {"name":"relu1","inputs":["conv1"],"type":"Activation","function":"RELU","slope":0.0},
                {"name":"score","inputs":["relu1"],"type":"Convolution","in":8,"out":2,"kernel":{"rows":1,"columns":1},\
                "stride":{"rows":1,"columns":1},\
                "padding":{"kind":"EXPLICIT","top":0,"bottom":0,"left":0,"right":0},\
                "dilation":{"rows":1,"columns":1},"groups":1,"bias":true,"start":"HE"}
                ],"outputs":{"out":"score"}}
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"version\":1          | \"version\":2                | graph.version must be 1, got 2",
                "\"version\":1          | \"version\":\"1\"            | graph.version must be a whole number",
                "\"version\":1,         | ~~                           | graph must have 'version'",
                "\"version\":1          | \"version\":1,\"more\":0     | got 'more'",
                "\"version\":1          | \"version\":1,\"version\":1  | uplicate",
                "\"name\":\"tiny\"      | \"name\":7                   | graph.name must be a text, got 7",
                "\"name\":\"tiny\"      | \"name\":\"\"                | graph.name must be 1 … 1000 letters long, got 0",
                "\"nodes\":[            | \"nodes\":[3,                | nodes[0] must be an object, got 3",
                "\"inputs\":[\"image\"] | \"inputs\":\"image\"         | nodes[1].inputs must be an array",
                "\"inputs\":[\"image\"] | \"inputs\":[null]            | nodes[1].inputs must be a text, got null",
                "\"inputs\":[\"image\"] | \"inputs\":[\"score\"]       | layer 'conv1' must take from nodes before it, got 'score'",
                "\"inputs\":[\"image\"] | \"inputs\":[\"conv1\"]       | layer 'conv1' must take from nodes before it",
                "\"type\":\"Activation\"| \"type\":\"java.lang.String\"| nodes[2].type must be one of Input, Convolution",
                "\"type\":\"Activation\"| \"type\":\"Dropout\"         | nodes[2] must have only name, inputs, type, share, channels, got 'function'",
                "\"in\":3               | \"in\":3.0                   | nodes[1].in must be a whole number of 32 bits, got 3.0",
                "\"in\":3               | \"in\":4294967299            | nodes[1].in must be a whole number of 32 bits, got 4294967299",
                "\"in\":3               | \"in\":-3                    | nodes[1]: input channels must be at least 1, got -3",
                "\"in\":3,              | ~~                           | nodes[1] must have 'in', got none",
                "\"in\":3               | \"in\":4                     | layer 'conv1' (Convolution): its input must have 4 channels, got 3×64×64",
                "\"bias\":true          | \"bias\":1                   | nodes[1].bias must be true or false, got 1",
                "\"start\":\"HE\"       | \"start\":\"he\"             | nodes[1].start must be one of HE, NARROW",
                "\"slope\":0.0          | \"slope\":1e999              | nodes[2].slope must be a finite number",
                "\"slope\":0.0          | \"slope\":\"NaN\"            | nodes[2].slope must be a finite number",
                "\"height\":64          | \"height\":0                 | nodes[0].shape: shape must be at least 1×1×1",
                "\"height\":64          | \"height\":64,\"depth\":1    | nodes[0].shape must have only channels, height, width, got 'depth'",
                "\"score\",\"inputs\"   | \"conv1\",\"inputs\"         | layer names must be unique, got 'conv1' twice",
                "{\"out\":\"score\"}    | {}                           | outputs must name at least one node",
                "{\"out\":\"score\"}    | {\"out\":\"nowhere\"}        | outputs must name at least one node of the graph, got {out=nowhere}",
                "{\"out\":\"score\"}    | [\"score\"]                  | graph.outputs must be an object",
                "{\"out\":\"score\"}}   | {\"out\":\"score\"}} 1       | graph must be JSON",
                "{\"out\":\"score\"}}   | {\"out\":\"score\"}          | graph must be JSON"
            })
    void whatIsNotAGraphIsRefusedByName(String good, String bad, String message) {
        assertThat(TINY).contains(good);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraphJson.read(TINY.replaceFirst(java.util.regex.Pattern.quote(good), bad)))
                .withMessageContaining(message);
    }

    @Test
    void whatIsTooLargeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraphJson.read(TINY.replace("\"tiny\"", "\"" + "a".repeat(1001) + "\"")))
                .withMessageContaining("got 1001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraphJson.read(TINY.replace("\"nodes\":[", "\"nodes\":[" + "0,".repeat(100_000))))
                .withMessageContaining("graph.nodes must be at most 100000, got 100004");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraphJson.read("[".repeat(100_000)))
                .withMessageContaining("graph must be JSON");
        for (String text : Arrays.asList("", " ", "null", "[]", "3", "{}", "{\"version\":1}")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> GraphJson.read(text))
                    .withMessageContaining("graph");
        }
    }
}
