package org.vung.nets.model.deeplab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Shape;
import org.vung.nets.model.backbone.ResNet;

class OutputStrideTest {

    /** torchvision: the first block of a dilated layer still has the dilation of the layer before. */
    @ParameterizedTest
    @CsvSource({
        "layer2.0, 2, 1",
        "layer2.1, 1, 1",
        "layer3.0, 1, 1",
        "layer3.1, 1, 2",
        "layer3.5, 1, 2",
        "layer4.0, 1, 2",
        "layer4.1, 1, 4",
        "layer4.2, 1, 4"
    })
    void stridesBecomeDilations(String block, int stride, int dilation) {
        Graph graph = FcnResNet.of(ResNet.RESNET50, 21, Extent.square(65));
        Convolution three =
                (Convolution) graph.node("backbone." + block + ".conv2").layer();
        assertThat(three.stride()).isEqualTo(Extent.square(stride));
        assertThat(three.dilation()).isEqualTo(Extent.square(dilation));
    }

    @Test
    void oddSizesAreAnsweredAtTheirResolution() {
        Graph graph = DeepLabV3.onResNet(ResNet.RESNET50, 21, new Extent(97, 81));
        assertThat(graph.outputs().keySet()).containsExactly("out", "aux");
        assertThat(graph.shapes())
                .containsEntry("backbone.layer4.2.relu", new Shape(2048, 13, 11))
                .containsEntry("out", new Shape(21, 97, 81))
                .containsEntry("aux", new Shape(21, 97, 81));
        assertThat(graph.only("out").parameters()).doesNotContainKey("aux_classifier.0.weight");
    }

    @Test
    void thePlusVariantHasStrideSixteenAndFortyEightFineChannels() {
        Graph graph = DeepLabV3Plus.of(ResNet.RESNET50, 21, Extent.square(512));
        assertThat(graph.shapes())
                .containsEntry("backbone.layer4.2.relu", new Shape(2048, 32, 32))
                .containsEntry("decoder.concatenate", new Shape(304, 128, 128));
    }
}
