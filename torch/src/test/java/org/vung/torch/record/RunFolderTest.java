package org.vung.torch.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    @TempDir
    Path place;

    @Test
    void runsAreNumberedFromOne() throws IOException {
        Path runs = place.resolve("some/runs");
        assertThat(RunFolder.create(runs, "cells")).isEqualTo(runs.resolve("cells-1"));
        assertThat(RunFolder.create(runs, "cells")).isEqualTo(runs.resolve("cells-2"));
        assertThat(RunFolder.create(runs, "cells-2")).isEqualTo(runs.resolve("cells-2-1"));
        assertThat(runs.resolve("cells-2-1")).isEmptyDirectory();
    }

    @Test
    void theNextNumberIsAboveAllThatAreThere() throws IOException {
        Files.createDirectory(place.resolve("a-3"));
        Files.createFile(place.resolve("a-11"));
        Files.createDirectory(place.resolve("a-x"));
        Files.createDirectory(place.resolve("a-99999999999999999999"));
        Files.createDirectory(place.resolve("b-70"));
        assertThat(RunFolder.create(place, "a")).isEqualTo(place.resolve("a-12"));
    }

    @Test
    void manyAtOnceGetDifferentFolders() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Path>> made = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                made.add(threads.submit(() -> RunFolder.create(place, "a")));
            }
            HashSet<Path> different = new HashSet<>();
            for (Future<Path> folder : made) {
                different.add(folder.get());
            }
            assertThat(different).hasSize(64).allMatch(Files::isDirectory);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void namesThatLeaveTheFolderAreRefused() {
        for (String name : List.of("", ".", "..", "../a", "a/b", "a\\b", "a b", "a\n", "-a", "x".repeat(101))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RunFolder.create(place, name))
                    .withMessageContaining("got '" + name + "'");
        }
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Path file = Files.createFile(place.resolve("runs"));
        assertThatIOException()
                .isThrownBy(() -> RunFolder.create(file, "a"))
                .withMessage("cannot make a run in " + file + ": it is a file; name a folder");
    }
}
