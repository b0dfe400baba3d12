package org.vung.nets.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.layer.Extent;
import org.vung.nets.weights.WeightFileException;

class DescriptionFileTest {

    private static final String GREY =
            "{\"preprocessing\": {\"colours\": \"grey\", \"scale\": 1, \"means\": [0], \"deviations\": [1]}";
    private static final DescriptionFile.Example TWELVE = new DescriptionFile.Example(3, 12, true);

    @TempDir
    Path folder;

    @Test
    void everyFieldIsRead() {
        Description all = DescriptionFile.read(GREY + ", \"version\": 1, \"answer\": \"probabilities\", \"classes\": ["
                + "{\"name\": \"dark\", \"colour\": \"#102030\"}, {\"name\": \"bright\", \"colour\": \"#FFFFFF\"}],"
                + "\"size\": {\"height\": 256, \"width\": 512}, \"fit\": \"resize\", \"layout\": \"nhwc\","
                + "\"output\": \"scores\", \"about\": {\"licence\": \"CC0\"}}");
        assertThat(all.preprocessing()).isEqualTo(Preprocessing.unit(Preprocessing.Colours.GREY));
        assertThat(all.answer()).isEqualTo(Output.PROBABILITIES);
        assertThat(all.classes().get(0).rgb()).isEqualTo(0x102030);
        assertThat(all.size()).isEqualTo(new Extent(256, 512));
        assertThat(all.fit()).isEqualTo(Fit.RESIZE);
        assertThat(all.order()).isEqualTo(Order.NHWC);
        assertThat(all.output()).isEqualTo("scores");
        assertThat(all.about()).containsEntry("licence", "CC0");
    }

    /** The one that is shown can be pasted. */
    @ParameterizedTest
    @CsvSource({"3, 12, true", "1, 1, false", "3, 1000, false"})
    void theExampleOfTheErrorIsOneThatFits(int channels, int planes, boolean isFree) {
        DescriptionFile.Example example = new DescriptionFile.Example(channels, planes, isFree);
        Description read = DescriptionFile.read(example.text());
        assertThat(read.planes()).isEqualTo(planes);
        assertThat(read.preprocessing().colours().channels()).isEqualTo(channels);
    }

    @Test
    void aMissingFileIsShownInFull() {
        Path model = folder.resolve("net.onnx");
        assertThatThrownBy(() -> DescriptionFile.of(model, TWELVE))
                .isInstanceOf(WeightFileException.class)
                .hasMessageStartingWith(
                        model + ": a file net.onnx.json beside it must say what its numbers mean, got none")
                .hasMessageContaining("\"classes\": 12, \"multiple\": 32}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"answer\": \"logit\", \"classes\": 3}        | classes must be 2 where the answer is one logit, got 3",
                "\"answer\": \"logits\"}                       | description's classes must be a number, voc, camvid or a list",
                "\"answer\": \"logits\", \"classes\": \"coco\"} | description's classes must be a number, voc, camvid or a list",
                "\"answer\": \"logits\", \"classes\": 1}       | classes must be 2 … 65536, got 1; count the background as one",
                "\"answer\": \"logits\", \"classes\": -7}      | classes must be 2 … 65536, got 0",
                "\"answer\": \"logits\", \"classes\": 1000000} | classes must be at most 65536, got 1000000",
                "\"answer\": \"softmax\", \"classes\": 2}      | answer must be one of [logits, probabilities, logit,",
                "\"classes\": 2}                               | description's answer must be a text, got none",
                "\"answer\": \"logits\", \"classes\": 2, \"sise\": 1} | got 'sise'; did you mean 'size'?",
                "\"answer\": \"logits\", \"classes\": 2, \"multiple\": 0} | multiple must be 1 … 4096, got 0",
                "\"answer\": \"logits\", \"classes\": 2, \"multiple\": 1.5} | description's multiple must be a whole number",
                "\"answer\": \"logits\", \"classes\": 2, \"size\": 512} | description's size must be an object, got 512",
                "\"answer\": \"logits\", \"classes\": 2, \"size\": {\"height\": 0, \"width\": 4}} | at least 1 × 1",
                "\"answer\": \"logits\", \"classes\": 2, \"fit\": \"tile\"} | fit must be one of [whole, windows, resize], got 'tile'",
                "\"answer\": \"logits\", \"classes\": 2, \"version\": 2} | version must be 1, got 2; it may come from a newer Vung",
                "\"answer\": \"logits\", \"answer\": \"logits\"} | description must be JSON, got: Duplicate",
                "\"answer\": | description must be JSON, got: "
            })
    void wrongOnesAreRefusedWithTheFieldAndOneThatFits(String rest, String message) throws Exception {
        Path model = folder.resolve("net.onnx");
        Files.writeString(folder.resolve("net.onnx.json"), GREY + ", " + rest);
        assertThatThrownBy(() -> DescriptionFile.of(model, TWELVE))
                .isInstanceOf(WeightFileException.class)
                .hasMessageStartingWith(folder.resolve("net.onnx.json") + ": ")
                .hasMessageContaining(message)
                .hasMessageContaining("; one that fits is {\"preprocessing\": ");
    }

    @Test
    void bytesAreNoText() throws Exception {
        Files.write(folder.resolve("net.onnx.json"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
        assertThatThrownBy(() -> DescriptionFile.of(folder.resolve("net.onnx"), TWELVE))
                .hasMessageContaining("description must be UTF-8 text");
    }
}
