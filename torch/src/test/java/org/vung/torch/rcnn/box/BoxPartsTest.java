package org.vung.torch.rcnn.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.nets.layer.Extent;
import org.vung.torch.rcnn.Peer;
import tools.jackson.databind.JsonNode;

class BoxPartsTest {

    private static void near(float[] found, float[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int at = 0; at < found.length; at++) {
            assertThat((double) found[at])
                    .as("number " + at)
                    .isCloseTo(expected[at], within(1e-5 + 1e-5 * Math.abs(expected[at])));
        }
    }

    @Test
    void anchorsAreTorchvisions() {
        JsonNode peer = Peer.part("anchors");
        List<List<Double>> sizes = new ArrayList<>();
        peer.path("sizes").forEach(level -> sizes.add(doubles(level)));
        Anchors anchors = new Anchors(sizes, doubles(peer.path("aspects")), true);
        assertThat(anchors.perPlace()).isEqualTo(6);
        List<Extent> maps = List.of(new Extent(6, 9), new Extent(3, 5));
        Boxes all = anchors.of(maps, new Extent(50, 74)).stream().reduce(Boxes.NONE, Boxes::and);
        assertThat(all.edges()).isEqualTo(Peer.floats(peer.path("edges")));
    }

    private static List<Double> doubles(JsonNode array) {
        List<Double> numbers = new ArrayList<>();
        array.forEach(number -> numbers.add(number.asDouble()));
        return numbers;
    }

    @Test
    void anchorsThatAreNotRoundedHaveTheVeryAreaAndAspect() {
        Boxes boxes = new Anchors(List.of(List.of(10.0)), List.of(0.5, 2.0), false)
                .of(List.of(new Extent(1, 2)), new Extent(8, 16))
                .get(0);
        assertThat(boxes.count()).isEqualTo(4);
        for (int box = 0; box < 4; box++) {
            assertThat(boxes.area(box)).isCloseTo(100, within(1e-4f));
            assertThat(boxes.height(box) / boxes.width(box)).isCloseTo(box % 2 == 0 ? 0.5f : 2f, within(1e-5f));
            assertThat(boxes.left(box) + boxes.right(box)).isCloseTo(box < 2 ? 0f : 16f, within(1e-5f));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"proposals", "objects"})
    void codingIsTorchvisions(String which) {
        JsonNode peer = Peer.part("coding");
        Coding coding = which.equals("proposals") ? Coding.PROPOSALS : Coding.OBJECTS;
        Boxes from = Peer.boxes(peer.path("from"));
        near(
                coding.encode(Peer.boxes(peer.path("to")), from),
                Peer.floats(peer.path(which).path("encoded")));
        near(
                coding.decode(Peer.floats(peer.path("shifts")), from).edges(),
                Peer.floats(peer.path(which).path("decoded")));
    }

    @Test
    void whatIsEncodedIsDecoded() {
        JsonNode peer = Peer.part("coding");
        Boxes from = Peer.boxes(peer.path("from"));
        Boxes to = Peer.boxes(peer.path("to"));
        near(Coding.OBJECTS.decode(Coding.OBJECTS.encode(to, from), from).edges(), to.edges());
    }

    @Test
    void matchesAreTorchvisions() {
        JsonNode peer = Peer.part("matching");
        Boxes objects = Peer.boxes(peer.path("objects"));
        Boxes boxes = Peer.boxes(peer.path("boxes"));
        assertThat(Matching.ANCHORS.of(objects, boxes)).isEqualTo(Peer.ints(peer.path("anchors")));
        assertThat(Matching.PROPOSALS.of(objects, boxes)).isEqualTo(Peer.ints(peer.path("proposals")));
    }

    /** There all boxes that miss it would be its best. */
    @Test
    void anObjectThatNoBoxMeetsHasNone() {
        Boxes objects = Boxes.wrap(new float[] {0, 0, 10, 10, 90, 90, 95, 95});
        Boxes boxes = Boxes.wrap(new float[] {0, 0, 10, 9, 20, 20, 30, 30, 0, 0, 5, 10});
        assertThat(Matching.ANCHORS.of(objects, boxes)).containsExactly(0, Matching.NONE, Matching.UNSAID);
    }

