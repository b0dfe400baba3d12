package org.vung.torch.rcnn.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.image.Size;
import org.vung.mask.RunLengths;
import org.vung.torch.rcnn.Peer;
import org.vung.torch.rcnn.box.Boxes;
import org.vung.torch.run.Libtorch;
import org.vung.torch.run.Tensors;
import tools.jackson.databind.JsonNode;

class RoiPartsTest {

    @BeforeAll
    static void load() {
        Libtorch.load();
    }

    private static void near(float[] found, float[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int at = 0; at < found.length; at++) {
            assertThat((double) found[at])
                    .as("number " + at)
                    .isCloseTo(expected[at], within(2e-5 + 1e-4 * Math.abs(expected[at])));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void regionsAndTheirGradientsAreTorchvisions(int which) {
        JsonNode peer = Peer.part("regions");
        JsonNode answer = peer.path("answers").path(which);
        try (PointerScope scope = new PointerScope()) {
            Tensor maps = Tensor.create(Peer.floats(peer.path("maps")), 2, 3, 9, 12);
            maps.set_requires_grad(true);
            Tensor regions = regions(maps, peer, answer);
            near(Tensors.toFloats(regions.detach()), Peer.floats(answer.path("values")));
            float[] pull = new float[Math.toIntExact(regions.numel())];
            IntStream.range(0, pull.length).forEach(at -> pull[at] = at % 7);
            regions.mul(Tensor.create(pull, shape(regions))).sum().backward();
            near(Tensors.toFloats(maps.grad()), Peer.floats(answer.path("gradient")));
        }
    }

    private static long[] shape(Tensor tensor) {
        return new long[] {tensor.size(0), tensor.size(1), tensor.size(2), tensor.size(3)};
    }

    private static Tensor regions(Tensor maps, JsonNode peer, JsonNode answer) {
        Boxes boxes = Peer.boxes(peer.path("boxes"));
        int[] images = Peer.ints(peer.path("images"));
        int side = answer.path("side").asInt();
        Grid grid = new Grid(
                side, answer.path("samples").asInt(), answer.path("centred").asBoolean());
        return answer.path("kind").asString().equals("pool")
                ? RoiPool.of(maps, boxes, images, 0.25f, side)
                : RoiAlign.of(maps, boxes, images, 0.25f, grid);
    }

    @Test
    void levelsAreTorchvisions() {
        JsonNode peer = Peer.part("levels");
        Boxes boxes = Peer.boxes(peer.path("boxes"));
        Levels levels = Levels.of(List.of(4, 8, 16, 32));
        assertThat(IntStream.range(0, boxes.count()).map(box -> levels.of(boxes, box)))
                .containsExactly(
                        Arrays.stream(Peer.ints(peer.path("levels"))).boxed().toArray(Integer[]::new));
        assertThatThrownBy(() -> Levels.of(List.of(4, 12))).hasMessageContaining("12");
    }

    /** A map whose number is its place shows where each region came from. */
    @Test
    void regionsOfSeveralLevelsStayInOrder() {
        try (PointerScope scope = new PointerScope()) {
            Tensor fine = Tensor.create(new float[] {1, 1, 1, 1}, 1, 1, 2, 2);
            Tensor coarse = Tensor.create(new float[] {2}, 1, 1, 1, 1);
            Boxes boxes = Boxes.wrap(new float[] {0, 0, 300, 300, 0, 0, 8, 8, 0, 0, 400, 400});
            Levels levels = new Levels(2, 2);
            Tensor regions = levels.regions(List.of(fine, coarse), boxes, new int[3], new Grid(1, 1, false));
            assertThat(regions.size(0)).isEqualTo(3);
            Tensor none = levels.regions(List.of(fine, coarse), Boxes.NONE, new int[0], Grid.of(7));
            assertThat(shape(none)).containsExactly(0, 1, 7, 7);
            Tensor small = levels.regions(
                    List.of(fine, coarse),
                    Boxes.wrap(new float[] {0, 0, 8, 8, 0, 0, 224, 224, 1, 1, 5, 5}),
                    new int[3],
                    new Grid(1, 1, true));
            assertThat(Tensors.toFloats(small)).containsExactly(1, 0, 1);
        }
    }

    @Test
    void whatIsToBeDrawnIsTorchvisions() {
        JsonNode peer = Peer.part("masks");
        Size size = new Size(40, 56);
        Boxes boxes = Peer.boxes(peer.path("boxes"));
        int[] which = Peer.ints(peer.path("which"));
        float[] found = new float[0];
        for (int box = 0; box < which.length; box++) {
            RunLengths mask = RunLengths.of(size, Peer.ints(peer.path("masks").path(which[box])));
            float[] own = MaskTargets.of(mask, boxes.only(new int[] {box}), 28);
            found = Arrays.copyOf(found, found.length + own.length);
            System.arraycopy(own, 0, found, found.length - own.length, own.length);
        }
        near(found, Peer.floats(peer.path("targets")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pastedMasksAreThePeers(boolean centred) {
        JsonNode peer = Peer.part("pasting");
        float[] masks = Peer.floats(peer.path("masks"));
        Boxes boxes = Peer.boxes(peer.path("boxes"));
        for (int box = 0; box < boxes.count(); box++) {
            float[] mask = Arrays.copyOfRange(masks, 49 * box, 49 * box + 49);
            RunLengths pasted = new Pasting(0.5, centred).of(mask, 7, boxes, box, new Size(40, 56));
            assertThat(pasted.counts())
                    .as("mask " + box)
                    .isEqualTo(
                            Peer.ints(peer.path(centred ? "centred" : "pasted").path(box)));
        }
    }
}
