package org.vung.image.codec.pnm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vung.image.codec.Decoded.samples;
import static org.vung.image.codec.Decoded.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.image.codec.Frame;
import org.vung.image.codec.ImageException;

class PnmDecoderTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            P1 # one is black~3 1~1 0 1       | 0 255 0
            P1~3 1~101                        | 0 255 0
            P4~3 1~\u00A0                     | 0 255 0
            P2 2 1 255~7 200                  | 7 200
            P2 2 1 255~7 # seven~200          | 7 200
            P2 3 1 4~0 1 4                    | 0 64 255
            P2 2 1 65535~7 65535              | 7 65535
            P2 2 1 1000~0 500                 | 0 32768
            P3 1 1 255~1 2 3~                 | 1 2 3
            P5 2 1 255~AB                     | 65 66
            P5 1 1 65535~AB                   | 16706
            P6 1 1 255~ABC                    | 65 66 67
            P6 1 1 100~\u00022d          | 5 128 255
            P7~WIDTH 1~HEIGHT 1~DEPTH 4~MAXVAL 255~TUPLTYPE RGB_ALPHA~ENDHDR~ABCD | 65 66 67 68
            """)
    void everyKindIsRead(String file, String expected) throws ImageException {
        assertThat(samples(decode(file).get(0).picture()))
                .isEqualTo(List.of(expected.split(" ")).stream()
                        .mapToInt(Integer::parseInt)
                        .toArray());
    }

    @Test
    void greyLabelsKeepTheirValues() throws ImageException {
        assertThat(samples(decode("P2 3 1 4~0 1 4").get(0).samples())).containsExactly(0, 1, 4);
        assertThat(samples(decode("P1 3 1~101").get(0).samples())).containsExactly(1, 0, 1);
    }

    @Test
    void severalPicturesArePages() throws ImageException {
        List<Frame> pages = decode("P5 1 1 255~AP5 1 1 255~B~P2 1 1 255~9");

        assertThat(pages).hasSize(3);
        assertThat(samples(pages.get(1).picture())).containsExactly(66);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P5 2 2 255~ABC",
                "P5 2",
                "P5 2 2 0~ABCD",
                "P5 2 2 65536~ABCD",
                "P5 -1 1 255~A",
                "P5 0 1 255~A",
                "P5 99999999999999999999 1 255~A",
                "P5 20000 20000 255~A",
                "P2 2 1 255~1 x",
                "P2 3 1 255~1 2",
                "P7~WIDTH 1~ENDHDR~",
                "P7~NONSENSE 1~",
                "P9 1 1 255~A"
            })
    void damageIsRefused(String file) {
        assertThatThrownBy(() -> decode(file)).isInstanceOf(ImageException.class);
    }

    private static List<Frame> decode(String file) throws ImageException {
        byte[] content = file.replace('~', '\n').getBytes(StandardCharsets.ISO_8859_1);
        return PnmDecoder.decode(source(content), 100);
    }
}