    @Test
    void withoutObjectsAllBoxesAreOfNone() {
        Boxes boxes = Boxes.wrap(new float[] {0, 0, 10, 9, 20, 20, 30, 30});
        assertThat(Matching.ANCHORS.of(Boxes.NONE, boxes)).containsExactly(Matching.NONE, Matching.NONE);
        assertThat(Matching.ANCHORS.of(boxes, Boxes.NONE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // objects there are, others there are, boxes, share, objects drawn, others drawn
        "10, 100, 20, 0.5, 10, 10",
        "3, 100, 20, 0.5, 3, 17",
        "50, 100, 20, 0.25, 5, 15",
        "50, 4, 20, 0.25, 5, 4",
        "0, 2, 20, 0.5, 0, 2",
        "0, 0, 20, 0.5, 0, 0",
    })
    void aStepLearnsFromSoManyBoxes(int objects, int others, int boxes, double share, int drawn, int rest) {
        int[] matches = IntStream.concat(
                        IntStream.range(0, objects + others).map(box -> box < objects ? box : Matching.NONE),
                        IntStream.of(Matching.UNSAID, Matching.UNSAID))
                .toArray();
        int[] chosen = new Choice(boxes, share).of(matches, new SplittableRandom(1));
        assertThat(chosen).hasSize(drawn + rest).doesNotHaveDuplicates();
        assertThat(IntStream.of(chosen).limit(drawn))
                .allMatch(box -> matches[box] >= 0)
                .isSorted();
        assertThat(IntStream.of(chosen).skip(drawn))
                .allMatch(box -> matches[box] == Matching.NONE)
                .isSorted();
        assertThat(new Choice(boxes, share).of(matches, new SplittableRandom(1)))
                .isEqualTo(chosen);
    }

    /** Of 40 boxes 10 are drawn, so each should be in a quarter of 4,000 draws; 150 is more than five deviations. */
    @Test
    void everyBoxIsAsLikely() {
        int[] matches = IntStream.generate(() -> Matching.NONE).limit(40).toArray();
        int[] times = new int[40];
        SplittableRandom random = new SplittableRandom(7);
        for (int draw = 0; draw < 4000; draw++) {
            for (int box : new Choice(10, 0).of(matches, random)) {
                times[box]++;
            }
        }
        assertThat(IntStream.of(times)).allMatch(count -> Math.abs(count - 1000) < 150);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.3", "0.5", "0.7"})
    void suppressionIsTorchvisions(String overlap) {
        JsonNode peer = Peer.part("suppression");
        int[] kept = new Suppression(Double.parseDouble(overlap))
                .of(Peer.boxes(peer.path("boxes")), Peer.floats(peer.path("scores")), Peer.ints(peer.path("groups")));
        float[] scores = Peer.floats(peer.path("scores"));
        int[] expected = Peer.ints(peer.path("kept").path(overlap));
        assertThat(kept).containsExactlyInAnyOrder(expected);
        assertThat(IntStream.of(kept).mapToDouble(box -> -scores[box])).isSorted();
    }

    @Test
    void theSurestComeFirstAndEqualOnesStay() {
        float[] scores = {0, -1, 3, -0f, Float.MAX_VALUE, -Float.MAX_VALUE, 3, 1e-30f};
        assertThat(Suppression.surestFirst(scores)).containsExactly(4, 2, 6, 7, 0, 3, 1, 5);
    }

    @Test
    void wrongNumbersAreNamed() {
        assertThatThrownBy(() -> Boxes.wrap(new float[3])).hasMessageContaining("3");
        assertThatThrownBy(() -> new Matching(0.3, 0.5, false)).hasMessageContainingAll("0.3", "0.5");
        assertThatThrownBy(() -> new Choice(0, 0.5)).hasMessageContaining("0");
        assertThatThrownBy(() -> new Suppression(1.5)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> Anchors.doubling(0, 5)).hasMessageContaining("0.0");
        assertThatThrownBy(() -> Anchors.doubling(8, 2).of(List.of(new Extent(1, 1)), new Extent(4, 4)))
                .hasMessageContainingAll("1 levels", "2");
    }
}
