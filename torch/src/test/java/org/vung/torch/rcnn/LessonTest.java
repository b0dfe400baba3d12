package org.vung.torch.rcnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.ResidentMemory;
import org.vung.image.Size;
import org.vung.mask.RunLengths;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Extent;
import org.vung.nets.model.backbone.ResNet;
import org.vung.nets.model.rcnn.Rcnn;
import org.vung.nets.numbers.RandomStart;
import org.vung.torch.parallel.Group;
import org.vung.torch.rcnn.box.Anchors;
import org.vung.torch.rcnn.box.Boxes;
import org.vung.torch.rcnn.box.Choice;
import org.vung.torch.rcnn.box.Matching;
import org.vung.torch.rcnn.box.Suppression;
import org.vung.torch.run.Precision;
import org.vung.torch.run.Tensors;
import org.vung.torch.train.network.TrainableParts;
import tools.jackson.databind.JsonNode;

class LessonTest {

    /** As many boxes as there are, so that none is drawn by chance. */
    private static final Learning ALL = new Learning(
            Matching.ANCHORS,
            new Choice(1_000_000, 0.5),
            new Proposing(80, 50, new Suppression(0.7), 1e-3),
            Matching.PROPOSALS,
            new Choice(1000, 0.9));

    /** An image of blots as the network sees it, zeros below. */
    private static Tensor seen(int height) {
        float[] samples = Preprocessing.imageNet().of(DetectorTest.blots(new Size(height, 96)));
        Tensor image = Tensor.create(samples, 1, height, 96, 3).permute(0, 3, 1, 2);
        return torch.constant_pad_nd(image, 0, 0, 0, 96 - height);
    }

    private static Targets objects(JsonNode peer) {
        List<RunLengths> masks = IntStream.range(0, 3)
                .mapToObj(at -> RunLengths.of(
                        new Size(80, 96), Peer.ints(peer.path("masks").path(at))))
                .toList();
        return new Targets(Peer.boxes(peer.path("boxes")), List.of(2, 1, 3), masks);
    }

    @Test
    void lossesAndGradientsAreTorchvisions() {
        JsonNode peer = Peer.file("losses.json");
        Graph graph = DetectorTest.graph(true);
        try (PointerScope scope = new PointerScope();
                TrainableParts network =
                        new TrainableParts(graph, DetectorTest.numbers(), Precision.FLOAT32, Group.alone())) {
            Tensor images = torch.cat(new TensorVector(seen(80), seen(64)), 0);
            Lesson.Losses losses = new Lesson(network, Anchors.doubling(32, 5), ALL)
                    .of(
                            images,
                            List.of(new Extent(80, 96), new Extent(64, 96)),
                            List.of(objects(peer), Targets.none()),
                            new SplittableRandom(1));
            JsonNode expected = peer.path("losses");
            near(losses.objectness(), expected.path("loss_objectness"));
            near(losses.proposals(), expected.path("loss_rpn_box_reg"));
            near(losses.classes(), expected.path("loss_classifier"));
            near(losses.boxes(), expected.path("loss_box_reg"));
            near(losses.masks(), expected.path("loss_mask"));
            losses.sum().backward();
            peer.path("gradients").properties().forEach(entry -> {
                double length =
                        network.parameters().view(entry.getKey()).grad().norm().item_float();
                assertThat(length)
                        .as(entry.getKey())
                        .isCloseTo(
                                entry.getValue().asDouble(),
                                within(5e-3 * entry.getValue().asDouble()));
            });
        }
    }

    private static void near(Tensor found, JsonNode expected) {
        assertThat((double) found.item_float())
                .isCloseTo(expected.asDouble(), within(1e-4 * Math.abs(expected.asDouble())));
    }

    private static final Extent SMALL = new Extent(64, 64);

    private static Graph small(Rcnn.Neck neck, boolean masks) {
        Rcnn.Options options = Rcnn.Options.of(ResNet.RESNET18, neck, 3, masks)
                .withWidths(new Rcnn.Widths(8, 16, 32))
                .withLiveNorms();
        return Rcnn.of("small", options, SMALL);
    }

