package org.vung.torch.gan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vung.data.order.SplitMix64;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

class JitterTest {

    private static final Size WINDOW = new Size(4, 4);

    /** The column's number times 20 in red. */
    private static Image ramp(int side) {
        byte[] rgb = new byte[side * side * 3];
        for (int pixel = 0; pixel < side * side; pixel++) {
            rgb[pixel * 3] = (byte) (pixel % side * 20);
        }
        return Image.wrap(new Size(side, side), Layout.RGB, rgb);
    }

    @Test
    void withoutChangesAPairIsResized() {
        List<Image> pair = Jitter.parse(List.of()).of(ramp(4), ramp(4), WINDOW, SplitMix64.at(1));
        assertThat(pair).containsExactly(ramp(4), ramp(4));
    }

    @Test
    void bothAreCutAndMirroredAlike() {
        Jitter jitter = Jitter.parse(List.of("jitter:enlarge=2", "mirror"));
        Set<Image> seen = new HashSet<>();
        boolean rising = false;
        boolean falling = false;
        for (int at = 0; at < 40; at++) {
            List<Image> pair = jitter.of(ramp(8), ramp(8), WINDOW, SplitMix64.at(at));
            assertThat(pair.get(0)).isEqualTo(pair.get(1));
            float step = pair.get(0).sample(0, 1, 0) - pair.get(0).sample(0, 0, 0);
            assertThat(Math.abs(step)).isEqualTo(20);
            rising |= step > 0;
            falling |= step < 0;
            seen.add(pair.get(0));
        }
        assertThat(rising && falling).isTrue();
        assertThat(seen).hasSizeBetween(6, 10); // five columns to begin at, either way round
    }
}
