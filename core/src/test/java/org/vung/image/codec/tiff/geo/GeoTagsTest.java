package org.vung.image.codec.tiff.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.codec.Georeference;
import org.vung.image.codec.ImageException;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;

class GeoTagsTest {

    /** Tags as a file has them. */
    private static final class Made implements GeoTags.Tags {

        private final Map<Integer, double[]> doubles = new HashMap<>();
        private long[] keys = {};

        Made with(int tag, double... values) {
            doubles.put(tag, values);
            return this;
        }

        /** Keys of shorts, behind the header of four numbers. */
        Made keys(long... values) {
            keys = new long[4 + 2 * values.length];
            for (int at = 0; at < values.length; at += 2) {
                keys[4 + 2 * at] = values[at];
                keys[4 + 2 * at + 2] = 1;
                keys[4 + 2 * at + 3] = values[at + 1];
            }
            return this;
        }

        @Override
        public long[] numbers(int tag, long most) {
            return keys;
        }

        @Override
        public double[] doubles(int tag, long most) {
            double[] all = doubles.getOrDefault(tag, new double[0]);
            return Arrays.copyOf(all, (int) Math.min(most, all.length));
        }

        Optional<Georeference> read() throws ImageException {
            return GeoTags.read(this);
        }
    }

    private static Made scaled() {
        return new Made().with(33550, 10, 20, 0).with(33922, 2, 1, 0, 500_000, 2_000_000, 0);
    }

    @Test
    void scaleAndTiePointMakeAMap() throws ImageException {
        assertThat(scaled().keys(1024, 1, 1025, 1, 3072, 32648).read())
                .contains(new Georeference(499_980, 10, 0, 2_000_020, 0, -20, 32648));
    }

    @Test
    void aTransformationMayTurn() throws ImageException {
        Made tags = scaled().with(34264, 1, 2, 0, 3, 4, 5, 0, 6, 0, 0, 0, 0, 0, 0, 0, 1);
        assertThat(tags.keys(1024, 2, 2048, 4326).read()).contains(new Georeference(3, 1, 2, 6, 4, 5, 4326));
    }

    @Test
    void wherePixelsArePointsTheirMiddlesLieThere() throws ImageException {
        assertThat(scaled().keys(1024, 1, 1025, 2, 3072, 32648).read())
                .contains(new Georeference(499_975, 10, 0, 2_000_030, 0, -20, 32648));
    }

    @Test
    void aMapWithoutANumberIsNone() throws ImageException {
        assertThat(scaled().keys(1024, 1, 2048, 4326, 3072, 32767).read())
                .hasValueSatisfying(map -> assertThat(map.epsg()).isZero());
        assertThat(scaled().read())
                .hasValueSatisfying(map -> assertThat(map.epsg()).isZero());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, Double.NaN, Double.POSITIVE_INFINITY})
    void pixelsWithoutAnAreaLieNowhere(double scale) throws ImageException {
        assertThat(scaled().with(33550, scale, 10).read()).isEmpty();
        assertThatThrownBy(() -> new Georeference(0, scale, 0, 0, 0, 1, 4326)).hasMessageContaining("finite area");
    }

    @Test
    void withoutTagsThereIsNoMap(@TempDir Path folder) throws ImageException {
        assertThat(new Made().keys(1024, 2, 2048, 4326).read()).isEmpty();
        for (String name : new String[] {"plain.tif", "plain.png"}) {
            ImageFiles.write(Image.wrap(new Size(1, 1), Layout.GREY, new byte[1]), folder.resolve(name), Existing.KEEP);
            assertThat(ImageFiles.georeference(folder.resolve(name))).isEmpty();
        }
    }
}
