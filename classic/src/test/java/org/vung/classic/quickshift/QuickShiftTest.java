package org.vung.classic.quickshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.SegmenterContract;
import org.vung.image.Image;
import org.vung.image.Lab;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelMap;

class QuickShiftTest extends SegmenterContract {

    @Override
    protected Segmenter segmenter() {
        return new QuickShift(QuickShift.Options.usual());
    }

    static Stream<String> labelCases() throws IOException {
        return lines("labels.csv").stream().filter(line -> !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("labelCases")
    void labelsEqualScikitImages(String line) throws Exception {
        String[] fields = line.split(",", -1);
        QuickShift.Options options = new QuickShift.Options(
                Double.parseDouble(fields[0]),
                Double.parseDouble(fields[1]),
                Double.parseDouble(fields[2]),
                Double.parseDouble(fields[3]),
                Long.parseLong(fields[4]),
                QuickShift.Space.valueOf(fields[5].toUpperCase(Locale.ROOT)));
        LabelMap labels = new QuickShift(options).segment(scene()).labels();
        assertThat(labels.count()).isEqualTo(Integer.parseInt(fields[6]));
        assertThat(digest(labels)).isEqualTo(fields[7]);
    }

    static Stream<String> noiseCases() throws IOException {
        return lines("noise.csv").stream().filter(line -> !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("noiseCases")
    void noiseEqualsNumPys(String line) {
        String[] fields = line.split(",", -1);
        int index = Integer.parseInt(fields[1]);
        double[] noise = TieNoise.of(Long.parseLong(fields[0]), index + 1);
        assertThat(noise[index]).isCloseTo(Double.parseDouble(fields[2]), org.assertj.core.data.Offset.offset(1e-19));
    }

    @Test
    void cuttingTheTreeGivesTheLabels() throws IOException {
        QuickShift quickshift = new QuickShift(QuickShift.Options.usual());
        LinkTree tree = quickshift.tree(scene());
        assertThat(tree.cut(10)).isEqualTo(quickshift.segment(scene()));
        assertThat(tree.cut(0).labels().count()).isEqualTo(40 * 48);
        assertThat(tree.cut(30).labels().count())
                .isLessThan(tree.cut(5).labels().count());
    }

    @Test
    void coloursAlreadyConvertedGiveTheSameTree() throws IOException {
        QuickShift quickshift = new QuickShift(QuickShift.Options.usual());
        Image scene = scene();
        LinkTree tree = quickshift.tree(
                scene.size(), Lab.of(scene), TieNoise.of(42, scene.size().pixels()));
        assertThat(tree.parents()).isEqualTo(quickshift.tree(scene).parents());
        assertThat(tree.lengths()).isEqualTo(quickshift.tree(scene).lengths());
    }

    @Test
    void noiseDecidesWhereTheImageIsFlat() {
        Image flat = Image.wrap(new Size(1, 5), Layout.GREY, new byte[5]);
        double[] peakAtTheLeft = {5, 4, 3, 2, 1};
        QuickShift quickshift = new QuickShift(QuickShift.Options.usual().withDistance(1));
        assertThat(quickshift.segment(flat, peakAtTheLeft).labels().sharedLabels())
                .containsOnly(0);
        double[] twoPeaks = {9, 0, 0, 0, 9};
        LabelMap halves = quickshift.segment(flat, twoPeaks).labels();
        assertThat(halves.at(0, 0)).isNotEqualTo(halves.at(0, 4));
    }

    @Test
    void noiseOfAnotherSizeIsRefused() {
        Image flat = Image.wrap(new Size(1, 5), Layout.GREY, new byte[5]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuickShift(QuickShift.Options.usual()).segment(flat, new double[4]))
                .withMessageContaining("noise")
                .withMessageContaining("4");
    }

    @Test
    void greyIsColourWithoutHue() {
        Image colour = blobs(20, 30);
        byte[] grey = new byte[20 * 30];
        byte[] tripled = new byte[20 * 30 * 3];
        for (int pixel = 0; pixel < grey.length; pixel++) {
            grey[pixel] = colour.sharedBytes()[pixel * 3];
            for (int channel = 0; channel < 3; channel++) {
                tripled[pixel * 3 + channel] = grey[pixel];
            }
        }
        Partition one =
                new QuickShift(QuickShift.Options.usual()).segment(Image.wrap(new Size(20, 30), Layout.GREY, grey));
        Partition three =
                new QuickShift(QuickShift.Options.usual()).segment(Image.wrap(new Size(20, 30), Layout.RGB, tripled));
        assertThat(one).isEqualTo(three);
    }

    @Test
    void pixelsThatAreNotFiniteAreBlack() {
        float[] broken = new float[12 * 12 * 3];
        float[] black = new float[12 * 12 * 3];
        for (int at = 0; at < broken.length; at++) {
            broken[at] = black[at] = (at * 37 % 101) / 100f;
        }
        broken[3 * 50 + 1] = Float.NaN;
        broken[3 * 80] = Float.POSITIVE_INFINITY;
        java.util.Arrays.fill(black, 3 * 50, 3 * 50 + 3, 0);
        java.util.Arrays.fill(black, 3 * 80, 3 * 80 + 3, 0);
        assertThat(segmenter().segment(Image.wrap(new Size(12, 12), Layout.RGB, broken)))
                .isEqualTo(segmenter().segment(Image.wrap(new Size(12, 12), Layout.RGB, black)));
    }

    @Test
    void bandsAreComparedAsTheyAre() {
        float[] samples = new float[10 * 10 * 5];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = at / 5 % 10 < 5 ? 0 : 20;
        }
        Image bands = Image.wrap(new Size(10, 10), Layout.BANDS, samples);
        QuickShift.Options options = QuickShift.Options.usual();
        LabelMap halves = new QuickShift(options.withSpace(QuickShift.Space.RAW))
                .segment(bands)
                .labels();
        assertThat(halves.count()).isEqualTo(2);
        assertThat(halves.at(3, 4)).isNotEqualTo(halves.at(3, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuickShift(options).segment(bands))
                .withMessageContaining("BANDS")
                .withMessageContaining("raw");
    }

    @Test
    void optionsOutOfRangeNameTheirValue() {
        QuickShift.Options usual = QuickShift.Options.usual();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> usual.withKernel(0.5))
                .withMessageContaining("0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> usual.withDistance(-1))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> usual.withRatio(Double.NaN))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> usual.withSigma(-2))
                .withMessageContaining("-2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> usual.withSeed(-3))
                .withMessageContaining("-3");
    }

    private static Image scene() throws IOException {
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
        try (InputStream in = Objects.requireNonNull(QuickShiftTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
