package org.vung.classic.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.SegmenterContract;
import org.vung.classic.Oracle;
import org.vung.cluster.Stop;
import org.vung.feature.Space;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

class KMeansTest extends SegmenterContract {

    private static final KMeans.Options THREE = KMeans.Options.clusters(3);

    @Override
    protected Segmenter segmenter() {
        return new KMeans(THREE);
    }

    @Test
    void everyPixelHasTheNearestCentreAndEveryCentreIsTheMeanOfItsPixels() {
        for (KMeans.Options options : List.of(
                THREE,
                KMeans.Options.clusters(40),
                THREE.withSpace(Space.LAB),
                THREE.withPosition(1.5).withSeed(7))) {
            Image image = blobs(60, 70);
            Partition partition = new KMeans(options).segment(image);
            assertThat(partition.findings().values()).containsEntry("converged", true);
            double[][] points = PlainPoints.of(image, options.space(), options.position());
            double[][] centres = table(partition, "centres");
            int[] labels = partition.labels().sharedLabels();
            double inertia = 0;
            double[][] sums = new double[centres.length][centres[0].length];
            int[] areas = new int[centres.length];
            for (int pixel = 0; pixel < points.length; pixel++) {
                double least = Double.POSITIVE_INFINITY;
                for (double[] centre : centres) {
                    least = Math.min(least, squared(points[pixel], centre));
                }
                assertThat(squared(points[pixel], centres[labels[pixel]])).isCloseTo(least, within(1e-3));
                inertia += least;
                areas[labels[pixel]]++;
                for (int axis = 0; axis < centres[0].length; axis++) {
                    sums[labels[pixel]][axis] += points[pixel][axis];
                }
            }
            for (int cluster = 0; cluster < centres.length; cluster++) {
                for (int axis = 0; axis < centres[0].length; axis++) {
                    assertThat(sums[cluster][axis] / areas[cluster]).isCloseTo(centres[cluster][axis], within(1e-3));
                }
            }
            assertThat(number(partition, "inertia")).isCloseTo(inertia, within(1e-5 * inertia));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void goesFromTheSameStartToWhereScikitLearnDoes(int k) {
        Oracle oracle = Oracle.of("kmeans/start" + k + ".txt");
        KMeans method = new KMeans(KMeans.Options.clusters(k));
        Partition partition = method.segment(Oracle.picture(), oracle.table("start", 3));
        assertClose(table(partition, "centres"), oracle.table("centres", 3), 1e-9);
        assertThat(number(partition, "inertia")).isCloseTo(oracle.number("inertia"), within(1e-4));
        assertThat(partition.labels().sharedLabels()).containsExactly(oracle.digits("labels"));
        KMeans loose = new KMeans(KMeans.Options.clusters(k).withStop(new Stop(300, 1e-2)));
        assertClose(
                table(loose.segment(Oracle.picture(), oracle.table("start", 3)), "centres"),
                oracle.table("loose_centres", 3),
                1e-9);
        assertThat(number(method.segment(Oracle.picture()), "inertia"))
                .isLessThanOrEqualTo(1.0001 * oracle.number("inertia"));
    }

    private static void assertClose(double[][] actual, double[][] expected, double tolerance) {
        assertThat(actual).hasDimensions(expected.length, expected[0].length);
        for (int row = 0; row < expected.length; row++) {
            assertThat(actual[row]).containsExactly(expected[row], within(tolerance));
        }
    }

    @Test
    void labelsFallInArea() {
        int[] areas = new KMeans(KMeans.Options.clusters(6))
                .segment(blobs(40, 50))
                .labels()
                .areas();
        for (int label = 1; label < areas.length; label++) {
            assertThat(areas[label]).isLessThanOrEqualTo(areas[label - 1]);
        }
    }

    @Test
    void fewerColoursThanClustersGiveFewerClustersAndAWarning() {
        Partition partition = new KMeans(KMeans.Options.clusters(5)).segment(stripes(2, 1));
        assertThat(partition.labels().count()).isEqualTo(2);
        assertThat(partition.findings().warnings())
                .containsExactly("found 2 distinct colours, fewer than k=5; each is a cluster of its own");
        assertThat(partition.findings().values()).containsEntry("inertia", 0.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8})
    void autoFindsTheNumberOfFlatColours(int colours) {
        for (int grain : new int[] {1, 9}) {
            Partition partition = new KMeans(KMeans.Options.clusters(KMeans.Options.AUTO))
                    .segment(stripes(colours, colours == 1 ? 1 : grain));
            assertThat(partition.findings().values()).containsEntry("k", colours);
            assertThat(partition.labels().count()).isEqualTo(colours);
        }
    }

    @Test
    void pixelsWithoutNumbersShareALabelOfTheirOwn() {
        float[] samples = {0f, 0.1f, Float.NaN, 1f, 0.9f, Float.POSITIVE_INFINITY};
        Partition partition =
                new KMeans(KMeans.Options.clusters(2)).segment(Image.wrap(new Size(2, 3), Layout.GREY, samples));
        assertThat(partition.labels().sharedLabels()).containsExactly(0, 0, 2, 1, 1, 2);
        assertThat(partition.findings().values()).containsEntry("missing_pixels", 2);
        Arrays.fill(samples, Float.NaN);
        assertThat(new KMeans(THREE)
                        .segment(Image.wrap(new Size(2, 3), Layout.GREY, samples))
                        .findings()
                        .warnings())
                .hasSize(1);
    }

    @Test
    void anEmptiedClusterMovesToTheFarthestColour() {
        Image image = Image.wrap(new Size(1, 6), Layout.GREY, new byte[] {0, 1, 2, 100, 101, (byte) 200});
        Partition partition = new KMeans(THREE).segment(image, new double[][] {{1}, {101}, {9999}});
        assertThat(table(partition, "centres")).isDeepEqualTo(new double[][] {{1}, {100.5}, {200}});
        assertThat(partition.labels().sharedLabels()).containsExactly(0, 0, 0, 1, 1, 2);
    }

    @Test
    void tooFewIterationsAreSaid() {
        Partition partition = new KMeans(THREE.withStop(new Stop(1, 0))).segment(blobs(40, 50), new double[][] {
            {0, 0, 0}, {1, 1, 1}, {255, 255, 255}
        });
        assertThat(partition.findings().values()).containsEntry("converged", false);
        assertThat(partition.findings().warnings())
                .containsExactly("k-means had not converged after 1 iterations; raise iterations above 1");
    }

    @Test
    void bandsAndDeepColourWork() {
        short[] samples = new short[20 * 30 * 7];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (short) (at / 7 % 30 < 15 ? 1000 + at % 7 : 60000 - at % 5);
        }
        Partition partition =
                new KMeans(KMeans.Options.clusters(2)).segment(Image.wrap(new Size(20, 30), Layout.BANDS, samples));
        assertThat(partition.labels().areas()).containsExactly(300, 300);
    }

    @ParameterizedTest
    @CsvSource({"1, 10, 0, clusters", "257, 10, 0, clusters", "3, 0, 0, restarts", "3, 10, -1, position"})
    void refusesWhatItCannotDo(int clusters, int restarts, double position, String named) {
        assertThatThrownBy(() -> new KMeans.Options(clusters, 0, restarts, new Stop(300, 0), Space.RGB, position))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named + " must be");
    }

