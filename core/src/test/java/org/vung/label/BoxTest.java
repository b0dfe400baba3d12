package org.vung.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoxTest {

    private static final Box BOX = new Box(2, 3, 4, 5);

    @Test
    void endsBehindItsLastPixels() {
        assertThat(BOX.bottom()).isEqualTo(6);
        assertThat(BOX.right()).isEqualTo(8);
    }

    @Test
    void boxesThatOverlapShareABox() {
        assertThat(BOX.and(new Box(5, 0, 9, 4))).hasValue(new Box(5, 3, 1, 1));
        assertThat(BOX.and(new Box(0, 0, 20, 20))).hasValue(BOX);
    }

    @Test
    void boxesThatTouchShareNothing() {
        assertThat(BOX.and(new Box(6, 3, 1, 5))).isEmpty();
        assertThat(BOX.and(new Box(2, 8, 4, 1))).isEmpty();
    }
}
