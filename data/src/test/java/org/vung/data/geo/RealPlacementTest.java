package org.vung.data.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.data.RealData;
import org.vung.image.codec.ImageException;
import org.vung.image.file.ImageFiles;

class RealPlacementTest {

    @ParameterizedTest
    @ValueSource(strings = {"S1/Spain_7370579_S1Hand.tif", "S2/Spain_7370579_S2Hand.tif"})
    void aChipOfAFloodLiesInSpain(String name) throws ImageException {
        Path file = RealData.folder("sen1floods11-sample").resolve("sample").resolve(name);
        Placement placement =
                ImageFiles.georeference(file).flatMap(Placement::of).orElseThrow();
        assertThat(placement.epsg()).isEqualTo(4326);
        assertThat(placement.at(0, 0)).isEqualTo(new LonLat(-0.7818936232976315, 38.12881257139627));
        assertThat(placement.at(512, 512).latitude()).isBetween(38.08, 38.09);
    }
}
