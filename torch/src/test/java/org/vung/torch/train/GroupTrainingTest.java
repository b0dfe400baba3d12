package org.vung.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.offset;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.nets.file.ModelFile;
import org.vung.nets.weights.NamedTensor;
import org.vung.torch.parallel.Group;

/** Two processes of batches of 2 beside one of batches of 4. */
@EnabledOnOs(OS.LINUX)
class GroupTrainingTest {

    @TempDir
    static Path folder;

    private static final List<String> SAID = new ArrayList<>();

    @BeforeAll
    static void train() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        List<Process> both = List.of(start(0, port), start(1, port));
        SmallTraining.run(folder.resolve("one-plain"), Group.alone(), 4, false);
        SmallTraining.run(folder.resolve("one-norms"), Group.alone(), 4, true);
        for (int rank = 0; rank < 2; rank++) {
            assertThat(both.get(rank).waitFor(2, TimeUnit.MINUTES)).isTrue();
            SAID.add(Files.readString(said(rank)));
        }
    }

    private static Path said(int rank) {
        return folder.resolve("said-" + rank + ".txt");
    }

    private static Process start(int rank, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                TrainingProcess.class.getName(),
                folder.toString());
        builder.environment()
                .putAll(Map.of(
                        "RANK", "" + rank,
                        "WORLD_SIZE", "2",
                        "LOCAL_WORLD_SIZE", "2",
                        "MASTER_ADDR", "localhost",
                        "MASTER_PORT", "" + port,
                        "OMP_NUM_THREADS", "1"));
        return builder.redirectErrorStream(true)
                .redirectOutput(said(rank).toFile())
                .start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "norms"})
    void twoProcessesLearnWhatOneLearns(String kind) throws IOException {
        Path last = folder.resolve(kind).resolve("last.vung");
        assertThat(last).as(String.join("\n", SAID)).exists();
        ModelFile two = ModelFile.read(last);
        ModelFile one = ModelFile.read(folder.resolve("one-" + kind).resolve("last.vung"));
        two.graph().parameters().keySet().forEach(key -> {
            float[] expected = tensor(one, key).floats();
            float[] numbers = tensor(two, key).floats();
            for (int at = 0; at < expected.length; at++) {
                assertThat((double) numbers[at]).as(key + " " + at).isCloseTo(expected[at], offset(1e-5));
            }
        });
    }

    @Test
    void anotherNumberOfProcessesCannotGoOn() {
        assertThatIOException()
                .isThrownBy(() -> SmallTraining.run(folder.resolve("plain"), Group.alone(), 2, false))
                .withMessageEndingWith("must be continued by as many processes as it was begun with, 2, got 1; give"
                        + " --processes 2");
    }

    private static NamedTensor tensor(ModelFile model, String key) {
        return model.weights().find(key).orElseThrow();
    }

    @Test
    void listensOnTheLoopbackAddressAlone() {
        String loopback = "0100007F"; // 127.0.0.1 in the order of this machine's bytes
        assertThat(SAID.get(0)).contains("listens on [" + loopback + ", " + loopback + "]");
        assertThat(SAID.get(1)).contains("listens on [" + loopback + "]");
    }

    @Test
    void aMemberThatHasEndedIsNoticed() {
        assertThat(SAID.get(0)).contains("lost: rank 0 of 2 lost the others: one has ended");
    }
}
