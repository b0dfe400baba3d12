package org.vung.nets.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyMapTest {

    @Test
    void rulesRunInOrderAndTheNetworksOrderHolds() throws WeightFileException {
        KeyMap map = KeyMap.none().replacing("^features\\.(\\d+)", "block$1").replacing("block0\\.", "stem.");
        Weights file = Weights.of(
                tensor("features.1.weight", 2),
                tensor("features.0.weight", 3),
                tensor("features.0.num_batches_tracked"));
        Map<String, List<Integer>> expected = new LinkedHashMap<>();
        expected.put("stem.weight", List.of(3));
        expected.put("stem.num_batches_tracked", List.of());
        expected.put("block1.weight", List.of(2));
        expected.put("block1.num_batches_tracked", List.of());

        MatchReport report = map.match(file, expected);
        assertThat(report.isComplete()).isTrue();
        assertThat(report.matchedOrThrow().names())
                .containsExactly("stem.weight", "stem.num_batches_tracked", "block1.weight");
    }

    @Test
    void whatDoesNotFitIsReportedWithItsMend() {
        Weights file = Weights.of(tensor("conv1.weight", 64, 1, 7, 7), tensor("head.bias", 21), tensor("a.weight", 1));
        Map<String, List<Integer>> expected = new LinkedHashMap<>();
        expected.put("conv1.weight", List.of(64, 3, 7, 7));
        expected.put("head.bias", List.of(21));
        expected.put("b.weight", List.of(1));
        MatchReport report = KeyMap.none().match(file, expected);
        assertThat(report.matched().names()).containsExactly("head.bias");
        assertThat(report).hasToString("""
                        1 matched, 1 missing, 1 unexpected, 1 of other dimensions
                          conv1.weight: dimensions must be [64, 3, 7, 7], got [64, 1, 7, 7]; build the network with 1 \
                        input channels here, or choose other weights
                          b.weight: missing; perhaps a.weight, rename it
                          a.weight: unexpected; rename or drop it""");
        assertThatThrownBy(report::matchedOrThrow)
                .isInstanceOf(WeightFileException.class)
                .hasMessageStartingWith("the weights do not fit the network: 1 matched");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3,3,1,64 | 64,1,3,3 | the axes stand in another order, permute them",
                "21,512 | 1000,512 | build the network with 1000 outputs here, or drop this tensor and train it anew",
                "64,64 | 32,16 | check that the weights belong to this network and its options",
                "64 | 64,1 | check that the weights belong to this network and its options",
            })
    void theMendFollowsHowTheDimensionsDiffer(String expected, String got, String mend) {
        assertThat(new ShapeClash("w", sizes(expected), sizes(got)).mend()).isEqualTo(mend);
    }

    @Test
    void longReportsAreCut() {
        Map<String, List<Integer>> expected = new LinkedHashMap<>();
        for (int i = 0; i < 100; i++) {
            expected.put("w" + i, List.of());
        }
        assertThat(KeyMap.none().match(Weights.of(), expected).toString().lines())
                .hasSize(22)
                .contains("  … and 80 more");
    }

    @Test
    void anUnclearRuleIsRefused() {
        assertThatThrownBy(() -> KeyMap.none().replacing("(", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("regex must be a regular expression, got (; Unclosed group");
    }

    private static List<Integer> sizes(String text) {
        return List.of(text.split(",")).stream().map(Integer::valueOf).toList();
    }

    private static NamedTensor tensor(String name, int... dimensions) {
        List<Integer> sizes = java.util.Arrays.stream(dimensions).boxed().toList();
        int numbers = sizes.stream().reduce(1, (one, other) -> one * other);
        return NamedTensor.of(name, sizes, new float[numbers]);
    }
}
