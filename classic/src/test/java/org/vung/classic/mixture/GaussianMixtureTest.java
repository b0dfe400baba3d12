package org.vung.classic.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.SegmenterContract;
import org.vung.classic.Oracle;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.colour.Colours;

class GaussianMixtureTest extends SegmenterContract {

    private static final GaussianMixture.Options THREE = GaussianMixture.Options.components(3);

    @Override
    protected Segmenter segmenter() {
        return new GaussianMixture(THREE);
    }

    @ParameterizedTest
    @EnumSource(Covariance.class)
    void climbsFromTheSameStartToWhereScikitLearnDoes(Covariance covariance) {
        Oracle oracle = Oracle.of("mixture/" + covariance.name().toLowerCase(Locale.ROOT) + ".txt");
        Mixture start = Mixture.of(
                oracle.numbers("start_weights"), oracle.table("start_means", 3), matrices(oracle, "start_covariances"));
        GaussianMixture.Fit fit = new GaussianMixture(THREE.withCovariance(covariance)).fit(Oracle.picture(), start);
        assertThat(fit.iterations()).isEqualTo((int) oracle.number("iterations"));
        assertThat(fit.converged()).isTrue();
        assertThat(fit.logLikelihood()).isCloseTo(oracle.number("log_likelihood"), within(1e-6));
        assertThat(fit.bic()).isCloseTo(oracle.number("bic"), within(1e-2));
        assertThat(fit.mixture().weights()).containsExactly(oracle.numbers("weights"), within(1e-6));
        double[][] means = oracle.table("means", 3);
        double[][][] covariances = matrices(oracle, "covariances");
        for (int component = 0; component < 3; component++) {
            assertThat(fit.mixture().means()[component]).containsExactly(means[component], within(1e-4));
            for (int row = 0; row < 3; row++) {
                assertThat(fit.mixture().covariances()[component][row])
                        .containsExactly(covariances[component][row], within(1e-2));
            }
        }
        assertMemberships(oracle, fit.mixture());
    }

    private static void assertMemberships(Oracle oracle, Mixture mixture) {
        float[] memberships = mixture.memberships(Oracle.picture());
        double[] expected = oracle.numbers("memberships_of_first_row");
        for (int at = 0; at < expected.length; at++) {
            assertThat((double) memberships[at]).isCloseTo(expected[at], within(1e-5));
        }
        int[] labels = oracle.digits("labels");
        for (int pixel = 0; pixel < labels.length; pixel++) {
            float[] shares = Arrays.copyOfRange(memberships, 3 * pixel, 3 * pixel + 3);
            assertThat(shares[labels[pixel]])
                    .isGreaterThanOrEqualTo(Math.max(shares[0], Math.max(shares[1], shares[2])) - 1e-4f);
        }
    }

    @ParameterizedTest
    @EnumSource(Covariance.class)
    void aFreeStartGetsAtLeastAsHighAsScikitLearn(Covariance covariance) {
        Oracle oracle = Oracle.of("mixture/" + covariance.name().toLowerCase(Locale.ROOT) + ".txt");
        GaussianMixture.Fit fit = new GaussianMixture(THREE.withCovariance(covariance)).fit(Oracle.picture());
        assertThat(fit.logLikelihood()).isGreaterThan(oracle.number("log_likelihood") - 1e-3);
        double[] weights = fit.mixture().weights();
        assertThat(weights[0]).isGreaterThanOrEqualTo(weights[1]);
        assertThat(weights[1]).isGreaterThanOrEqualTo(weights[2]);
    }

    @Test
    void autoTakesTheLowestBic() {
        Image image = clouds();
        Partition partition = new GaussianMixture(GaussianMixture.Options.components(GaussianMixture.Options.AUTO)
                        .withCovariance(Covariance.SPHERICAL)
                        .withStop(200, 1e-5))
                .segment(image);
        assertThat(partition.findings().values()).containsEntry("k", 3);
        assertThat(partition.labels().compacted().count()).isEqualTo(3);
    }

    @Test
    void aClimbThatStopsEarlySaysSo() {
        Partition partition = new GaussianMixture(THREE.withStop(2, 0)).segment(Oracle.picture());
        assertThat(partition.findings().values()).containsEntry("converged", false);
        assertThat(partition.findings().warnings())
                .containsExactly("em had not converged after 2 iterations; raise iterations above 2"
                        + " or tolerance above 0.0");
    }

