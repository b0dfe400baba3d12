package org.vung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.cli.terminal.Fault;
import org.vung.image.codec.ImageException;

class VungTest {

    @Test
    void helpListsEveryCommandAndAnExample() {
        Run run = Run.of("--help");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "segment",
                        "compare",
                        "methods",
                        "explain",
                        "model",
                        "data",
                        "doctor",
                        "vung segment photo.jpg -m kmeans:k=3");
        assertThat(Run.of().out()).isEqualTo(run.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "segment",
                "compare",
                "methods",
                "evaluate",
                "explain meanshift",
                "explain upsample",
                "explain unpool",
                "explain bed-of-nails",
                "explain conv",
                "explain conv-transpose",
                "explain dilate",
                "explain fcn",
                "model list",
                "model summary",
                "model plot",
                "data stats",
                "data convert",
                "doctor"
            })
    void everyCommandExplainsItself(String command) {
        Run run = Run.of((command + " --help").split(" "));
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Usage: vung " + command).contains("--json");
    }

    @Test
    void theVersionIsTheBuilds() {
        assertThat(Run.of("--version").out()).matches("vung \\d+\\.\\d+\\.\\d+\\S*\\R");
    }

    @Test
    void aMistypedCommandIsOneLineWithAGuess() {
        Run run = Run.of("segmnt", "photo.jpg");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .hasLineCount(1)
                .contains("'segmnt'")
                .contains("did you mean")
                .contains("segment");
    }

    @Test
    void aMistypedOptionIsOneLineWithAGuess() {
        Run run = Run.of("segment", "--overwrit");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("--overwrit").contains("vung segment --help");
    }

    @Test
    void theDoctorAnswersInJson() {
        Run run = Run.of("doctor", "--json");
        assertThat(run.code()).isZero();
        assertThat(run.json().path("schema_version").asInt()).isEqualTo(1);
        assertThat(run.json().path("cores").asInt()).isPositive();
        assertThat(run.json().path("libtorch").asString()).startsWith("with");
        assertThat(run.json().path("heap_mib").asInt()).isPositive();
    }

    @Test
    void everyKindOfFailureHasItsExitCode() {
        assertThat(Fault.of(new ImageException(ImageException.Kind.BAD_INPUT, "x"))
                        .exitCode())
                .isEqualTo(3);
        assertThat(Fault.of(new ImageException(ImageException.Kind.LIMIT, "x")).exitCode())
                .isEqualTo(7);
        assertThat(Fault.of(new ImageException(ImageException.Kind.IO, "x")).exitCode())
                .isEqualTo(6);
        assertThat(Fault.of(new OutOfMemoryError()).exitCode()).isEqualTo(7);
        assertThat(Fault.of(new IllegalArgumentException("x")).exitCode()).isEqualTo(3);
        assertThat(Fault.of(new IllegalStateException("x")).exitCode()).isEqualTo(1);
    }
}
