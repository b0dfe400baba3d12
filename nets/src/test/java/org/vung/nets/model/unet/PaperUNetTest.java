package org.vung.nets.model.unet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.Node;
import org.vung.nets.layer.Concatenate;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Crop;
import org.vung.nets.layer.Dropout;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Input;
import org.vung.nets.layer.Layer;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.Parameter;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.TransposedConvolution;

class PaperUNetTest {

    private static final Map<Class<? extends Layer>, String> KERAS = Map.of(
            Input.class, "InputLayer",
            Convolution.class, "Conv2D",
            MaxPool.class, "MaxPooling2D",
            Crop.class, "Cropping2D",
            TransposedConvolution.class, "Conv2DTranspose",
            Concatenate.class, "Concatenate");

    /** The tutorial prints the first three rows, the last and the sum; those between follow from its code. */
    @Test
    void theTutorialsTableIsOursRowByRow() throws IOException {
        Graph graph = PaperUNet.tutorial(new Shape(1, 572, 572), 2);
        assertThat(table(graph)).isEqualTo(rows());
        assertThat(table(graph))
                .startsWith("InputLayer,572,1,0", "Conv2D,570,64,640", "Conv2D,568,64,36928")
                .endsWith("Conv2D,386,2,1154");
    }

    @Test
    void otherSizesOfTheSameKindFit() {
        Graph graph = PaperUNet.paper(new Shape(1, 572, 572), 2).sized(new Extent(188, 204));
        assertThat(graph.shapes()).containsEntry("head", new Shape(2, 4, 20));
    }

    @Test
    void thePaperDropsOutAtTheEndOfTheContractingPath() {
        Graph graph = PaperUNet.paper(new Shape(1, 572, 572), 2);
        assertThat(graph.nodes().stream()
                        .filter(node -> node.layer() instanceof Dropout)
                        .map(Node::name))
                .containsExactly("down4.dropout", "down5.dropout");
    }

    /** Keras counts an activation as part of the convolution before it. */
    private static List<String> table(Graph graph) {
        Map<String, Shape> shapes = graph.shapes();
        List<String> table = new ArrayList<>();
        for (Node node : graph.nodes()) {
            String type = KERAS.get(node.layer().getClass());
            if (type != null) {
                Shape shape = Objects.requireNonNull(shapes.get(node.name()));
                long parameters = node.layer().parameters().stream()
                        .mapToLong(Parameter::numbers)
                        .sum();
                assertThat(shape.height()).isEqualTo(shape.width());
                table.add(type + "," + shape.height() + "," + shape.channels() + "," + parameters);
            }
        }
        return table;
    }

    private static List<String> rows() throws IOException {
        try (InputStream file = PaperUNetTest.class.getResourceAsStream("/org/vung/nets/model/unet-tutorial.csv")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).toList();
        }
    }
}
