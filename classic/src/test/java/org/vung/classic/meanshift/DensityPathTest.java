package org.vung.classic.meanshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

class DensityPathTest {

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void theCentreClimbsTheDensityToItsMode(Kernel kernel) {
        DensityPath picture = DensityPath.of(twoHills(), 15, kernel, 62);
        assertThat(picture.path().get(0)).isEqualTo(62.0);
        assertThat(picture.mode()).isCloseTo(90, within(1.5));
        assertThat(picture.heights()).isSortedAccordingTo(Double::compare);
        double integral =
                picture.density().stream().mapToDouble(value -> value * 0.5).sum();
        assertThat(integral).isCloseTo(1, within(5e-3));
        assertThat(DensityPath.of(twoHills(), 15, kernel, 185).mode()).isCloseTo(170, within(1.5));
    }

    @Test
    void aCentreWithNothingInReachStays() {
        DensityPath picture = DensityPath.of(twoHills(), 2, Kernel.FLAT, 5);
        assertThat(picture.mode()).isEqualTo(5);
    }

    @Test
    void colourIsRefused() {
        Image colour = Image.wrap(new Size(1, 1), Layout.RGB, new byte[3]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DensityPath.of(colour, 10, Kernel.FLAT, 3))
                .withMessageContaining("RGB");
    }

    /** Levels around 90 and 170, as many as a triangle is high. */
    private static Image twoHills() {
        byte[] samples = new byte[1200];
        int at = 0;
        for (int centre : new int[] {90, 170}) {
            for (int step = -24; step <= 24; step++) {
                for (int i = 0; i < 25 - Math.abs(step) && at < samples.length; i++) {
                    samples[at++] = (byte) (centre + step);
                }
            }
        }
        return Image.wrap(new Size(1, at), Layout.GREY, java.util.Arrays.copyOf(samples, at));
    }
}
