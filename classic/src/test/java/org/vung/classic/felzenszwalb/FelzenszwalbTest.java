package org.vung.classic.felzenszwalb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelMap;

class FelzenszwalbTest {

    private static final Size SIZE = new Size(48, 64);

    @ParameterizedTest
    @CsvFileSource(resources = "labels.txt", delimiter = ';')
    void labelsAreThoseOfScikitImage(String options, String kind, int count, String crc) throws IOException {
        String[] values = options.split(",", -1);
        Felzenszwalb method = new Felzenszwalb(Felzenszwalb.Options.scale(Double.parseDouble(values[0]))
                .withSigma(Double.parseDouble(values[1]))
                .withMinArea(Integer.parseInt(values[2])));
        LabelMap labels = method.segment(picture(kind)).labels();
        assertThat(labels.count()).isEqualTo(count);
        assertThat(Digest.of(labels.sharedLabels())).isEqualTo(crc);
    }

    @Test
    void scaleZeroLeavesEveryPixelToTheLeastArea() {
        Felzenszwalb alone =
                new Felzenszwalb(Felzenszwalb.Options.scale(0).withSigma(0).withMinArea(0));
        Image stripes = Image.wrap(new Size(2, 2), Layout.GREY, new byte[] {1, 50, 1, 50});
        assertThat(alone.segment(stripes).labels().sharedLabels()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void missingSamplesCountAsTheDarkest() {
        float[] samples = new float[30 * 30];
        Arrays.fill(samples, 0.5f);
        Arrays.fill(samples, 450, 900, 0.1f);
        float[] holes = samples.clone();
        Arrays.fill(holes, 600, 640, Float.NaN);
        holes[700] = Float.NEGATIVE_INFINITY;
        Felzenszwalb method = new Felzenszwalb(Felzenszwalb.Options.scale(1).withSigma(0));
        LabelMap labels =
                method.segment(Image.of(new Size(30, 30), Layout.GREY, holes)).labels();
        assertThat(labels)
                .isEqualTo(method.segment(Image.of(new Size(30, 30), Layout.GREY, samples))
                        .labels());
        assertThat(labels.count()).isEqualTo(2);
    }

    @Test
    void optionsOutOfRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Felzenszwalb.Options.scale(-1))
                .withMessage("scale must be at least 0, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Felzenszwalb.Options.scale(1).withSigma(Double.NaN))
                .withMessage("sigma must be 0 … 1000 pixels, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Felzenszwalb.Options.scale(1).withMinArea(-2))
                .withMessage("min-area must be at least 0 pixels, got -2");
    }

    private static Image picture(String kind) throws IOException {
        try (InputStream in = Objects.requireNonNull(FelzenszwalbTest.class.getResourceAsStream("picture.rgb"))) {
            byte[] samples = in.readAllBytes();
            if (kind.equals("colour")) {
                return Image.wrap(SIZE, Layout.RGB, samples);
            }
            byte[] grey = new byte[SIZE.pixels()];
            for (int pixel = 0; pixel < grey.length; pixel++) {
                grey[pixel] = samples[3 * pixel + 1];
            }
            return Image.wrap(SIZE, Layout.GREY, grey);
        }
    }
}
