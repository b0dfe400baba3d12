package org.vung.classic.slic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.vung.Partition;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelMap;

class SlicTest {

    private static final Size SIZE = new Size(48, 64);

    @ParameterizedTest
    @CsvFileSource(resources = "labels.txt", delimiter = ';')
    void labelsAreThoseOfScikitImage(String options, String kind, int count, String crc) throws IOException {
        LabelMap labels = new Slic(options(options)).segment(picture(kind)).labels();
        assertThat(labels.count()).isEqualTo(count);
        assertThat(crc(labels)).isEqualTo(crc);
    }

    @Test
    void endsEarlyWhenNoPixelChanges() throws IOException {
        Partition few = new Slic(Slic.Options.segments(20).withIterations(500)).segment(picture("colour"));
        int rounds = (Integer) Objects.requireNonNull(few.findings().values().get("iterations"));
        assertThat(few.findings().values()).containsEntry("converged", true);
        assertThat(rounds).isBetween(2, 499);
        Partition exact = new Slic(Slic.Options.segments(20).withIterations(rounds)).segment(picture("colour"));
        assertThat(exact.labels()).isEqualTo(few.labels());
    }

    @Test
    void missingSamplesCountAsTheDarkest() {
        float[] samples = new float[30 * 30];
        Arrays.fill(samples, 0.5f);
        Arrays.fill(samples, 450, 900, 0.1f);
        float[] holes = samples.clone();
        Arrays.fill(holes, 600, 640, Float.NaN);
        holes[700] = Float.POSITIVE_INFINITY;
        Slic slic = new Slic(Slic.Options.segments(9));
        Size size = new Size(30, 30);
        assertThat(slic.segment(Image.of(size, Layout.GREY, holes)))
                .isEqualTo(slic.segment(Image.of(size, Layout.GREY, samples)));
    }

    @Test
    void anImageOfNothingButMissingSamplesIsCutByPlace() {
        float[] samples = new float[400];
        Arrays.fill(samples, Float.NaN);
        LabelMap labels = new Slic(Slic.Options.segments(4))
                .segment(Image.of(new Size(20, 20), Layout.GREY, samples))
                .labels();
        assertThat(labels.areas()).containsExactly(121, 99, 99, 81);
    }

    @Test
    void bandsAreClusteredAsTheyAre() {
        byte[] samples = new byte[20 * 20 * 5];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) (at / 5 % 20 < 10 ? 20 : 200);
        }
        LabelMap labels = new Slic(Slic.Options.segments(4).withCompactness(0.1))
                .segment(Image.of(new Size(20, 20), Layout.BANDS, samples))
                .labels();
        assertThat(labels.at(0, 9)).isNotEqualTo(labels.at(0, 10));
    }

    @Test
    void optionsOutOfRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Slic.Options.segments(0))
                .withMessage("segments must be at least 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Slic.Options.segments(9).withCompactness(Double.NaN))
                .withMessage("compactness must be above 0, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Slic.Options.segments(9).withIterations(0))
                .withMessageContaining("got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Slic.Options.segments(9).withSigma(-1))
                .withMessageContaining("got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Connectivity(true, 2, 1))
                .withMessage("max-size must be above 0 and at least min-size 2.0, got 1.0");
    }

    private static Slic.Options options(String text) {
        Slic.Options options = Slic.Options.segments(20);
        Connectivity usual = Connectivity.usual();
        for (String pair : text.split(",", -1)) {
            String value = pair.substring(pair.indexOf('=') + 1);
            options = switch (pair.split("=", 2)[0]) {
                case "segments" -> Slic.Options.segments(Integer.parseInt(value));
                case "compactness" -> options.withCompactness(Double.parseDouble(value));
                case "iterations" -> options.withIterations(Integer.parseInt(value));
                case "sigma" -> options.withSigma(Double.parseDouble(value));
                case "zero" -> options.withZero(true);
                case "rgb" -> options.withSpace(Slic.Space.RGB);
                case "loose" -> options.withCompactness(1).withConnectivity(Connectivity.off());
                case "max-size" ->
                    options.withCompactness(1)
                            .withConnectivity(new Connectivity(usual.enforced(), 0.2, Double.parseDouble(value)));
                default -> throw new IllegalArgumentException("option must be known, got " + pair);
            };
        }
        return options;
    }

    private static Image picture(String kind) throws IOException {
        try (InputStream in = Objects.requireNonNull(SlicTest.class.getResourceAsStream("picture.rgb"))) {
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

    private static String crc(LabelMap labels) {
        ByteBuffer bytes = ByteBuffer.allocate(labels.sharedLabels().length * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(labels.sharedLabels());
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return String.format("%08x", crc.getValue());
    }
}
