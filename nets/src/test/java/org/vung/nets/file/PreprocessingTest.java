package org.vung.nets.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.contrast.Contrast;
import org.vung.label.LabelClass;
import org.vung.nets.file.Preprocessing.Colours;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.layer.Activation;
import org.vung.nets.layer.Shape;
import org.vung.nets.weights.Weights;

class PreprocessingTest {

    private static final List<Contrast> STEPS = Contrast.parse("stretch,clahe=2:8x4,gamma=1.2");

    private static ModelFile model(Preprocessing preprocessing) {
        GraphBuilder net = Graph.builder("none");
        Graph graph = net.output("out", net.add("relu", Activation.relu(), net.input("image", new Shape(1, 8, 8))))
                .build();
        List<LabelClass> classes = List.of(new LabelClass("one", 0xFFFFFF));
        return new ModelFile(graph, Weights.of(List.of()), preprocessing, Answer.LOGITS, classes, Map.of());
    }

    @Test
    void theContrastIsChangedInOrderAndOnlyWhereThereIsOne() {
        Image image = Image.of(new Size(1, 3), Layout.GREY, new byte[] {10, 20, 60});
        Preprocessing unit = Preprocessing.unit(Colours.GREY);
        assertThat(unit.contrasted(image)).isSameAs(image);
        // Stretched to 0, 51, 255; by hand 255 · (51 / 255) ^ (1 / 2) = 114.04 and 51 · 51 / 255 = 10.2.
        assertThat(contrasted("stretch,gamma=2", image)).containsExactly(0, 114, (byte) 255);
        assertThat(contrasted("stretch,gamma=0.5", image)).containsExactly(0, 10, (byte) 255);
        // 255 · (10, 20, 60 / 255) ^ (1 / 2) = 50.4, 71.4, 123.7, then stretched: (71 − 50) / (123 − 50) · 255 = 73.4.
        assertThat(contrasted("gamma=2,stretch", image)).containsExactly(0, 73, (byte) 255);
    }

    private static byte[] contrasted(String steps, Image image) {
        return Preprocessing.unit(Colours.GREY)
                .withContrast(Contrast.parse(steps))
                .contrasted(image)
                .sharedBytes();
    }

    @Test
    void itIsWrittenAndReadAgain() {
        Preprocessing preprocessing = Preprocessing.unit(Colours.GREY).withContrast(STEPS);
        String text = ModelJson.write(model(preprocessing));
        assertThat(text).contains("\"contrast\":[\"stretch\",\"clahe=2.0:8x4\",\"gamma=1.2\"]");
        assertThat(ModelJson.read(text, Weights.of(List.of())).preprocessing()).isEqualTo(preprocessing);
    }

    @Test
    void filesWithoutContrastStayAsTheyWere() {
        String text = ModelJson.write(model(Preprocessing.unit(Colours.GREY)));
        assertThat(text)
                .contains(
                        "\"preprocessing\":{\"colours\":\"grey\",\"scale\":1.0,\"means\":[0.0],\"deviations\":[1.0]}");
        assertThat(ModelJson.read(text, Weights.of(List.of())).preprocessing())
                .isEqualTo(Preprocessing.unit(Colours.GREY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "contrast":"stretch"      | preprocessing.contrast must be an array, got "stretch"
            "contrast":[1]            | preprocessing.contrast must be a text, got 1
            "contrast":["sharpen"]    | contrast must be stretch, dark-ground, clahe=CLIP:ROWSxCOLUMNS such as clahe=2:8x8
            "contrast":["clahe=2:9999x8"] | tiles must be 1 … 256 along each side, got 9999x8
            "sharpness":1             | preprocessing must have only colours, contrast, scale, means, deviations
            """)
    void whatReadsOtherwiseIsNamed(String field, String message) {
        String text = ModelJson.write(model(Preprocessing.unit(Colours.GREY)))
                .replace("\"colours\":\"grey\"", "\"colours\":\"grey\"," + field);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelJson.read(text, Weights.of(List.of())))
                .withMessageContaining(message);
    }

    @Test
    void coloursTakeNoContrast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preprocessing.imageNet().withContrast(STEPS))
                .withMessageContaining("contrast must be empty for RGB")
                .withMessageContaining("clahe=2.0:8x4");
    }
}
