package org.vung.data.coco;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.data.Dataset;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.RealData;
import org.vung.data.format.Datasets;

/** Real annotations. */
class RealCocoTest {

    /**
     * Count, pixels and the beginning of the SHA-256 of all compressed masks, images by name, as pycocotools 2.0.11 gives them with
     * {@code annToRLE}.
     */
    @ParameterizedTest
    @CsvSource({
        "coco-tiny, train, 32, 288, 4, 1732433, 900129a9813c73fc",
        "coco-tiny, val, 6, 136, 1, 1144236, 4b1d74e16c8f9c73",
        "coco-person-mini, train, 30, 87, 1, 1137921, c4fe07c9b1930b2c",
        "coco-person-mini, val, 30, 65, 0, 1276945, 39d8f7df2f253d49"
    })
    void masksAreThoseOfTheReference(
            String folder, String part, int images, int objects, int crowds, long pixels, String sha) throws Exception {
        Dataset set = Datasets.open(RealData.folder(folder), Optional.of("coco:part=" + part));
        assertThat(set.items()).hasSize(images);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        int count = 0;
        int marked = 0;
        long area = 0;
        for (int index = 0; index < images; index++) {
            ObjectSet truth = (ObjectSet) set.truth(index);
            assertThat(set.image(index).size()).isEqualTo(truth.size());
            for (ObjectTruth each : truth.objects()) {
                count++;
                marked += each.crowd() ? 1 : 0;
                area += each.mask().area();
                digest.update(each.mask().text().getBytes(StandardCharsets.US_ASCII));
            }
        }
        assertThat(count).isEqualTo(objects);
        assertThat(marked).isEqualTo(crowds);
        assertThat(area).isEqualTo(pixels);
        assertThat(HexFormat.of().formatHex(digest.digest())).startsWith(sha);
    }
}
