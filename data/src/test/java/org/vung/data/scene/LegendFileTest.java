package org.vung.data.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.image.codec.ImageException;
import org.vung.measure.scene.Legend;

class LegendFileTest {

    @TempDir
    Path folder = Path.of("");

    private Legend legend(String result) throws Exception {
        Path labels = folder.resolve("a.labels.png");
        Files.writeString(folder.resolve("a.json"), "{\"results\": [" + result + "]}");
        return LegendFile.beside(labels).orElseThrow();
    }

    @Test
    void theJsonBesideTellsTheClasses() throws Exception {
        Legend semantic = legend("{\"kind\": \"semantic\", \"classes\": [\"soil\", \"weed\"]}");
        assertThat(semantic.names()).containsExactly("soil", "weed");
        Legend objects = legend("{\"kind\": \"instances\", \"classes\": [\"cat\", \"dog\"],"
                + " \"regions\": [{\"id\": 1, \"name\": \"dog\"}, {\"id\": 3, \"name\": \"cat\"}]}");
        assertThat(objects.name(objects.classOf(1))).isEqualTo("dog");
        assertThat(objects.name(objects.classOf(3))).isEqualTo("cat");
        assertThat(objects.isGround(objects.classOf(0))).isTrue();
        assertThat(legend("{\"kind\": \"partition\", \"regions\": []}").names()).isEmpty();
    }

    @Test
    void withoutOneLabelsGoByTheirNumbers() throws Exception {
        assertThat(LegendFile.beside(folder.resolve("b.labels.png"))).isEmpty();
        Files.writeString(folder.resolve("mask.json"), "{}");
        assertThat(LegendFile.beside(folder.resolve("mask.png"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | got no 'kind'",
                "{\"kind\": \"semantic\"} | names of classes must be at least 1",
                "{\"kind\": \"instances\", \"classes\": [\"a\"], \"regions\": [{\"id\": 2000000000, \"name\": \"a\"}]} | growing ids",
                "{\"kind\": \"instances\", \"classes\": [\"a\"], \"regions\": [{\"id\": 1, \"name\": \"b\"}]} | name 'b'",
                "{\"kind\": \"instances\", \"classes\": [\"a\"], \"regions\": [{\"id\": 0, \"name\": \"a\"}]} | got id 0",
                "{ | is no whole JSON",
            })
    void whatContradictsItselfIsRefused(String result, String message) {
        assertThatThrownBy(() -> legend(result))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"a.labels.png, a", "a.p2.labels.tif, a.p2", "mask.png, mask", ".labels.png, .labels", "none, none"})
    void stems(String file, String stem) {
        assertThat(LegendFile.stem(Path.of(file))).isEqualTo(stem);
    }
}
