package org.vung.classic.meanshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.SegmenterContract;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelMap;

public class ColourMeanShiftTest extends SegmenterContract {

    private static final ColourMeanShift.Options USUAL = ColourMeanShift.Options.usual();

    @Override
    protected Segmenter segmenter() {
        return new ColourMeanShift(USUAL);
    }

    static Stream<String> modes() throws IOException {
        return lines("modes.csv").stream().filter(line -> !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("modes")
    void modesAndLabelsEqualScikitLearns(String line) throws Exception {
        String[] fields = line.split(",", -1);
        Partition found = new ColourMeanShift(USUAL.withBandwidth(Double.parseDouble(fields[0]))
                        .withSeeds(Seeds.valueOf(fields[1].toUpperCase(Locale.ROOT))))
                .segment(scene());
        double[] centres = ((List<?>)
                        Objects.requireNonNull(found.findings().values().get("centres")))
                .stream()
                        .flatMap(row -> ((List<?>) row).stream())
                        .mapToDouble(value -> (Double) value)
                        .toArray();
        double[] expected = Arrays.stream(fields[4].split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(centres).containsExactly(expected, within(1e-9));
        assertThat(found.findings().values()).containsEntry("iterations", Integer.parseInt(fields[2]));
        assertThat(digest(found.labels())).isEqualTo(fields[3]);
    }

    static Stream<String> bandwidths() throws IOException {
        return lines("bandwidths.csv").stream().filter(line -> !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("bandwidths")
    void theBandwidthOfAllPixelsEqualsScikitLearns(String line) throws IOException {
        String[] fields = line.split(",", -1);
        double quantile = Double.parseDouble(fields[0]);
        Features features = Features.of(scene(), Space.RGB);
        double expected = Double.parseDouble(fields[1]);
        assertThat(Bandwidth.estimate(features, quantile, 20000)).isCloseTo(expected, within(1e-9));
        assertThat(Bandwidth.estimate(features, quantile, 300)).isCloseTo(expected, within(0.05 * expected));
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void threeColoursAreThreeModes(Kernel kernel) {
        byte[] samples = new byte[30 * 30 * 3];
        for (int pixel = 0; pixel < 900; pixel++) {
            int stripe = pixel / 300;
            for (int channel = 0; channel < 3; channel++) {
                samples[pixel * 3 + channel] = (byte) ((channel == stripe ? 200 : 30) + pixel % 5);
            }
        }
        Image stripes = Image.wrap(new Size(30, 30), Layout.RGB, samples);
        for (Space space : Space.values()) {
            LabelMap labels = new ColourMeanShift(
                            USUAL.withBandwidth(30).withKernel(kernel).withSpace(space))
                    .segment(stripes)
                    .labels();
            assertThat(labels.count()).isEqualTo(3);
            assertThat(labels.at(0, 0)).isEqualTo(labels.at(9, 29)).isNotEqualTo(labels.at(10, 0));
        }
    }

    @Test
    void theFilterPaintsRegionsInTheirMeanColour() {
        Image image =
                Image.of(new Size(1, 4), Layout.GREY_ALPHA, new byte[] {10, 1, 20, 2, (byte) 200, 3, (byte) 210, 4});
        Image filtered = new ColourMeanShift(USUAL.withBandwidth(40)).filter(image);
        assertThat(filtered)
                .isEqualTo(Image.of(new Size(1, 4), Layout.GREY, new byte[] {15, 15, (byte) 205, (byte) 205}));
    }

    @Test
    void missingSamplesCountAsBlack() {
        float[] samples = {Float.NaN, 0.01f, 0.9f, 0.92f, Float.NEGATIVE_INFINITY, 0.02f};
        LabelMap labels = new ColourMeanShift(USUAL.withBandwidth(30))
                .segment(Image.wrap(new Size(2, 3), Layout.GREY, samples))
                .labels();
        assertThat(labels.count()).isEqualTo(2);
        assertThat(labels.at(0, 0)).isEqualTo(labels.at(0, 1)).isEqualTo(labels.at(1, 1));
        assertThat(labels.at(0, 2)).isNotEqualTo(labels.at(0, 0));
    }

    @Test
    void bandsClimbInAnyNumberOfDimensions() {
        float[] samples = new float[20 * 20 * 6];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (at / 6 % 20 < 10 ? 0.1f : 0.8f) + at % 7 / 100f;
        }
        Image bands = Image.wrap(new Size(20, 20), Layout.BANDS, samples);
        assertThat(new ColourMeanShift(USUAL.withBandwidth(60))
                        .segment(bands)
                        .labels()
                        .count())
                .isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColourMeanShift(USUAL.withSpace(Space.LAB)).segment(bands))
                .withMessageContaining("BANDS");
    }

    @Test
    void aClimbCutShortIsSaid() throws IOException {
        ColourMeanShift.Options hasty =
                new ColourMeanShift.Options(12, 0.3, 1000, Kernel.GAUSSIAN, Space.RGB, Seeds.BINNED, 2);
        Partition found = new ColourMeanShift(hasty).segment(scene());
        assertThat(found.findings().values()).containsEntry("converged", false);
        assertThat(found.findings().warnings()).singleElement().asString().contains("iterations");
    }

    @Test
    void optionsOutOfRangeNameTheirValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> USUAL.withBandwidth(-1))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> USUAL.withQuantile(0, 10))
                .withMessageContaining("0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> USUAL.withQuantile(0.3, 1))
                .withMessageContaining("1");
    }

    public static Image scene() throws IOException {
        List<String> rows = lines("scene.hex");
        return Image.wrap(
                new Size(rows.size(), rows.get(0).length() / 6),
                Layout.RGB,
                HexFormat.of().parseHex(String.join("", rows)));
    }

    private static String digest(LabelMap labels) throws NoSuchAlgorithmException {
        ByteBuffer bytes = ByteBuffer.allocate(labels.size().pixels() * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(labels.sharedLabels());
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ColourMeanShiftTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
