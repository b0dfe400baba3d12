package org.vung.nets.model.pix2pix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.ReceptiveField;
import org.vung.nets.layer.Axis;
import org.vung.nets.layer.Ratio;
import org.vung.nets.layer.Shape;

class DiscriminatorTest {

    @Test
    void aScoreIsAboutSeventyPixels() {
        Graph graph = Discriminator.of(new Shape(6, 256, 256));
        ReceptiveField field = ReceptiveField.of(graph, Axis.COLUMNS);
        assertThat(field.size()).isEqualTo(70);
        assertThat(field.outputStride()).isEqualTo(new Ratio(8, 1));
    }

    @Test
    void theGeneratorGoesDownToOnePixelAndUpAgain() {
        Graph graph = Generator.of(new Shape(3, 256, 256), 3);
        assertThat(graph.shapes())
                .containsValue(new Shape(512, 1, 1))
                .containsEntry("model.model.4", new Shape(3, 256, 256));
        assertThat(graph.parameters()).containsKey("model.model.3.bias").doesNotContainKey("model.model.0.bias");
    }
}
