package org.vung;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelMap;

/** What every method owes its users. A method's test extends this and names its segmenter. */
public abstract class SegmenterContract {

    /**
     * The method under test, with options that suit a 40×50 picture.
     *
     * @return a segmenter, the same answer every call
     */
    protected abstract Segmenter segmenter();

    @Test
    void theSameImageGivesTheSameAnswerTwice() {
        Image image = blobs(40, 50);
        assertThat(segmenter().segment(image)).isEqualTo(segmenter().segment(image));
    }

    @Test
    void twoThreadsGetTheSameAnswer() {
        Image image = blobs(40, 50);
        Segmenter shared = segmenter();
        List<CompletableFuture<Segmentation>> answers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> shared.segment(image)))
                .toList();
        Segmentation first = answers.get(0).join();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(first));
    }

    @Test
    void everyPixelHasALabelInRange() {
        Image image = blobs(40, 50);
        LabelMap labels = segmenter().segment(image).labels();
        assertThat(labels.size()).isEqualTo(image.size());
        assertThat(Arrays.stream(labels.sharedLabels())).allMatch(label -> label >= 0 && label < labels.count());
    }

    @Test
    void theInputIsUnchanged() {
        Image image = blobs(40, 50);
        Image copy = blobs(40, 50);
        segmenter().segment(image);
        assertThat(image).isEqualTo(copy);
    }

    @Test
    void onePixelIsOneRegion() {
        assertOneLabel(flat(1, 1, Layout.RGB, 90));
    }

    @Test
    void oneColourIsOneValue() {
        for (int value : new int[] {0, 90, 255}) {
            Image image = flat(12, 17, Layout.RGB, value);
            assertThat(segmenter().segment(image).size()).isEqualTo(image.size());
        }
    }

    @Test
    void aSingleRowAndASingleColumnWork() {
        assertThat(segmenter().segment(blobs(1, 37)).size()).isEqualTo(new Size(1, 37));
        assertThat(segmenter().segment(blobs(37, 1)).size()).isEqualTo(new Size(37, 1));
    }

    @Test
    void greyAlphaAndDeepImagesWork() {
        assertThat(segmenter().segment(flat(9, 9, Layout.GREY, 70)).size()).isEqualTo(new Size(9, 9));
        assertThat(segmenter().segment(flat(9, 9, Layout.GREY_ALPHA, 70)).size())
                .isEqualTo(new Size(9, 9));
        assertThat(segmenter().segment(flat(9, 9, Layout.RGBA, 70)).size()).isEqualTo(new Size(9, 9));
        assertThat(segmenter().segment(deep(9, 11)).size()).isEqualTo(new Size(9, 11));
        assertThat(segmenter().segment(floats(9, 11)).size()).isEqualTo(new Size(9, 11));
    }

    private void assertOneLabel(Image image) {
        LabelMap labels = segmenter().segment(image).labels();
        assertThat(labels.size()).isEqualTo(image.size());
        assertThat(labels.compacted().count()).isEqualTo(1);
    }

    /**
     * Three soft blobs of colour on a shaded ground, with a fixed grain.
     *
     * @param height rows
     * @param width columns
     * @return an 8-bit RGB image
     */
    protected static Image blobs(int height, int width) {
        byte[] samples = new byte[height * width * 3];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                for (int channel = 0; channel < 3; channel++) {
                    double y = row - height * (0.25 + 0.25 * channel);
                    double x = column - width * (0.3 + 0.2 * channel);
                    double blob = 140 * Math.exp(-(x * x + y * y) / 60.0);
                    int grain = (row * 31 + column * 17 + channel * 7) % 11;
                    samples[(row * width + column) * 3 + channel] = (byte) (40 + column / 2 % 40 + blob + grain);
                }
            }
        }
        return Image.wrap(new Size(height, width), Layout.RGB, samples);
    }

    private static Image flat(int height, int width, Layout layout, int value) {
        int channels = switch (layout) {
            case GREY -> 1;
            case GREY_ALPHA -> 2;
            case RGBA -> 4;
            default -> 3;
        };
        byte[] samples = new byte[height * width * channels];
        Arrays.fill(samples, (byte) value);
        return Image.wrap(new Size(height, width), layout, samples);
    }

    private static Image deep(int height, int width) {
        short[] samples = new short[height * width];
        for (int pixel = 0; pixel < samples.length; pixel++) {
            samples[pixel] = (short) (pixel * 523);
        }
        return Image.wrap(new Size(height, width), Layout.GREY, samples);
    }

    private static Image floats(int height, int width) {
        float[] samples = new float[height * width * 3];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (at * 37 % 101) / 100f;
        }
        return Image.wrap(new Size(height, width), Layout.RGB, samples);
    }
}
