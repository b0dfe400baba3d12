package org.vung.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.ObjectSet;
import org.vung.data.RealData;
import org.vung.data.stats.DataStats;
import org.vung.data.view.ClassMaps;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelMap;
import org.vung.label.Palette;

/** Real folders: recognised, opened, taken round. */
class RealFoldersTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "camvid, camvid, 157, 11",
        "coco-tiny, coco, 38, 80",
        "coco-person-mini, coco, 60, 1",
        "voc-labelme/instance_segmentation/data_dataset_voc, voc, 3, 21",
        "voc-labelme/instance_segmentation/data_dataset_coco, coco, 3, 21",
        "isbi2012-em, pairs, 24, 2",
        "drive, pairs, 20, 2",
        "dsb2018, pairs, 328, 1",
        "lung-sample/Demo/Data, pairs, 4, 2"
    })
    void areRecognised(String name, String format, int images, int classes) throws Exception {
        Path real = RealData.folder(name);
        assertThat(Datasets.recognise(real)).isEqualTo(format);
        Dataset set = Datasets.open(real, Optional.empty());
        assertThat(set.items()).hasSize(images);
        assertThat(set.classes()).hasSize(classes);
        assertThat(set.truth(images - 1).size()).isEqualTo(set.image(images - 1).size());
    }

    /** The objects are those of the object masks, and painted they give the class masks again, void included. */
    @Test
    void vocObjectsCarryTheirClasses() throws Exception {
        Path real = RealData.folder("voc-labelme/instance_segmentation/data_dataset_voc");
        Dataset maps = Datasets.open(real, Optional.empty());
        Dataset objects = Datasets.open(real, Optional.of("voc:truth=objects"));
        assertThat(objects.classes()).hasSize(20);
        for (int index = 0; index < 3; index++) {
            assertThat(objects.truth(index)).isInstanceOf(ObjectSet.class);
            assertThat(ClassMaps.of(objects).truth(index)).isEqualTo(maps.truth(index));
        }
    }

    /** To COCO and back to ids. */
    @Test
    void nucleiStayTheSameObjects() throws Exception {
        Path real = RealData.folder("dsb2018");
        Dataset set = Datasets.open(real, Optional.of("pairs:classes=nucleus"));
        Dataset some = new org.vung.data.file.FileDataset(
                "some", set.classes(), set.items().subList(0, 20), set::truth);
        Conversion coco = Conversion.write(some, folder.resolve("coco"), "coco", Existing.KEEP);
        assertThat(coco.notes()).isEmpty();
        Dataset there = Datasets.open(folder.resolve("coco"), Optional.empty());
        Conversion.write(there, folder.resolve("ids"), "pairs:values=objects", Existing.KEEP);
        Dataset back = Datasets.open(folder.resolve("ids"), Optional.empty());
        for (int index = 0; index < 20; index++) {
            assertThat(there.truth(index)).isEqualTo(set.truth(index));
            assertThat(back.truth(index)).isEqualTo(set.truth(index));
        }
    }

    /** Pixels by NumPy's bincount over all labels of train. */
    @Test
    void statisticsOfCamVid() throws Exception {
        DataStats stats =
                DataStats.of(Datasets.open(RealData.folder("camvid"), Optional.of("camvid:part=train")), index -> {});
        assertThat(stats.images()).isEqualTo(123);
        assertThat(stats.groups()).isEqualTo(3);
        assertThat(stats.pixels()).isEqualTo(123L * 360 * 480);
        assertThat(stats.classes().get(3).pixels()).isEqualTo(6_718_735);
        assertThat(stats.classes().get(10).pixels()).isEqualTo(55_861);
        assertThat(stats.unknown()).isEqualTo(821_215);
    }

    @Test
    void statisticsOfNuclei() throws Exception {
        DataStats stats = DataStats.of(Datasets.open(RealData.folder("dsb2018"), Optional.empty()), index -> {});
        assertThat(stats.objects().get(0).total()).isEqualTo(13_376);
    }

    /** Stored lying on its side: read upright, and written anew rather than copied. */
    @Test
    void turnedPhotosAreWrittenUpright() throws Exception {
        Path photo = RealData.folder("awkward").resolve("exif-orientation/Landscape_6.jpg");
        Path pairs = folder.resolve("turned");
        Files.createDirectories(pairs.resolve("images"));
        Files.createDirectories(pairs.resolve("masks"));
        Files.copy(photo, pairs.resolve("images/a.jpg"));
        Image upright = ImageFiles.read(photo);
        Size size = upright.size();
        assertThat(size).isEqualTo(new Size(1200, 1800));
        int[] labels = new int[size.pixels()];
        labels[5] = 1;
        ImageFiles.writeLabels(LabelMap.wrap(size, labels), Palette.voc(), pairs.resolve("masks/a.png"), Existing.KEEP);
        Conversion.write(Datasets.open(pairs, Optional.empty()), folder.resolve("voc"), "voc", Existing.KEEP);
        assertThat(folder.resolve("voc/JPEGImages/a.png")).exists();
        Dataset back = Datasets.open(folder.resolve("voc"), Optional.empty());
        assertThat(back.image(0)).isEqualTo(upright);
        assertThat(((ClassMap) back.truth(0)).labels().at(0, 5)).isEqualTo(1);
    }

    @Test
    void stacksOfOthers() throws Exception {
        Path real = RealData.folder("stacks/stardist");
        Dataset set = Datasets.open(real, Optional.of("stack:images=img3d.tif,labels=mask3d.tif,values=objects"));
        assertThat(set.items()).hasSize(31);
        assertThat(set.items().get(0).group()).isEqualTo("img3d");
        assertThat(((ObjectSet) set.truth(15)).objects()).hasSize(12);
        assertThat(set.image(15).size()).isEqualTo(set.truth(15).size());
    }
}
