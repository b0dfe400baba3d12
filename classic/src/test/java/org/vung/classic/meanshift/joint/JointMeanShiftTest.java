package org.vung.classic.meanshift.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.Segmenter;
import org.vung.SegmenterContract;
import org.vung.classic.meanshift.ColourMeanShiftTest;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelMap;

class JointMeanShiftTest extends SegmenterContract {

    @Override
    protected Segmenter segmenter() {
        return new JointMeanShift(JointMeanShift.Options.of(6, 30));
    }

    /** Blocks that are taken or left as a whole must not change a single step. */
    @ParameterizedTest
    @CsvSource({"3, 10", "7, 40", "20, 60", "60, 500"})
    void stepsAreThoseOfAPlainScan(int reach, double range) throws IOException {
        JointSpace space = JointSpace.of(ColourMeanShiftTest.scene());
        JointClimb climb = new JointClimb(space, reach, range * JointSpace.STEPS);
        for (int pixel = 0; pixel < space.size().pixels(); pixel += 7) {
            climb.start(pixel);
            int[] centre = {
                pixel / space.size().width(),
                pixel % space.size().width(),
                climb.colour(0),
                climb.colour(1),
                climb.colour(2)
            };
            for (int step = 0; step < 3; step++) {
                centre = plainStep(space, centre, reach, range * JointSpace.STEPS);
                climb.step();
                int place = space.size().index(centre[0], centre[1]);
                assertThat(new int[] {climb.pixel(), climb.colour(0), climb.colour(1), climb.colour(2)})
                        .containsExactly(place, centre[2], centre[3], centre[4]);
            }
        }
    }

    private static int[] plainStep(JointSpace space, int[] centre, int reach, double range) {
        long[] sums = new long[6];
        Size size = space.size();
        for (int row = Math.max(0, centre[0] - reach); row < Math.min(size.height(), centre[0] + reach + 1); row++) {
            for (int column = Math.max(0, centre[1] - reach);
                    column < Math.min(size.width(), centre[1] + reach + 1);
                    column++) {
                double square = 0;
                for (int channel = 0; channel < 3; channel++) {
                    double apart = space.samples()[size.index(row, column) * 3 + channel] - centre[2 + channel];
                    square += apart * apart;
                }
                if (square <= range * range) {
                    sums[0] += row;
                    sums[1] += column;
                    for (int channel = 0; channel < 3; channel++) {
                        sums[2 + channel] += space.samples()[size.index(row, column) * 3 + channel];
                    }
                    sums[5]++;
                }
            }
        }
        int[] mean = new int[5];
        for (int i = 0; i < 5; i++) {
            mean[i] = sums[5] == 0 ? centre[i] : (int) Math.floor((double) sums[i] / sums[5] + 0.5);
        }
        return mean;
    }

    @Test
    void aNoisyEdgeStaysAndTheNoiseGoes() {
        byte[] samples = new byte[40 * 60];
        for (int pixel = 0; pixel < samples.length; pixel++) {
            int noise = pixel * 7919 % 13 - 6;
            samples[pixel] = (byte) ((pixel % 60 < 30 ? 70 : 160) + noise);
        }
        Image image = Image.wrap(new Size(40, 60), Layout.GREY, samples);
        JointMeanShift meanshift = new JointMeanShift(JointMeanShift.Options.of(8, 30));
        Image filtered = meanshift.filter(image);
        for (int column = 0; column < 60; column++) {
            assertThat(filtered.sample(20, column, 0)).isBetween(column < 30 ? 69f : 159f, column < 30 ? 71f : 161f);
        }
        LabelMap labels = meanshift.segment(image).labels();
        assertThat(labels.count()).isEqualTo(2);
        assertThat(labels.at(5, 29)).isNotEqualTo(labels.at(5, 30));
    }

    @Test
    void sharingChangesLittle() {
        Image image = blobs(70, 80);
        JointMeanShift.Options options = JointMeanShift.Options.of(10, 30);
        byte[] exact = new JointMeanShift(options.withSharing(0)).filter(image).sharedBytes();
        byte[] shared = new JointMeanShift(options).filter(image).sharedBytes();
        double apart = 0;
        for (int at = 0; at < exact.length; at++) {
            apart += Math.abs((exact[at] & 0xFF) - (shared[at] & 0xFF));
        }
        assertThat(apart / exact.length).isLessThan(1.5);
    }

    @Test
    void manyBandsAndWrongOptionsAreRefused() {
        Image bands = Image.wrap(new Size(1, 1), Layout.BANDS, new byte[5]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> segmenter().segment(bands))
                .withMessageContaining("BANDS");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JointMeanShift.Options.of(0, 10))
                .withMessageContaining("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JointMeanShift.Options.of(5, 0))
                .withMessageContaining("0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JointMeanShift.Options.of(5, 5).withIterations(0))
                .withMessageContaining("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JointMeanShift.Options.of(5, 5).withSharing(2))
                .withMessageContaining("2.0");
    }
}
