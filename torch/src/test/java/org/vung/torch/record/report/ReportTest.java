package org.vung.torch.record.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.torch.record.Metrics;
import org.vung.torch.record.RunRecord;

class ReportTest {

    private static final String EVIL = "<script>alert('x')</script>\"><img src=//a onerror=b>&\u0000\uD800\u202E";
    private static final Report.Summary SUMMARY =
            new Report.Summary("U-Net", 1_234_567, "cells", "epochs: 3\n", 7, Duration.ofMinutes(3), "2 cores");
    private static final Report.Curves NO_CURVES = new Report.Curves(Metrics.NONE, List.of());
    private static final Report.Scores NO_SCORES = new Report.Scores(List.of(), Report.Confusion.NONE);

    @TempDir
    Path folder;

    @Test
    void theSummaryIsToldAndEmptyPartsAreLeftOut() throws IOException {
        String page = page(new Report.Content(
                "cells-1",
                List.of(new Report.Headline("mean IoU", "0.81")),
                SUMMARY,
                NO_CURVES,
                NO_SCORES,
                Report.Examples.NONE));
        assertThat(page).contains("<title>cells-1</title>", "1,234,567", "3 min 0 s", "epochs: 3", "mean IoU");
        assertThat(page).doesNotContain("<h2>Curves", "<h2>Confusion", "<h2>Scores", "<h2>Predictions");
    }

    @Test
    void namesThatAreMarkupAreHarmless() throws IOException {
        try (RunRecord record = RunRecord.open(folder, 0)) {
            String name = EVIL.replace("\u0000", "").replace("\uD800", "");
            record.log(1, 1, Map.of("loss" + name, 1.0));
        }
        LabelMap labels = LabelMap.of(new Size(1, 1), new int[] {0});
        Image image = Image.of(labels.size(), Layout.GREY, new byte[] {5});
        String page = page(new Report.Content(
                EVIL,
                List.of(new Report.Headline(EVIL, EVIL)),
                new Report.Summary(EVIL, 1, EVIL, EVIL, 1, Duration.ZERO, EVIL),
                Report.Curves.usual(Metrics.read(folder)),
                new Report.Scores(
                        List.of(new Report.ClassScores(EVIL, 1, 1, 1, 1)),
                        new Report.Confusion(List.of(EVIL), new long[][] {{1}})),
                new Report.Examples(
                        List.of(new LabelClass(EVIL, 0)),
                        List.of(new Report.Example(EVIL, 1, image, labels, labels)),
                        List.of())));
        assertThat(page).doesNotContain("<script", "<img src=//", "\u0000");
        assertThat(page.split("&lt;script&gt;alert\\(&#39;x&#39;\\)", -1)).hasSizeGreaterThan(12);
    }

    @Test
    void nothingIsFetched() throws IOException {
        String page = page(rich(3, new Size(20, 30)));
        Matcher sources =
                Pattern.compile("(?:src|href|url)\\s*[=(]\\s*\"?([^\" )]*)").matcher(page);
        int pictures = 0;
        while (sources.find()) {
            assertThat(sources.group(1)).startsWith("data:image/png;base64,");
            pictures++;
        }
        assertThat(pictures).isEqualTo(4);
        assertThat(page).doesNotContain("@import", "http://", "https://", "<script", "<link");
    }

