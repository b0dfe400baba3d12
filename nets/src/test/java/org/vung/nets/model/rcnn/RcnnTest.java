package org.vung.nets.model.rcnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.image.file.Existing;
import org.vung.label.LabelClass;
import org.vung.nets.file.Answer;
import org.vung.nets.file.ModelFile;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.graph.Cost;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphJson;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Shape;
import org.vung.nets.model.Models;
import org.vung.nets.model.backbone.ResNet;
import org.vung.nets.weights.NamedTensor;
import org.vung.nets.weights.Weights;

class RcnnTest {

    private static final Extent SIZE = new Extent(200, 333);

    private static Graph graph(Rcnn.Neck neck, boolean masks) {
        return Rcnn.of("rcnn", Rcnn.Options.of(ResNet.RESNET18, neck, 5, masks), SIZE);
    }

    @Test
    void eachPartHasOneInputAndItsOwnAnswers() {
        Graph graph = graph(Rcnn.Neck.FPN, true);
        assertThat(graph.inputs()).hasSize(4);
        Graph backbone = RcnnParts.backbone(graph);
        assertThat(backbone.inputs()).hasSize(1);
        assertThat(backbone.outputs().keySet()).containsExactly("level0", "level1", "level2", "level3", "level4");
        assertThat(backbone.shapes())
                .containsEntry(backbone.outputs().get("level0"), new Shape(256, 50, 84))
                .containsEntry(backbone.outputs().get("level3"), new Shape(256, 7, 11))
                .containsEntry(backbone.outputs().get("level4"), new Shape(256, 4, 6));
        Graph proposals = RcnnParts.proposals(graph);
        assertThat(proposals.shapes())
                .containsEntry(proposals.outputs().get("objectness"), new Shape(3, 50, 84))
                .containsEntry(proposals.outputs().get("shifts"), new Shape(12, 50, 84));
        Graph boxes = RcnnParts.boxes(graph);
        assertThat(boxes.shapes())
                .containsEntry(boxes.outputs().get("scores"), Shape.vector(5))
                .containsEntry(boxes.outputs().get("boxes"), Shape.vector(20));
        Graph masks = RcnnParts.masks(graph);
        assertThat(masks.shapes()).containsEntry(masks.output(), new Shape(5, 28, 28));
    }

    @Test
    void theHeadsOfC4ShareTheFourthLayer() {
        Graph graph = graph(Rcnn.Neck.C4, true);
        Set<String> shared = new HashSet<>(RcnnParts.boxes(graph).parameters().keySet());
        shared.retainAll(RcnnParts.masks(graph).parameters().keySet());
        assertThat(shared).isNotEmpty().allMatch(key -> key.startsWith("roi_heads.res5."));
        Graph backbone = RcnnParts.backbone(graph);
        assertThat(backbone.shapes()).containsEntry(backbone.output(), new Shape(256, 13, 21));
    }

    @Test
    void aFasterRcnnIsTheSameWithoutTheMaskHead() {
        Graph with = graph(Rcnn.Neck.FPN, true);
        Graph without = graph(Rcnn.Neck.FPN, false);
        assertThat(RcnnParts.hasMasks(with)).isTrue();
        assertThat(RcnnParts.hasMasks(without)).isFalse();
        assertThat(with.parameters()).containsAllEntriesOf(without.parameters());
    }

    @Test
    void liveNormsAreLearnedAndFrozenOnesAreNot() {
        Rcnn.Options frozen = Rcnn.Options.of(ResNet.RESNET50, Rcnn.Neck.FPN, 91, true);
        long still = Cost.of(Rcnn.of("rcnn", frozen, SIZE)).parameters();
        long live = Cost.of(Rcnn.of("rcnn", frozen.withLiveNorms(), SIZE)).parameters();
        assertThat(live - still).isEqualTo(53_120); // γ and β of a ResNet-50
    }

    @Test
    void narrowOnesAreSmall() {
        Rcnn.Options narrow =
                Rcnn.Options.of(ResNet.RESNET18, Rcnn.Neck.FPN, 2, true).withWidths(new Rcnn.Widths(32, 64, 256));
        assertThat(Cost.of(Rcnn.of("rcnn", narrow, SIZE)).parameters()).isLessThan(8_000_000);
        assertThatThrownBy(() -> new Rcnn.Widths(0, 64, 256)).hasMessageContaining("0, 64");
        assertThatThrownBy(() -> Rcnn.Options.of(ResNet.RESNET18, Rcnn.Neck.FPN, 1, true))
                .hasMessageContaining("1");
    }

    @ParameterizedTest
    @CsvSource({
        "backbone.fpn.inner_blocks.2.weight, backbone.fpn.inner_blocks.2.0.weight",
        "backbone.fpn.layer_blocks.0.bias, backbone.fpn.layer_blocks.0.0.bias",
        "rpn.head.conv.weight, rpn.head.conv.0.0.weight",
        "roi_heads.mask_head.mask_fcn1.weight, roi_heads.mask_head.0.0.weight",
        "roi_heads.mask_head.mask_fcn4.bias, roi_heads.mask_head.3.0.bias",
    })
    void olderNamesAreKnown(String older, String newer) {
        assertThat(graph(Rcnn.Neck.FPN, true).parameters()).containsKey(newer).doesNotContainKey(older);
        assertThat(RcnnParts.olderNames().apply(older)).isEqualTo(newer);
        assertThat(RcnnParts.olderNames().apply(newer)).isEqualTo(newer);
    }

    @Test
    void aModelFileHoldsAllParts(@TempDir Path folder) throws IOException {
        Rcnn.Options options =
                Rcnn.Options.of(ResNet.RESNET18, Rcnn.Neck.FPN, 3, true).withWidths(new Rcnn.Widths(4, 4, 4));
        Graph graph = Rcnn.of("rcnn", options, SIZE);
        List<NamedTensor> tensors = new ArrayList<>();
        graph.parameters()
                .forEach((key, parameter) -> tensors.add(
                        NamedTensor.of(key, parameter.dimensions(), new float[Math.toIntExact(parameter.numbers())])));
        List<LabelClass> classes =
                List.of(new LabelClass("background", 0), new LabelClass("cat", 1), new LabelClass("dog", 2));
        ModelFile model =
                new ModelFile(graph, Weights.of(tensors), Preprocessing.imageNet(), Answer.LOGITS, classes, Map.of());
        Path file = folder.resolve("rcnn.vung");
        model.write(file, Existing.KEEP);
        assertThat(ModelFile.read(file).graph()).isEqualTo(graph);
        assertThat(ModelFile.read(file).classes()).isEqualTo(classes);
    }

    @Test
    void anotherSizeOfTheImageLeavesTheHeadsAsTheyAre() {
        Graph graph = Models.named("maskrcnn-resnet18-fpn").graph();
        Graph larger = graph.sized(new Extent(400, 600));
        assertThat(larger.input()).isEqualTo(new Shape(3, 400, 600));
        assertThat(RcnnParts.masks(larger).input()).isEqualTo(new Shape(256, 14, 14));
        assertThat(GraphJson.read(GraphJson.write(larger))).isEqualTo(larger);
    }
}
