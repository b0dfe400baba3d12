package org.vung.checks.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vung.image.codec.Format;

/** The short part of {@code checks/fuzz/images}: the same first variants every time. */
class DamagedImagesTest {

    private static final int FILES = 400;

    @ParameterizedTest
    @EnumSource(Format.class)
    void damageGivesAPictureOrOneWordedErrorWithinASecond(Format format) throws IOException {
        List<String> broken = new ArrayList<>();

        DamagedImages.Tally tally =
                DamagedImages.run(Seeds.of(List.of()).of(format), FILES, (file, trial) -> broken.add(trial.toString()));

        assertThat(broken).isEmpty();
        assertThat(tally.refused()).as("refused").isPositive();
        assertThat(tally.read()).as("read").isPositive();
    }
}
