package org.vung.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.data.MadeSet;

class SplitTest {

    /** Five drives of 1, 2, 3, 10 and 24 frames. */
    private static final MadeSet DRIVES = drives(1, 2, 3, 10, 24);

    private static MadeSet drives(int... frames) {
        List<String> groups = new ArrayList<>();
        for (int drive = 0; drive < frames.length; drive++) {
            for (int frame = 0; frame < frames[drive]; frame++) {
                groups.add("drive " + drive);
            }
        }
        return MadeSet.ofGroups(groups);
    }

    @ParameterizedTest
    @CsvSource({"10, 0.2, 2", "10, 0.25, 3", "30, 0.5, 15", "3, 0.01, 1", "2, 0.9, 1", "100, 0, 0"})
    void imagesThatStandAloneAreSharedExactly(int images, double share, int validated) {
        Split split = Split.seeded(MadeSet.ofSize(images), share, 4);
        assertThat(split.validation()).hasSize(validated).isSorted();
        assertThat(split.train()).hasSize(images - validated).isSorted();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
    void groupsStayTogether(long seed) {
        Split split = Split.seeded(DRIVES, 0.3, seed);
        Set<String> both = new HashSet<>(DRIVES.groupsOf(split.train()).keySet());
        both.retainAll(DRIVES.groupsOf(split.validation()).keySet());
        assertThat(both).isEmpty();
        assertThat(split.validation().size()).isBetween(6, 24);
        assertThat(split.train().size() + split.validation().size()).isEqualTo(40);
    }

    @Test
    void theSeedDecidesAndNothingElse() {
        MadeSet set = MadeSet.ofSize(40);
        assertThat(Split.seeded(set, 0.3, 1)).isEqualTo(Split.seeded(set, 0.3, 1));
        assertThat(Split.seeded(set, 0.3, 1)).isNotEqualTo(Split.seeded(set, 0.3, 2));
        assertThat(Split.seeded(MadeSet.ofSize(10), 0.3, 42).validation()).containsExactly(1, 2, 8);
    }

    @Test
    void namesMayBeHeldBack() {
        List<String> names = DRIVES.items().stream().map(item -> item.name()).toList();
        Split split = Split.named(DRIVES, List.of(names.get(3), names.get(0)));
        assertThat(split.validation()).containsExactly(0, 3);
        assertThat(split.train()).hasSize(38).doesNotContain(0, 3);
        assertThat(Split.named(
                                MadeSet.ofSize(12),
                                List.of(MadeSet.ofSize(12)
                                        .items()
                                        .get(10)
                                        .name()
                                        .replaceFirst(".$", "?")))
                        .validation())
                .containsExactly(10, 11);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.named(DRIVES, List.of("nobody*")))
                .withMessageContaining("'nobody*'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.named(DRIVES, List.of("*")))
                .withMessageContaining("all 40");
    }

    @Test
    void testAndValidationAreSharedAsWell() {
        List<List<Integer>> parts = Split.parts(MadeSet.ofSize(100), List.of(0.2, 0.1), 3);
        assertThat(parts).extracting(List::size).containsExactly(20, 10, 70);
        assertThat(parts.stream().flatMap(List::stream).sorted())
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void foldsValidateEveryImageOnce() {
        List<Split> folds = Split.folds(MadeSet.ofSize(11), 3, 0);
        assertThat(folds).extracting(fold -> fold.validation().size()).containsExactly(4, 4, 3);
        assertThat(folds.stream().flatMap(fold -> fold.validation().stream()).sorted())
                .containsExactlyElementsOf(IntStream.range(0, 11).boxed().toList());
        assertThat(folds)
                .allSatisfy(fold ->
                        assertThat(fold.train()).hasSize(11 - fold.validation().size()));
        assertThat(folds)
                .isEqualTo(Split.folds(MadeSet.ofSize(11), 3, 0))
                .isNotEqualTo(Split.folds(MadeSet.ofSize(11), 3, 1));
    }

    @Test
    void foldsOfGroupsAreAsEvenAsTheLargestAllows() {
        List<Split> folds = Split.folds(DRIVES, 2, 5);
        assertThat(folds).extracting(fold -> fold.validation().size()).containsExactly(24, 16);
        assertThat(DRIVES.groupsOf(folds.get(1).validation())).hasSize(4);
        assertThat(Split.folds(drives(5, 4, 3, 3, 3), 2, 5))
                .extracting(fold -> fold.validation().size())
                .containsExactlyInAnyOrder(8, 10);
    }

    @Test
    void whatCannotBeDividedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.folds(DRIVES, 6, 0))
                .withMessage("a set must have as many groups as it is divided into parts, got 5 for 6 parts;"
                        + " divide it into fewer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.folds(DRIVES, 1, 0))
                .withMessage("folds must be at least 2, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.seeded(DRIVES, 1, 0))
                .withMessageContaining("got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.parts(DRIVES, List.of(0.5, 0.5), 0))
                .withMessageContaining("must leave something to learn from, got [0.5, 0.5]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.seeded(MadeSet.ofSize(1), 0.1, 0))
                .withMessageContaining("got 1 for 2 parts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Split(List.of(1, 2), List.of(2)))
                .withMessageContaining("got 2 twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Split(List.of(-1), List.of(2)))
                .withMessageContaining("got -1");
    }
}
