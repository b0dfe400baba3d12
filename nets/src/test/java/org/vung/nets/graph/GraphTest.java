package org.vung.nets.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vung.nets.layer.Activation;
import org.vung.nets.layer.Add;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Flatten;
import org.vung.nets.layer.Input;
import org.vung.nets.layer.Linear;
import org.vung.nets.layer.Parameter;
import org.vung.nets.layer.Shape;

class GraphTest {

    private static final Node IMAGE = new Node("image", new Input(new Shape(3, 8, 8)), List.of());

    private static Node relu(String name, String... inputs) {
        return new Node(name, Activation.relu(), List.of(inputs));
    }

    @Test
    void shapesOfEveryNode() {
        assertThat(Nets.tiny().shapes())
                .containsExactly(
                        Map.entry("image", new Shape(3, 64, 64)),
                        Map.entry("conv1", new Shape(8, 64, 64)),
                        Map.entry("relu1", new Shape(8, 64, 64)),
                        Map.entry("score", new Shape(2, 64, 64)));
    }

    @Test
    void parametersAreNamedAsInPyTorch() {
        assertThat(Nets.tiny().parameters().keySet())
                .containsExactly("conv1.weight", "conv1.bias", "score.weight", "score.bias");
        assertThat(Nets.resnet18().parameters().keySet())
                .contains("layer2.0.downsample.0.weight", "layer2.0.downsample.1.running_var", "fc.bias");
    }

    @Test
    void anotherSizeKeepsTheLayers() {
        Graph larger = Nets.tiny().sized(new Extent(100, 30));
        assertThat(larger.input()).isEqualTo(new Shape(3, 100, 30));
        assertThat(larger.shapes()).containsEntry("score", new Shape(2, 100, 30));
        assertThat(larger.sized(new Extent(64, 64))).isEqualTo(Nets.tiny());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nets.unet(4).sized(new Extent(20, 20)))
                .withMessage("layer 'down2.conv1' (Convolution): its input must be at least as large as the window of "
                        + "3×3 less its padding 0×0, got 128×2×2; take a larger image or more padding");
    }

    @Test
    void onlyOneAnswerKeepsWhatItNeeds() {
        Graph map = LayerCases.everyLayer().only("map");
        assertThat(map.outputs()).containsExactly(Map.entry("map", "resize"));
        assertThat(map.nodes()).extracting(Node::name).contains("conv", "crop").doesNotContain("centre", "linear");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nets.tiny().only("aux"))
                .withMessage("output must be one of [out], got 'aux'");
    }

    @Test
    void equalGraphsHaveEqualNodesAndAnswersInOrder() {
        assertThat(Nets.tiny()).isEqualTo(Nets.tiny()).hasSameHashCodeAs(Nets.tiny());
        assertThat(Nets.unet(2)).isNotEqualTo(Nets.unet(3));
        List<Node> nodes = List.of(IMAGE, relu("a", "image"), relu("b", "image"));
        Map<String, String> reversed = new LinkedHashMap<>();
        reversed.put("y", "b");
        reversed.put("x", "a");
        Map<String, String> ordered = new LinkedHashMap<>();
        ordered.put("x", "a");
        ordered.put("y", "b");
        assertThat(Graph.of("g", nodes, ordered)).isNotEqualTo(Graph.of("g", nodes, reversed));
        assertThat(Graph.of("g", nodes, ordered)).isNotEqualTo(Graph.of("h", nodes, ordered));
    }

    @Test
    void wiresThatDoNotFitAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Graph.of("g", List.of(relu("a", "b"), IMAGE), Map.of("out", "a")))
                .withMessage("layer 'a' must take from nodes before it, got 'b'; add that one first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Graph.of("g", List.of(IMAGE, IMAGE), Map.of("out", "image")))
                .withMessageContaining("got 'image' twice; rename one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Graph.of("g", List.of(IMAGE), Map.of("out", "nowhere")))
                .withMessageContaining("got {out=nowhere}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Graph.of("g", List.of(IMAGE, relu("a", "image", "image")), Map.of("out", "a")))
                .withMessageStartingWith("layer 'a' (Activation): it must have 1 input, got 2 [3×8×8, 3×8×8]");
        GraphBuilder net = Graph.builder("g");
        String image = net.input("image", new Shape(3, 8, 8));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> net.add("conv", Convolution.of(4, 1, 1), image))
                .withMessageStartingWith("layer 'conv' (Convolution): its input must have 4 channels, got 3×8×8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> net.add("sum", new Add(), image, "skip"))
                .withMessage("input must be a node added before, got 'skip'; add it first");
        assertThatIllegalArgumentException().isThrownBy(net::build).withMessageContaining("at least one node");
    }

    /** 3·8·9 + 8 and 8·2 + 2 parameters; 64² pixels times 3·8·9 and 8·2 products; maps of 3, 8, 8 and 2 channels. */
    @Test
    void costByHand() {
        assertThat(Cost.of(Nets.tiny())).isEqualTo(new Cost(224 + 18, 0, 64 * 64 * (216 + 16), 64 * 64 * 21));
    }

    @Test
    void costOfThePapersNets() {
        assertThat(Cost.of(Nets.unet(4)).parameters()).isEqualTo(31_031_682);
        Cost resnet = Cost.of(Nets.resnet18());
        assertThat(resnet.parameters()).isEqualTo(11_689_512); // torchvision
        assertThat(resnet.statistics()).isEqualTo(2 * 4800);
        assertThat(resnet.multiplyAdds()).isEqualTo(1_814_073_344L);
        assertThat(Cost.of(Nets.vgg16(224).output("out", "pool5").build()).parameters())
                .isEqualTo(14_714_688);
    }

    @Test
    void numbersBeyond64BitsAreRefused() {
        int most = Integer.MAX_VALUE;
        GraphBuilder net = Graph.builder("huge");
        String vector = net.add("flat", new Flatten(), net.input("image", new Shape(most, 1, 1)));
        net.add("linear", new Linear(most, most, false), vector);
        String conv = net.add("conv", Convolution.of(most, most, 3).withPadding(1), "image");
        Graph graph = net.output("out", conv).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cost.of(graph))
                .withMessage("layer 'conv' must have numbers that 64 bits count, got more; make it smaller");
    }

    @Test
    void aParameterCountsItsNumbers() {
        Parameter weight = Convolution.of(6, 4, 3).withGroups(2).parameters().get(0);
        assertThat(weight.dimensions()).containsExactly(4, 3, 3, 3);
        assertThat(weight.numbers()).isEqualTo(108);
    }
}
