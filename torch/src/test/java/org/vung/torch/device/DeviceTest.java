package org.vung.torch.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.torch.device.Cuda.State;

class DeviceTest {

    @ParameterizedTest
    @CsvSource({"auto, AUTO", "cpu, CPU", "cuda, CUDA", "CUDA, CUDA", "' Cpu ', CPU"})
    void aDeviceIsReadFromText(String text, Device device) {
        assertThat(Device.of(text)).isEqualTo(device);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gpu", "cuda:0", "cudaa"})
    void anUnknownOneIsAnsweredWithTheKnownOnes(String text) {
        assertThatThrownBy(() -> Device.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("device must be one of auto, cpu, cuda, got '" + text + "'");
    }

    @Test
    void aMistypedOneIsGuessed() {
        assertThatThrownBy(() -> Device.of("cudaa")).hasMessageContaining("did you mean 'cuda'?");
    }

    @ParameterizedTest
    @CsvSource({
        "AUTO, NOT_BUILT, CPU",
        "AUTO, NO_DEVICE, CPU",
        "AUTO, NO_ANSWER, CPU",
        "AUTO, READY, CUDA",
        "CPU, READY, CPU",
        "CUDA, READY, CUDA"
    })
    void autoIsCudaWhereItAnswers(Device asked, State state, Device meant) {
        assertThat(asked.given(new Cuda(state, 1, ""))).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_BUILT, '', this build's libtorch is without CUDA; build with -Pcuda",
        "NO_DEVICE, '', 'libtorch has CUDA, but there is no NVIDIA device, or no driver'",
        "NO_ANSWER, no kernel image, the device does not answer: no kernel image"
    })
    void anAbsentOneSaysWhatIsMissingAndTheMend(State state, String reason, String words) {
        assertThatThrownBy(() -> Device.CUDA.given(new Cuda(state, 0, reason)))
                .isInstanceOfSatisfying(
                        DeviceException.class,
                        absent -> assertThat(absent.kind()).isEqualTo(DeviceException.Kind.ABSENT))
                .hasMessageStartingWith("device cuda must be there: ")
                .hasMessageContaining(words)
                .hasMessageEndingWith("; or use --device cpu");
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_BUILT, 0, without CUDA",
        "NO_DEVICE, 0, 'with CUDA, no device'",
        "READY, 1, 'with CUDA, 1 device'",
        "READY, 2, 'with CUDA, 2 devices'"
    })
    void whatIsFoundIsToldInAFewWords(State state, int devices, String words) {
        assertThat(new Cuda(state, devices, "")).hasToString(words);
    }

    @ParameterizedTest
    @EnumSource(
            value = Device.class,
            names = {"AUTO", "CPU"})
    void withoutCudaNetworksRunOnTheProcessor(Device asked) {
        assumeFalse(Cuda.found().isReady(), "there is a graphics processor");
        assertThat(asked.here()).isEqualTo(Device.CPU);
        assertThatThrownBy(Device.CUDA::here).isInstanceOf(DeviceException.class);
    }

    @Test
    void fullMemoryIsWordedAndTheRestLeftAlone() {
        RuntimeException full = new RuntimeException("CUDA out of memory. Tried to allocate 2.00 GiB.\nframe #0");
        assertThat(DeviceException.worded(full))
                .isInstanceOfSatisfying(
                        DeviceException.class,
                        worded -> assertThat(worded.kind()).isEqualTo(DeviceException.Kind.MEMORY))
                .hasMessageContaining("tile=1024")
                .hasCause(full);
        RuntimeException other = new IllegalStateException("closed");
        assertThat(DeviceException.worded(other)).isSameAs(other);
    }
}
