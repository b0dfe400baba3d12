package org.vung.image.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ExifTest {

    private static final byte[] BIG = {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0};
    private static final byte[] LITTLE = {
        'E', 'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0
    };

    @Test
    void bothByteOrdersAreRead() {
        assertThat(Exif.orientation(BIG, 0, BIG.length)).isEqualTo(6);
        assertThat(Exif.orientation(LITTLE, 0, LITTLE.length)).isEqualTo(8);
    }

    @Test
    void damageMeansUpright() {
        byte[] tooLarge = BIG.clone();
        tooLarge[19] = 9;
        byte[] farDirectory = BIG.clone();
        farDirectory[4] = (byte) 0xFF;
        byte[] manyEntries = BIG.clone();
        manyEntries[8] = (byte) 0xFF;
        manyEntries[11] = 1;

        assertThat(Exif.orientation(tooLarge, 0, 22)).isEqualTo(1);
        assertThat(Exif.orientation(farDirectory, 0, 22)).isEqualTo(1);
        assertThat(Exif.orientation(manyEntries, 0, 22)).isEqualTo(1);
        assertThat(Exif.orientation(BIG, 0, 18)).isEqualTo(1);
        assertThat(Exif.orientation(new byte[0], 0, 0)).isEqualTo(1);
    }

    @Test
    void noiseNeverThrows() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            byte[] noise = LITTLE.clone();
            noise[6 + random.nextInt(noise.length - 6)] = (byte) random.nextInt();
            assertThat(Exif.orientation(noise, 0, random.nextInt(noise.length))).isBetween(1, 8);
        }
    }
}