    @Test
    void refusesStartsOfTheWrongShape() {
        assertThatThrownBy(() -> new KMeans(THREE).segment(blobs(4, 4), new double[][] {{1}}))
                .hasMessageContaining("must have 3 coordinates")
                .hasMessageContaining("got 1");
    }

    private static double squared(double[] one, double[] other) {
        double sum = 0;
        for (int axis = 0; axis < one.length; axis++) {
            sum += (one[axis] - other[axis]) * (one[axis] - other[axis]);
        }
        return sum;
    }

    private static double number(Partition partition, String name) {
        return ((Number) Objects.requireNonNull(partition.findings().values().get(name))).doubleValue();
    }

    @SuppressWarnings("unchecked")
    private static double[][] table(Partition partition, String name) {
        List<List<Double>> rows = (List<List<Double>>)
                Objects.requireNonNull(partition.findings().values().get(name));
        return rows.stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    }

    /** Columns of far-apart colours, each with a little grain. */
    private static Image stripes(int colours, int grain) {
        int[] reds = {20, 230, 20, 230, 20, 230, 20, 230};
        int[] greens = {20, 20, 230, 230, 20, 20, 230, 230};
        int[] blues = {20, 230, 230, 20, 230, 20, 20, 230};
        byte[] samples = new byte[24 * 10 * colours * 3];
        for (int pixel = 0; pixel < 24 * 10 * colours; pixel++) {
            int colour = pixel % (10 * colours) / 10;
            samples[3 * pixel] = (byte) (reds[colour] + pixel * 7 % grain);
            samples[3 * pixel + 1] = (byte) (greens[colour] + pixel / 3 * 5 % grain);
            samples[3 * pixel + 2] = (byte) (blues[colour] + pixel / 7 * 3 % grain);
        }
        return Image.wrap(new Size(24, 10 * colours), Layout.RGB, samples);
    }
}
