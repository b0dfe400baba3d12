package org.vung.nets.model.enet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Shape;

class ENetTest {

    private static final Graph CAMVID = ENet.of(12, new Extent(360, 480));

    /** The paper's table 1, for 360×480 instead of 512×512. */
    @Test
    void theStagesHaveThePapersResolutions() {
        assertThat(CAMVID.shapes())
                .containsEntry("initial_block.out_prelu", new Shape(16, 180, 240))
                .containsEntry("regular1_4.out_prelu", new Shape(64, 90, 120))
                .containsEntry("dilated2_8.out_prelu", new Shape(128, 45, 60))
                .containsEntry("dilated3_7.out_prelu", new Shape(128, 45, 60))
                .containsEntry("regular4_2.out_prelu", new Shape(64, 90, 120))
                .containsEntry("regular5_1.out_prelu", new Shape(16, 180, 240))
                .containsEntry("transposed_conv", new Shape(12, 360, 480));
    }

    @Test
    void bothContextStagesLookEverWider() {
        for (String stage : new String[] {"dilated2_2 2", "dilated2_8 16", "dilated3_1 2", "dilated3_7 16"}) {
            String[] parts = stage.split(" ", -1);
            Convolution middle =
                    (Convolution) CAMVID.node(parts[0] + ".ext_conv2.0").layer();
            assertThat(middle.dilation()).isEqualTo(Extent.square(Integer.parseInt(parts[1])));
        }
    }

    @Test
    void aSizeThatIsNoMultipleOfEightIsRefusedWhereItDoesNotFit() {
        assertThatThrownBy(() -> ENet.of(12, new Extent(361, 480)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must");
    }
}
