package org.vung.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Extent;
import org.vung.nets.model.backbone.ResNet;
import org.vung.nets.model.rcnn.Rcnn;
import org.vung.nets.model.rcnn.RcnnParts;

/** The parts of a detector, which have convolutions and nothing else, as files of their own. */
class RcnnExportTest {

    private static Graph graph(Rcnn.Neck neck) {
        Rcnn.Options options = Rcnn.Options.of(ResNet.RESNET18, neck, 3, true).withWidths(new Rcnn.Widths(4, 8, 16));
        return Rcnn.of("small", options, new Extent(64, 96));
    }

    @ParameterizedTest
    @EnumSource
    void theBackboneTakesImagesOfAnySize(Rcnn.Neck neck) throws IOException {
        Graph backbone = RcnnParts.backbone(graph(neck));
        assertThat(Written.difference(backbone, new Extent(64, 96), new Extent(96, 64), new Extent(33, 50)))
                .isLessThanOrEqualTo(1e-4);
    }

    @Test
    void theProposalsHeadTakesEveryLevel() throws IOException {
        Graph head = RcnnParts.proposals(graph(Rcnn.Neck.FPN));
        assertThat(Written.difference(head, head.input().size(), new Extent(3, 5), new Extent(1, 1)))
                .isLessThanOrEqualTo(1e-4);
    }

    @ParameterizedTest
    @EnumSource
    void theHeadsTakeRegions(Rcnn.Neck neck) throws IOException {
        Graph whole = graph(neck);
        for (Graph head : List.of(RcnnParts.boxes(whole), RcnnParts.masks(whole))) {
            assertThat(Written.difference(head, head.input().size())).isLessThanOrEqualTo(1e-4);
        }
    }
}
