package org.vung.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vung.Segmentation;
import org.vung.Segmenter;
import org.vung.catalog.model.TrainedModels;
import org.vung.image.Image;
import org.vung.image.file.ImageFiles;
import org.vung.nets.file.ModelFile;
import org.vung.nets.weights.ElementType;

/** What must hold of every model in the jar. */
class TrainedModelsTest {

    private static final int MOST_BYTES = 4_000_000;

    static Stream<TrainedModels.Card> cards() {
        return TrainedModels.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cards")
    void isSmallAndTellsWhereItComesFrom(TrainedModels.Card card) throws Exception {
        try (InputStream in = TrainedModels.class.getResourceAsStream(card.name() + ".vung")) {
            assertThat(in).isNotNull();
            assertThat(in.readAllBytes()).hasSizeLessThanOrEqualTo(MOST_BYTES);
        }
        ModelFile model = card.read();
        assertThat(model.about())
                .containsKeys("trained on", "measured on", "steps", "plan", "licence of the data", "not for");
        assertThat(model.weights().tensors()).allMatch(tensor -> tensor.type() == ElementType.FLOAT16);
        assertThat(model.about().get("plan")).contains("name: '" + card.name() + "'");
        assertThat(Catalog.named(card.name()).summary()).isEqualTo(card.summary());
    }

    /** Any picture will do to see that it runs, whatever it sees there. */
    @ParameterizedTest
    @MethodSource("cards")
    void segmentsByItsName(TrainedModels.Card card) throws Exception {
        Image image = ImageFiles.read(Path.of("../examples/cells.png"));
        Segmenter segmenter = Catalog.segmenter(card.name());
        Segmentation answer = segmenter.segment(image);
        assertThat(answer.size()).isEqualTo(image.size());
        assertThat(answer.labels().count()).isPositive();
        ((AutoCloseable) segmenter).close();
    }

    @Test
    void namesDifferFromThoseOfMethods() {
        assertThat(Catalog.all())
                .noneMatch(method -> TrainedModels.named(method.name()).isPresent());
        assertThat(Catalog.trained()).hasSameSizeAs(TrainedModels.all());
    }
}
