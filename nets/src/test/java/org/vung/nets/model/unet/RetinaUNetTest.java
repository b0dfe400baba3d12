package org.vung.nets.model.unet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.nets.graph.Cost;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.ReceptiveField;
import org.vung.nets.layer.Axis;
import org.vung.nets.layer.Shape;

class RetinaUNetTest {

    private static final Graph UNET = RetinaUNet.of(new Shape(1, 48, 48), 2);

    /** Names, sizes and shapes of the published test_architecture.json. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            convolution2d_1,  320,    32, 48
            convolution2d_2,  9248,   32, 48
            convolution2d_3,  18496,  64, 24
            convolution2d_4,  36928,  64, 24
            convolution2d_5,  73856,  128, 12
            convolution2d_6,  147584, 128, 12
            convolution2d_7,  110656, 64, 24
            convolution2d_8,  36928,  64, 24
            convolution2d_9,  27680,  32, 48
            convolution2d_10, 9248,   32, 48
            convolution2d_11, 66,     2, 48
            maxpooling2d_1,   0,      32, 24
            maxpooling2d_2,   0,      64, 12
            upsampling2d_1,   0,      128, 24
            upsampling2d_2,   0,      64, 48
            merge_1,          0,      192, 24
            merge_2,          0,      96, 48
            dropout_5,        0,      32, 48
            """)
    void layersAreThePublishedOnes(String name, long numbers, int channels, int side) {
        assertThat(UNET.shapes()).containsEntry(name, new Shape(channels, side, side));
        assertThat(UNET.parameters().entrySet().stream()
                        .filter(each -> each.getKey().startsWith(name + "."))
                        .mapToLong(each -> each.getValue().numbers())
                        .sum())
                .isEqualTo(numbers);
    }

    @Test
    void itHoldsAsManyNumbersAsPublished() {
        assertThat(Cost.of(UNET).parameters()).isEqualTo(471_010);
        assertThat(Cost.of(UNET).statistics()).isZero();
    }

    /** The upsampled map comes before the skip, and a ReLU stands behind every convolution. */
    @Test
    void joinsAndActivationsAreThePublishedOnes() {
        assertThat(UNET.node("merge_1").inputs()).containsExactly("upsampling2d_1", "convolution2d_4.relu");
        assertThat(UNET.node("merge_2").inputs()).containsExactly("upsampling2d_2", "convolution2d_2.relu");
        assertThat(UNET.output()).isEqualTo("convolution2d_11.relu");
        assertThat(UNET.nodes())
                .filteredOn(node -> node.name().endsWith(".relu"))
                .hasSize(11);
    }

    @Test
    void itsPeriodIsFourAndOtherSidesAreRefused() {
        assertThat(ReceptiveField.of(UNET, Axis.ROWS).period()).isEqualTo(4);
        assertThatThrownBy(() -> RetinaUNet.of(new Shape(1, 584, 565), 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("merge");
    }
}
