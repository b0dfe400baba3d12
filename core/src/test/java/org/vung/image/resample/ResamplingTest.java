package org.vung.image.resample;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

class ResamplingTest {

    private static final Offset<Float> NEAR = Offset.offset(1e-5f);

    @Test
    void halvingWeighsBothNeighboursAndTheNextOne() {
        float[] made = Resampling.of(new float[] {1, 2, 4, 8}, new Size(1, 4), 1, new Size(1, 2));
        assertThat(made[0]).isCloseTo((3 * 1 + 3 * 2 + 4) / 7f, NEAR);
        assertThat(made[1]).isCloseTo((2 + 3 * 4 + 3 * 8) / 7f, NEAR);
    }

    @Test
    void doublingIsLinearBetweenCentres() {
        float[] made = Resampling.of(new float[] {0, 8}, new Size(2, 1), 1, new Size(4, 1));
        assertThat(made).containsExactly(0, 2, 6, 8);
    }

    @Test
    void channelsStayApart() {
        float[] made = Resampling.of(new float[] {0, 1, 8, 1}, new Size(1, 2), 2, new Size(1, 4));
        assertThat(made).containsExactly(0, 1, 2, 1, 6, 1, 8, 1);
    }

    @Test
    void flatPicturesStayFlatAtAnySize() {
        byte[] flat = new byte[7 * 5 * 3];
        java.util.Arrays.fill(flat, (byte) 200);
        Image picture = Image.wrap(new Size(7, 5), Layout.RGB, flat);
        for (Size size : new Size[] {new Size(1, 1), new Size(3, 4), new Size(20, 31)}) {
            Image made = Resampling.picture(picture, size);
            assertThat(made.size()).isEqualTo(size);
            assertThat(made.sharedBytes()).containsOnly((byte) 200);
        }
        assertThat(Resampling.picture(picture, picture.size())).isSameAs(picture);
    }
}
