package org.vung.checks.awkward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Runs over the folder {@code awkward} below VUNG_DATA. */
class AwkwardFilesTest {

    @Test
    void whatPillowReadsIsReadInTheSameSizeOrRefusedInWords() throws IOException {
        Path folder = Path.of(Objects.requireNonNullElse(System.getenv("VUNG_DATA"), "none"), "awkward");
        assumeTrue(Files.isDirectory(folder), "VUNG_DATA has no folder awkward");

        List<AwkwardFile> files = AwkwardFile.in(folder);

        assertThat(files).isNotEmpty();
        assertThat(files).allSatisfy(file -> {
            if (file.weRead() && file.theyRead()) {
                assertThat(file.ours()).as(file.name()).isEqualTo(file.theirs());
            } else if (!file.weRead()) {
                assertThat(file.ours()).as(file.name()).matches("(?s).{20,}").doesNotContain("Exception");
            }
        });
        assertThat(files).filteredOn(file -> file.theyRead() && !file.weRead()).isEmpty();
    }
}
