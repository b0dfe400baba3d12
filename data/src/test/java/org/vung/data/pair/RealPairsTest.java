package org.vung.data.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.ObjectSet;
import org.vung.data.RealData;
import org.vung.data.Truth;
import org.vung.data.format.Datasets;
import org.vung.label.LabelMap;

/** The folders of paired files that real data sets come as. */
class RealPairsTest {

    /** The counts of the first truth were taken with NumPy. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            isbi2012-em     |                                                                       | 24  | 0       | 1   | 204652
            drive           | pairs:classes=background+vessel                                       | 20  | 21      | 1   | 24650
            cwfid           | pairs:masks=annotations,classes=soil:000000+crop:00ff00+weed:ff0000   | 14  | 002     | 2   | 111296
            cwfid           | pairs:masks=annotations,ground=masks,classes=soil:000000+crop:00ff00+weed:ff0000 | 14 | 002 | 255 | 18363
            cwfid           | pairs:classes=vegetation+soil                                         | 14  | 002     | 1   | 1109426
            epfl-roads      | pairs:threshold=128                                                   | 60  | satImage_001 | 1 | 31400
            lung-sample     | pairs:images=Demo/Data                                                | 4   | 1       | 1   | 74013
            camvid          | pairs:images=train,masks=trainannot,classes=camvid,ignore=11,group=_  | 123 | 0001TP_006690 | 255 | 7980
            """)
    void opens(String folder, String format, int items, String first, int label, int pixels) throws Exception {
        Dataset set = Datasets.open(RealData.folder(folder), Optional.ofNullable(format));
        assertThat(set.items()).hasSize(items);
        assertThat(set.items().get(0).name()).isEqualTo(first);
        Truth truth = set.truth(0);
        assertThat(set.image(0).size()).isEqualTo(truth.size());
        LabelMap labels = ((ClassMap) truth).labels();
        assertThat(labels.areas()[label]).isEqualTo(pixels);
    }

    @ParameterizedTest
    @CsvSource({"dsb2018, 328, 27"})
    void opensObjects(String folder, int items, int objects) throws Exception {
        Dataset set = Datasets.open(RealData.folder(folder), Optional.empty());
        assertThat(set.items()).hasSize(items);
        ObjectSet truth = (ObjectSet) set.truth(0);
        assertThat(truth.objects()).hasSize(objects);
        assertThat(set.image(0).size()).isEqualTo(truth.size());
    }
}