    @Test
    void elementsCloseInTheirOrder() throws IOException {
        String page = page(rich(40, new Size(20, 30)));
        List<String> open = new ArrayList<>();
        Matcher tags = Pattern.compile("<(/?)([a-z][a-z0-9]*)[^<>]*>").matcher(page);
        while (tags.find()) {
            String tag = tags.group(2);
            if (tags.group(1).isEmpty()) {
                if (!List.of("meta", "img").contains(tag)) {
                    open.add(tag);
                }
            } else {
                assertThat(open.remove(open.size() - 1)).isEqualTo(tag);
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void oneClassAndFortyClassesGetAMatrix() throws IOException {
        for (int classes : new int[] {1, 40}) {
            String page = page(rich(classes, new Size(2, 2)));
            assertThat(page.split("<td class=\"(right|wrong)", -1)).hasSize(classes * classes + 1);
            assertThat(page.contains("confusion crowded")).isEqualTo(classes == 40);
        }
    }

    @Test
    void rowsOfTheMatrixAreShares() throws IOException {
        long[][] pixels = {{999_999, 1, 0}, {1, 3, 0}, {0, 0, 0}};
        Report.Confusion confusion = new Report.Confusion(List.of("a", "b", "c"), pixels);
        pixels[0][0] = 5; // a copy was taken
        String page = page(new Report.Content(
                "t", List.of(), SUMMARY, NO_CURVES, new Report.Scores(List.of(), confusion), Report.Examples.NONE));
        assertThat(cells(page)).containsExactly("&gt;99.9", "&lt;0.1", "0", "25.0", "75.0", "0", "–", "–", "–");
        assertThat(page).contains("a as a: 999,999 pixels", "--v:0.750");
    }

    @Test
    void aMatrixThatIsNoneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Report.Confusion(List.of("a", "b"), new long[][] {{1, 2}, {3}}))
                .withMessageContaining("got 1 columns in row 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Report.Confusion(List.of("a"), new long[][] {{-1}}))
                .withMessageContaining("got -1 pixels in row 0");
    }

    @Test
    void imagesOfAnySizeAndTypeBecomeSmallPictures() throws IOException {
        Size one = new Size(1, 1);
        Size large = new Size(3000, 5000);
        Size flat = new Size(1, 4000);
        Object[][] cases = {
            {Image.of(one, Layout.RGB, new byte[3]), 1, 1},
            {Image.wrap(large, Layout.RGB, new byte[large.pixels() * 3]), 192, 320},
            {Image.wrap(flat, Layout.GREY, new short[4000]), 1, 320},
            {Image.wrap(new Size(40, 20), Layout.RGBA, new short[3200]), 40, 20},
            {Image.wrap(new Size(640, 20), Layout.BANDS, nan(640 * 20 * 5)), 320, 10},
        };
        for (Object[] row : cases) {
            Image image = (Image) row[0];
            LabelMap labels = LabelMap.wrap(image.size(), new int[image.size().pixels()]);
            for (BufferedImage picture : pictures(page(example(image, labels, labels)))) {
                assertThat(picture.getHeight()).isEqualTo(row[1]);
                assertThat(picture.getWidth()).isEqualTo(row[2]);
            }
        }
    }

    @Test
    void errorsAreRedAndPixelsWithoutTruthAreNot() throws IOException {
        Size size = new Size(1, 3);
        Image white = Image.of(size, Layout.GREY, new byte[] {-1, -1, -1});
        LabelMap truth = LabelMap.of(size, new int[] {0, 1, 255});
        LabelMap given = LabelMap.of(size, new int[] {0, 0, 0});
        BufferedImage errors = pictures(page(example(white, truth, given))).get(3);
        assertThat(errors.getRGB(0, 0) & 0xFFFFFF).isEqualTo(0xFCFCFC);
        assertThat(errors.getRGB(1, 0) & 0xFFFFFF).isEqualTo(0xD5312B);
        assertThat(errors.getRGB(2, 0) & 0xFFFFFF).isEqualTo(0x8FA3B8);
    }

    @Test
    void aSingleWrongPixelOfALargeImageIsSeen() throws IOException {
        Size size = new Size(3200, 3200);
        Image grey = Image.wrap(size, Layout.GREY, new byte[size.pixels()]);
        int[] labels = new int[size.pixels()];
        LabelMap truth = LabelMap.of(size, labels);
        labels[size.index(1605, 805)] = 1;
        BufferedImage errors = pictures(page(example(grey, truth, LabelMap.wrap(size, labels))))
                .get(3);
        int seen = errors.getRGB(80, 160);
        assertThat((seen >> 16 & 0xFF) - (seen & 0xFF)).isGreaterThan(40);
        assertThat(errors.getRGB(81, 160) & 0xFFFFFF).isEqualTo(0x969696);
    }

    @Test
    void labelsWithoutAClassAndOtherSizesAreRefused() {
        Size size = new Size(1, 1);
        Image image = Image.of(size, Layout.GREY, new byte[1]);
        LabelMap two = LabelMap.of(size, new int[] {2});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> example(image, LabelMap.of(size, new int[1]), two))
                .withMessage("labels in the prediction of 'e' must be below 2, the number of classes, or 255, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> example(image, LabelMap.of(new Size(1, 2), new int[2]), two))
                .withMessageContaining("must have the image's size 1x1, got 1x2 and 1x1");
    }

    private static Report.Content example(Image image, LabelMap truth, LabelMap prediction) {
        List<LabelClass> classes = List.of(new LabelClass("a", 0), new LabelClass("b", 0xFF0000));
        Report.Example example = new Report.Example("e", 0.5, image, truth, prediction);
        return new Report.Content(
                "t",
                List.of(),
                SUMMARY,
                NO_CURVES,
                NO_SCORES,
                new Report.Examples(classes, List.of(), List.of(example)));
    }

    private Report.Content rich(int count, Size size) throws IOException {
        try (RunRecord record = RunRecord.open(folder, 0)) {
            record.log(1, 1, Map.of("loss", 1.0));
            record.log(2, 1, Map.of("loss", 0.5));
        }
        List<LabelClass> classes = new ArrayList<>();
        List<Report.ClassScores> scores = new ArrayList<>();
        List<String> names = new ArrayList<>();
        long[][] confusion = new long[count][count];
        for (int label = 0; label < count; label++) {
            names.add("class " + label);
            classes.add(new LabelClass("class " + label, label * 5));
            scores.add(new Report.ClassScores("class " + label, 0.5, Double.NaN, 1, 0));
            Arrays.fill(confusion[label], 3);
        }
        LabelMap labels = LabelMap.wrap(size, new int[size.pixels()]);
        Image image = Image.wrap(size, Layout.GREY, new byte[size.pixels()]);
        return new Report.Content(
                "t",
                List.of(new Report.Headline("a", "b")),
                SUMMARY,
                Report.Curves.usual(Metrics.read(folder)),
                new Report.Scores(scores, new Report.Confusion(names, confusion)),
                new Report.Examples(classes, List.of(new Report.Example("e", 0.5, image, labels, labels)), List.of()));
    }

    private String page(Report.Content content) throws IOException {
        Path html = folder.resolve(Report.FILE);
        Report.write(html, content);
        return Files.readString(html);
    }

    private static List<String> cells(String page) {
        List<String> cells = new ArrayList<>();
        Matcher matcher =
                Pattern.compile("<td class=\"(?:right|wrong)[^>]*>([^<]*)").matcher(page);
        while (matcher.find()) {
            cells.add(matcher.group(1));
        }
        return cells;
    }

    private static List<BufferedImage> pictures(String page) throws IOException {
        List<BufferedImage> pictures = new ArrayList<>();
        Matcher matcher = Pattern.compile("base64,([^\"]*)").matcher(page);
        while (matcher.find()) {
            pictures.add(
                    ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(matcher.group(1)))));
        }
        assertThat(pictures).hasSize(4);
        return pictures;
    }

    private static float[] nan(int count) {
        float[] samples = new float[count];
        Arrays.fill(samples, Float.NaN);
        return samples;
    }
}
