package org.vung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code vung train --processes}. What happens when one is lost, {@code checks/parallel} tries. */
@EnabledOnOs(OS.LINUX)
class TrainProcessesTest {

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void squares() throws IOException {
        Squares.write(folder.resolve("data"));
    }

    private Run train(String... more) {
        List<String> words = new ArrayList<>(
                List.of("train", "--data", folder.resolve("data").toString()));
        words.addAll(List.of(more));
        return Run.of(words.toArray(String[]::new));
    }

    private Run begun(String... more) {
        List<String> words =
                new ArrayList<>(List.of("-o", folder.resolve("runs").toString()));
        words.addAll(List.of("--name", "both", "--steps", "2", "--set", "model.width=4"));
        words.addAll(List.of(more));
        return train(words.toArray(String[]::new));
    }

    @Test
    void twoProcessesLeaveOneRunWhichOnlyTwoCanGoOnWith() throws IOException {
        Run both = begun("--processes", "2");
        assertThat(both.code()).as(both.err()).isZero();
        Path run = folder.resolve("runs/both-1");
        assertThat(both.err()).containsOnlyOnce("images to learn from");
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            assertThat(runs).containsExactly(run);
        }
        assertThat(Files.readAllLines(run.resolve("metrics.csv"))).hasSizeGreaterThan(1);
        assertThat(run.resolve("report.html")).exists();
        Run alone = train("--resume", run.toString());
        assertThat(alone.code()).isEqualTo(6);
        assertThat(alone.err())
                .contains("must be continued by as many processes as it was begun with, 2, got 1; give --processes 2");
    }

    @Test
    void anAddressOfAnotherMachineIsRefused() {
        Run other = begun("--processes", "2", "--bind", "203.0.113.1");
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("--bind must be an address of this machine, got '203.0.113.1'");
        assertThat(folder.resolve("runs")).doesNotExist();
        assertThat(begun("--processes", "0").code()).isEqualTo(2);
    }
}