    @Test
    void cellsOfManyColoursDoNotBecomeComponents() {
        SplittableRandom random = new SplittableRandom(9);
        byte[] samples = new byte[300 * 300 * 3];
        for (int at = 0; at < samples.length; at++) {
            int cloud = at / 3 % 2;
            samples[at] = (byte) (60 + 100 * cloud + random.nextInt(40) + random.nextInt(40));
        }
        Image image = Image.wrap(new Size(300, 300), Layout.RGB, samples);
        assertThat(Colours.of(image).count()).isGreaterThan(8192 * 4);
        GaussianMixture.Fit fit = new GaussianMixture(GaussianMixture.Options.components(2)).fit(image);
        assertThat(fit.mixture().weights()).containsExactly(new double[] {0.5, 0.5}, within(1e-3));
        for (double[][] covariance : fit.mixture().covariances()) {
            assertThat(covariance[0][0]).isCloseTo(2 * (40 * 40 - 1) / 12.0, within(10.0));
        }
    }

    @Test
    void fewerColoursThanComponentsGiveFewerAndAWarning() {
        byte[] samples = {10, 10, 10, (byte) 200, (byte) 200, 10};
        Partition partition = new GaussianMixture(GaussianMixture.Options.components(5))
                .segment(Image.wrap(new Size(2, 3), Layout.GREY, samples));
        assertThat(partition.labels().sharedLabels()).containsExactly(0, 0, 0, 1, 1, 0);
        assertThat(partition.findings().warnings())
                .containsExactly("found 2 distinct colours, fewer than k=5; each is a component of its own");
    }

    @Test
    void pixelsWithoutNumbersShareALabelOfTheirOwn() {
        float[] samples = {0f, 0.1f, Float.NaN, 1f, 0.9f, 0.05f};
        Image image = Image.wrap(new Size(2, 3), Layout.GREY, samples);
        GaussianMixture two = new GaussianMixture(GaussianMixture.Options.components(2));
        assertThat(two.segment(image).labels().sharedLabels()).containsExactly(0, 0, 2, 1, 1, 0);
        assertThat(Arrays.copyOfRange(two.fit(image).mixture().memberships(image), 4, 6))
                .containsExactly(0f, 0f);
        Arrays.fill(samples, Float.NaN);
        assertThat(two.segment(image).findings().warnings()).hasSize(1);
        assertThatThrownBy(() -> two.fit(image)).hasMessageContaining("finite channels");
    }

    @ParameterizedTest
    @CsvSource({
        "33, 20, 1e-3, 1e-6, 8, components",
        "3, 0, 1e-3, 1e-6, 8, iterations",
        "3, 20, -1, 1e-6, 8, tolerance",
        "3, 20, 1e-3, 0, 8, regularisation",
        "3, 20, 1e-3, 1e-6, 0, starts"
    })
    void refusesWhatItCannotDo(
            int components, int iterations, double tolerance, double regularisation, int starts, String named) {
        assertThatThrownBy(() -> new GaussianMixture.Options(
                        components, Covariance.FULL, iterations, tolerance, regularisation, starts, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named + " must be");
    }

    @Test
    void refusesMixturesThatAreNone() {
        double[][] means = {{0}, {1}};
        double[][][] covariances = {{{1}}, {{1}}};
        assertThatThrownBy(() -> Mixture.of(new double[] {0.5, 0.6}, means, covariances))
                .hasMessageContaining("must sum to 1, got 1.1");
        assertThatThrownBy(() -> Mixture.of(new double[] {0.5, 0.5}, means, new double[][][] {{{1}}, {{-1}}}))
                .hasMessageContaining("positive definite");
        Mixture grey = Mixture.of(new double[] {0.5, 0.5}, means, covariances);
        assertThatThrownBy(() -> grey.memberships(Oracle.picture())).hasMessageContaining("got 3");
    }

    /** Three round clouds of grey, well apart. */
    private static Image clouds() {
        SplittableRandom random = new SplittableRandom(4);
        float[] samples = new float[60 * 50];
        for (int pixel = 0; pixel < samples.length; pixel++) {
            double noise = 0;
            for (int draw = 0; draw < 12; draw++) {
                noise += random.nextDouble() - 0.5;
            }
            samples[pixel] = (float) (40 + 70 * (pixel % 3) + 5 * noise);
        }
        return Image.wrap(new Size(60, 50), Layout.GREY, samples);
    }

    private static double[][][] matrices(Oracle oracle, String name) {
        double[][] rows = oracle.table(name, 3);
        double[][][] matrices = new double[rows.length / 3][][];
        for (int at = 0; at < matrices.length; at++) {
            matrices[at] = Arrays.copyOfRange(rows, 3 * at, 3 * at + 3);
        }
        return matrices;
    }
}
