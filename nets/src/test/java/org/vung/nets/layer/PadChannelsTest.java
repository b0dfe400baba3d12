package org.vung.nets.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PadChannelsTest {

    @Test
    void channelsAreAddedOnBothEnds() {
        assertThat(new PadChannels(2, 48).shape(List.of(new Shape(16, 5, 7)))).isEqualTo(new Shape(66, 5, 7));
    }

    @Test
    void takingAwayIsRefused() {
        assertThatThrownBy(() -> new PadChannels(0, -1)).hasMessageContaining("got 0 and -1");
    }
}
