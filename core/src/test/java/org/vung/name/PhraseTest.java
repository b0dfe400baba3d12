package org.vung.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseTest {

    private enum Side {
        NEAR,
        FAR
    }

    @Test
    void isReadAndWritten() {
        Phrase phrase = Phrase.parse(" crop : height = 256, width=12.5,fast=true,side=far,path=a=b");
        assertThat(phrase.name()).isEqualTo("crop");
        assertThat(phrase.integer("height", 1)).isEqualTo(256);
        assertThat(phrase.integer("depth", 1)).isEqualTo(1);
        assertThat(phrase.number("width", 0)).isEqualTo(12.5);
        assertThat(phrase.flag("fast", false)).isTrue();
        assertThat(phrase.choice("side", Side.NEAR)).isEqualTo(Side.FAR);
        assertThat(phrase.text("path")).contains("a=b");
        assertThat(phrase.text("none")).isEmpty();
        assertThat(Phrase.parse(phrase.text()).values()).isEqualTo(phrase.values());
        assertThat(Phrase.of("rotate")
                        .with("degrees", 15.0)
                        .with("side", Side.FAR)
                        .text())
                .isEqualTo("rotate:degrees=15,side=far");
        assertThat(Phrase.parse("turn").text()).isEqualTo("turn");
    }

    @Test
    void whatIsGivenLaterComesFirst() {
        Phrase file = Phrase.parse("pairs:masks=a,ignore=255");
        assertThat(file.withAll(Phrase.parse("pairs:masks=b")).text()).isEqualTo("pairs:masks=b,ignore=255");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "crop:; like KEY=VALUE",
                "crop:height; got 'height'",
                "crop:height=; got 'height='",
                "crop:=3; got '=3'",
                "crop:a=1,a=2; 'a' twice",
            })
    void whatCannotBeReadIsToldWithItsPlace(String text, String told) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Phrase.parse(text))
                .withMessageContaining(told)
                .withMessageContaining("'" + text + "'");
    }

    @Test
    void wrongValuesAndKeysAreToldWithWhatThereIs() {
        Phrase phrase = Phrase.parse("crop:heigth=3,width=wide,side=left,count=900");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> phrase.allow("height", "width", "side", "count"))
                .withMessageContaining("height, width, side, count, got 'heigth'; did you mean 'height'?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> phrase.number("width", 1))
                .withMessage("width of crop must be a number, got wide");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> phrase.choice("side", Side.NEAR))
                .withMessageContaining("one of near, far, got left");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> phrase.integer("count", 1, 255))
                .withMessage("count must be 1 … 255, got '900'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> phrase.word("side", List.of("right", "top")))
                .withMessageContaining("right, top");
    }
}