    private static Anchors anchors(Rcnn.Neck neck) {
        return neck == Rcnn.Neck.FPN
                ? Anchors.doubling(8, 5)
                : new Anchors(List.of(List.of(8.0, 16.0, 32.0, 64.0, 128.0)), List.of(0.5, 1.0, 2.0), true);
    }

    private static Targets of(float... edges) {
        Boxes boxes = Boxes.wrap(edges);
        boolean[] all = new boolean[64 * 64];
        Arrays.fill(all, true);
        RunLengths mask = RunLengths.of(new Size(64, 64), all);
        return new Targets(
                boxes,
                IntStream.range(0, boxes.count()).mapToObj(box -> 1 + box % 2).toList(),
                Collections.nCopies(boxes.count(), mask));
    }

    private static float[] many() {
        float[] edges = new float[4 * 400];
        for (int box = 0; box < 400; box++) {
            edges[4 * box] = box % 20 * 3;
            edges[4 * box + 1] = box / 20 * 3;
            edges[4 * box + 2] = edges[4 * box] + 4;
            edges[4 * box + 3] = edges[4 * box + 1] + 4;
        }
        return edges;
    }

    private static final List<Targets> AWKWARD = List.of(
            Targets.none(),
            of(10, 10, 11, 11), // one pixel
            of(10, 10, 10.001f, 30), // next to nothing
            of(0, 0, 64, 64, 0, 0, 64, 64, 0, 0, 64, 64), // one upon the other
            of(many()));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void everyStepHasFiniteLossesAndGradients(int which) {
        for (Rcnn.Neck neck : Rcnn.Neck.values()) {
            Graph graph = small(neck, true);
            try (PointerScope scope = new PointerScope();
                    TrainableParts network =
                            new TrainableParts(graph, new RandomStart(graph, 1), Precision.FLOAT32, Group.alone())) {
                Tensor images = torch.zeros(2, 3, 64, 64).contiguous(torch.MemoryFormat.ChannelsLast);
                Lesson.Losses losses = new Lesson(network, anchors(neck), Learning.usual())
                        .of(
                                images,
                                List.of(SMALL, SMALL),
                                List.of(AWKWARD.get(which), AWKWARD.get(which)),
                                new SplittableRandom(1));
                losses.sum().backward();
                assertThat(losses.sum().item_float()).isFinite();
                if (which == 0) {
                    assertThat(losses.proposals().item_float()).isZero();
                    assertThat(losses.boxes().item_float()).isZero();
                    assertThat(losses.masks().item_float()).isZero();
                }
                for (float number : Tensors.toFloats(network.parameters().gradient())) {
                    assertThat(number).isFinite();
                }
            }
        }
    }

    /** A leak of one step's maps would be megabytes a step. */
    @Test
    void memoryDoesNotGrow() throws IOException {
        Graph graph = small(Rcnn.Neck.FPN, true);
        try (TrainableParts network =
                new TrainableParts(graph, new RandomStart(graph, 1), Precision.FLOAT32, Group.alone())) {
            Lesson lesson = new Lesson(network, anchors(Rcnn.Neck.FPN), Learning.usual());
            SplittableRandom random = new SplittableRandom(1);
            long growth = ResidentMemory.leastGrowth(2000, () -> {
                for (int step = 0; step < 20; step++) {
                    try (PointerScope scope = new PointerScope()) {
                        Tensor images = torch.rand(1, 3, 64, 64).contiguous(torch.MemoryFormat.ChannelsLast);
                        lesson.of(images, List.of(SMALL), List.of(of(5, 5, 30, 40, 20, 10, 60, 50)), random)
                                .sum()
                                .backward();
                    }
                }
            });
            assertThat(growth).describedAs("kB in 20 steps").isLessThan(2000);
        }
    }

    @Test
    void wrongTargetsAreNamed() {
        assertThatThrownBy(() -> of(10, 10, 10, 20)).hasMessageContainingAll("0.0 x 10.0", "place 0", "data check");
        assertThatThrownBy(() -> new Targets(Boxes.wrap(new float[] {0, 0, 1, 1}), List.of(0), List.of()))
                .hasMessageContainingAll("at least 1", "got 0");
        assertThatThrownBy(() -> new Targets(Boxes.NONE, List.of(1), List.of()))
                .hasMessageContaining("0 boxes, 1 classes");
    }
}
