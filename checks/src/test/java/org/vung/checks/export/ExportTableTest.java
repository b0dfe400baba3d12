package org.vung.checks.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.nets.layer.Extent;

/** The light networks of the table at small sizes; {@code checks/export-table} goes through all of it. */
class ExportTableTest {

    @ParameterizedTest
    @CsvSource({
        "unet,                  33, 47",
        "lraspp-mobilenetv3,    65, 97",
        "deeplabv3-mobilenetv3, 65, 97",
        "segnet,                32, 48",
        "enet,                  64, 96",
        "resnet18,              65, 97",
        "pix2pix-discriminator, 65, 97"
    })
    void aNetworkAnswersOnBothLibrariesAlike(String name, int height, int width) throws IOException {
        List<Exported> rows = Exported.at(name, List.of(new Extent(height, width)));
        assertThat(rows)
                .hasSize(1)
                .allSatisfy(row -> assertThat(row.difference()).isLessThanOrEqualTo(Exported.MOST));
    }
}
