package org.vung.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.Scenes;
import org.vung.data.file.ClassList;
import org.vung.data.file.KnownClasses;
import org.vung.data.view.ClassMaps;
import org.vung.image.Image;
import org.vung.image.file.Existing;
import org.vung.label.LabelClass;

/** Every format to every other and back to class maps: no pixel changes, holes included. */
class RoundTripTest {

    /** Formats that hold any classes. */
    private static final List<String> OPEN =
            Datasets.names().stream().filter(name -> !name.equals("cityscapes")).toList();

    @TempDir
    private Path folder;

    static Stream<String> formats() {
        return Datasets.names().stream();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void keepsClassesThatCoverEverything(String first) throws Exception {
        check(KnownClasses.of("cityscapes").classes(), first, Datasets.names());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void keepsClassesBeforeABackground(String first) throws Exception {
        check(ClassList.of(List.of("background", "cell", "fibre")).classes(), first, OPEN);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void keepsTwoClasses(String first) throws Exception {
        check(ClassList.of(List.of("membrane", "cell")).classes(), first, OPEN);
    }

    private void check(List<LabelClass> classes, String first, List<String> formats) throws Exception {
        if (!formats.contains(first)) {
            return;
        }
        Dataset set = Scenes.maps(folder, classes, true);
        Map<Image, ClassMap> expected = truths(set);
        Conversion.write(set, folder.resolve("one"), first, Existing.KEEP);
        Dataset middle = Datasets.open(folder.resolve("one"), Optional.empty());
        for (String second : formats) {
            Path out = folder.resolve("two-" + second);
            Conversion.write(middle, out, second, Existing.KEEP);
            assertThat(Datasets.recognise(out)).isEqualTo(second);
            Dataset last = ClassMaps.of(Datasets.open(out, Optional.empty()));
            assertThat(last.classes().stream().map(LabelClass::name).toList())
                    .isEqualTo(classes.stream().map(LabelClass::name).toList());
            Map<Image, ClassMap> found = truths(last);
            assertThat(found.keySet()).as(second).isEqualTo(expected.keySet());
            expected.forEach(
                    (image, truth) -> assertThat(found.get(image)).as(second).isEqualTo(truth));
        }
    }

    /** By the pixels of their images, since names change on the way. */
    private static Map<Image, ClassMap> truths(Dataset set) throws Exception {
        Map<Image, ClassMap> truths = new HashMap<>();
        for (int index = 0; index < set.items().size(); index++) {
            truths.put(set.image(index), (ClassMap) set.truth(index));
        }
        return truths;
    }

    @Test
    void refusesWhatAFormatCannotHold() throws Exception {
        Dataset set = Scenes.maps(folder, ClassList.of(List.of("soil", "crop")).classes(), false);
        assertThatThrownBy(() -> Conversion.write(set, folder.resolve("out"), "cityscapes", Existing.KEEP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cityscapes holds its own 19 classes only");
        assertThat(folder.resolve("out")).doesNotExist();
        try (Stream<Path> left = java.nio.file.Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()).filter(name -> name.startsWith(".")))
                    .isEmpty();
        }
    }

    @Test
    void replacesAnEarlierConversionOnly() throws Exception {
        Dataset set = Scenes.maps(folder, ClassList.of(List.of("soil", "crop")).classes(), false);
        Path out = folder.resolve("out");
        Conversion.write(set, out, "voc", Existing.KEEP);
        assertThatThrownBy(() -> Conversion.write(set, out, "camvid", Existing.KEEP))
                .hasMessageContaining("exists already");
        Conversion.write(set, out, "camvid", Existing.REPLACE);
        assertThat(Datasets.recognise(out)).isEqualTo("camvid");
        assertThatThrownBy(() -> Conversion.write(set, folder, "camvid", Existing.REPLACE))
                .hasMessageContaining("never replaced");
    }

    @Test
    void namesFormatsItDoesNotKnow() {
        List<Throwable> thrown = new ArrayList<>();
        assertThatThrownBy(() -> Datasets.open(folder, Optional.of("cocco")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean 'coco'?")
                .satisfies(thrown::add);
        assertThatThrownBy(() -> Datasets.open(folder, Optional.of("pairs:treshold=3")))
                .hasMessageContaining("did you mean 'threshold'?");
        assertThatThrownBy(() -> Datasets.open(folder, Optional.empty())).hasMessageContaining("looks like none");
        assertThat(thrown).hasSize(1);
    }
}
