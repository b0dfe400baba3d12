package org.vung.data.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.Progress;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.MadeSet;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.Truth;
import org.vung.data.augment.Pair;
import org.vung.data.augment.Tone;
import org.vung.data.file.DataFiles;
import org.vung.data.file.FileDataset;
import org.vung.data.format.Datasets;
import org.vung.data.order.SplitMix64;
import org.vung.data.split.Split;
import org.vung.data.split.Subset;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.mask.RunLengths;

/** Every kind of finding on a set that is damaged so and not otherwise. */
class DataCheckTest {

    private static final String THREE = "classes=ground+one+two";

    @TempDir
    private Path folder;

    private DamagedSet files;

    @BeforeEach
    void soundFiles() throws IOException {
        files = new DamagedSet(folder, 6);
    }

    private List<Finding> check() throws IOException {
        return DataCheck.of(List.of(files.open(THREE)), Progress.SILENT);
    }

    private void assertOnly(Severity severity, Kind kind, String file, String what) throws IOException {
        assertOnly(check(), severity, kind, file, what);
    }

    private static void assertOnly(List<Finding> findings, Severity severity, Kind kind, String file, String what) {
        assertThat(findings).hasSize(1);
        Finding finding = findings.get(0);
        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.kind()).isEqualTo(kind);
        assertThat(finding.file()).endsWith(file);
        assertThat(finding.what()).contains(what);
        assertThat(finding.mend()).isNotBlank();
    }

    @Test
    void aSoundSetHasNothing() throws IOException {
        assertThat(check()).isEmpty();
    }

    @Test
    void progressCountsEveryImage() throws IOException {
        List<String> told = new ArrayList<>();
        DataCheck.of(List.of(files.open(THREE)), (done, all) -> told.add(done + "/" + all));
        assertThat(told).containsExactly("0/6", "1/6", "2/6", "3/6", "4/6", "5/6", "6/6");
    }

    @Test
    void anUnreadableImage() throws IOException {
        Files.write(files.file("images/2.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2});
        assertOnly(Severity.ERROR, Kind.UNREADABLE, "images/2.png", "");
    }

    @Test
    void anUnreadableMask() throws IOException {
        Files.write(files.file("masks/2.png"), new byte[0]);
        assertOnly(Severity.ERROR, Kind.UNREADABLE, "masks/2.png", "");
    }

    @Test
    void truthOfAnotherSize() throws IOException {
        files.mask("3.png", DamagedSet.disc(new Size(64, 48), 1));
        assertOnly(Severity.ERROR, Kind.SIZE, "masks/3.png", "truth is 64x48 and image 48x64");
    }

    @Test
    void aLabelWithoutAClass() throws IOException {
        files.mask("3.png", DamagedSet.disc(DamagedSet.SIZE, 7));
        assertOnly(Severity.ERROR, Kind.LABEL, "masks/3.png", "label 7");
    }

    @Test
    void aLabelWithoutAClassThatTheReaderLetPass() throws IOException {
        assertOnly(
                DataCheck.of(List.of(inMemory(new ClassMap(labels(0, 1, 4, 4)))), Progress.SILENT),
                Severity.ERROR,
                Kind.LABEL,
                "0.json",
                "2 pixels hold label 4, and classes are 0 … 1");
    }

    /** Labels 0 and 2 with 1 between would be taken for class 1 by everything that reads the mask. */
    @Test
    void aMaskThatWasInterpolated() throws IOException {
        files.image("1.png", DamagedSet.picture(99, new Size(96, 128)));
        files.mask("1.png", DamagedSet.doubled(DamagedSet.disc(DamagedSet.SIZE, 8)));
        List<Finding> findings = DataCheck.of(List.of(files.open("classes=9")), Progress.SILENT);
        findings = findings.stream()
                .filter(finding -> finding.kind() != Kind.UNUSED_CLASS)
                .toList();
        assertOnly(findings, Severity.ERROR, Kind.DAMAGED_MASK, "masks/1.png", "the mask was interpolated");
    }

    @Test
    void aMaskThatWasInterpolatedAndIsCutAgainIsAWarning() throws IOException {
        for (int number = 0; number < 6; number++) {
            files.mask(number + ".png", DamagedSet.disc(DamagedSet.SIZE, 255));
        }
        files.image("1.png", DamagedSet.picture(99, new Size(96, 128)));
        files.mask("1.png", DamagedSet.doubled(DamagedSet.disc(DamagedSet.SIZE, 255)));
        assertOnly(
                DataCheck.of(List.of(files.open("threshold=128")), Progress.SILENT),
                Severity.WARNING,
                Kind.DAMAGED_MASK,
                "masks/1.png",
                "the mask was interpolated");
    }

    @Test
    void aColouredMaskThatWasInterpolated() {
        int[] hard = new int[400];
        int[] soft = new int[400];
        for (int pixel = 0; pixel < 400; pixel++) {
            int column = pixel % 20;
            hard[pixel] = column < 10 ? 0xFF0000 : 0x0000FF;
            int blue = Math.max(0, Math.min(255, (column - 7) * 50));
            soft[pixel] = (255 - blue) << 16 | blue;
        }
        assertThat(Mixtures.of(hard, new Size(20, 20), true).isDamage()).isFalse();
        assertThat(Mixtures.of(soft, new Size(20, 20), true).isDamage()).isTrue();
    }

    /** A border drawn as a class of its own lies between its neighbours, too, and is no damage. */
    @Test
    void aBorderClassIsNoDamage() {
        int[] labels = new int[400];
        for (int pixel = 0; pixel < 400; pixel++) {
            labels[pixel] = Integer.signum(pixel % 20 - 10) + 1;
        }
        Mixtures mixtures = Mixtures.of(labels, new Size(20, 20), false);
        assertThat(mixtures.between()).isEqualTo(18);
        assertThat(mixtures.isDamage()).isFalse();
    }

    @Test
    void aJpegMask() throws IOException {
        Path file = files.file("masks/3.png");
        ImageFiles.writeJpeg(DamagedSet.disc(DamagedSet.SIZE, 1), 0.9, file, Existing.REPLACE);
        List<Finding> findings = check().stream()
                .filter(finding -> finding.kind() == Kind.DAMAGED_MASK)
                .toList();
        assertOnly(findings, Severity.ERROR, Kind.DAMAGED_MASK, "masks/3.png", "mask is a JPEG");
    }

    /** Saved as PNG afterwards, a JPEG keeps what it did. */
    @Test
    void aMaskThatWasAJpeg() throws IOException {
        Path jpeg = folder.resolve("lossy.jpg");
        ImageFiles.writeJpeg(DamagedSet.disc(DamagedSet.SIZE, 200), 0.7, jpeg, Existing.KEEP);
        files.mask("3.png", ImageFiles.read(jpeg));
        Files.delete(jpeg);
        List<Finding> findings = check().stream()
                .filter(finding -> finding.kind() == Kind.DAMAGED_MASK)
                .toList();
        assertOnly(findings, Severity.ERROR, Kind.DAMAGED_MASK, "masks/3.png", "the mask was interpolated");
    }

    @Test
    void boxesAndMasksWithoutAPixel() throws IOException {
        Size size = new Size(4, 4);
        RunLengths dot = RunLengths.of(size, new int[] {5, 1, 10});
        ObjectTruth sound = ObjectTruth.of(0, dot, false);
        ObjectTruth flat = new ObjectTruth(1, 1, 1, 0, 3, dot, false, 1);
        ObjectTruth outside = new ObjectTruth(1, 2, 2, 1, 3, dot, false, 1);
        ObjectTruth hollow = new ObjectTruth(1, 1, 1, 1, 1, RunLengths.empty(size), false, 1);
        ObjectTruth named = new ObjectTruth(2, 1, 1, 1, 1, dot, false, 1);
        ObjectTruth unknown = new ObjectTruth(ObjectTruth.VOID, 0, 0, 0, 0, RunLengths.empty(size), true, 0);
        Truth truth = new ObjectSet(size, List.of(sound, unknown, flat, outside, hollow, hollow, named));
        List<Finding> findings = DataCheck.of(List.of(inMemory(truth)), Progress.SILENT);
        assertThat(findings).extracting(Finding::severity).containsOnly(Severity.ERROR);
        assertThat(findings)
                .extracting(finding -> finding.kind() + ": " + finding.what())
                .containsExactly(
                        "LABEL: 1 of 7 objects have a category that no class has, the first is number 7",
                        "BOX: 1 of 7 objects have a box outside the image of 4x4, the first is number 4",
                        "BOX: 1 of 7 objects have a box without area, the first is number 3",
                        "BOX: 2 of 7 objects have a mask without a pixel, the first is number 5");
    }

    private static LabelMap labels(int... labels) {
        return LabelMap.wrap(new Size(1, labels.length), labels);
    }

    /** One image of the truth's size, with two classes. */
    private Dataset inMemory(Truth truth) throws IOException {
        Path photo = Files.createDirectories(folder.resolve("alone")).resolve("0.png");
        ImageFiles.write(DamagedSet.picture(1, truth.size()), photo, Existing.REPLACE);
        return new FileDataset(
                "alone",
                List.of(new LabelClass("a", 0), new LabelClass("b", 1)),
                List.of(new Item("0", "0", photo, folder.resolve("0.json"))),
                index -> truth);
    }

    @Test
    void truthThatIsIgnoredAllOver() throws IOException {
        files.mask("3.png", Image.wrap(DamagedSet.SIZE, Layout.GREY, filled(255)));
        assertOnly(
                DataCheck.of(List.of(files.open(THREE + ",ignore=255")), Progress.SILENT),
                Severity.WARNING,
                Kind.EMPTY_TRUTH,
                "masks/3.png",
                "every pixel is to be ignored");
    }

    private static byte[] filled(int value) {
        byte[] samples = new byte[DamagedSet.SIZE.pixels()];
        Arrays.fill(samples, (byte) value);
        return samples;
    }

    @Test
    void aCopyAndACopyWithAnotherTruth() throws IOException {
        files.image("4.png", DamagedSet.picture(2, DamagedSet.SIZE));
        assertOnly(
                Severity.WARNING,
                Kind.DUPLICATE,
                "images/4.png",
                "is pixel by pixel " + DataFiles.slashes(files.file("images/2.png")));
        files.mask("4.png", DamagedSet.disc(DamagedSet.SIZE, 2));
        assertOnly(Severity.ERROR, Kind.DUPLICATE, "images/4.png", "with another truth");
    }

    @Test
    void aCopyThatWasSavedAsJpeg() throws IOException {
        Path jpeg = files.file("images/4.jpg");
        ImageFiles.writeJpeg(DamagedSet.picture(2, DamagedSet.SIZE), 0.8, jpeg, Existing.KEEP);
        Files.delete(files.file("images/4.png"));
        assertOnly(Severity.WARNING, Kind.DUPLICATE, "images/4.jpg", "image is nearly");
    }

    /** Photos of an eye share their black surroundings, and are no twins for that. */
    @Test
    void aCommonFrameIsNoLikeness() throws IOException {
        for (int number = 0; number < 6; number++) {
            byte[] samples =
                    DamagedSet.picture(number, DamagedSet.SIZE).sharedBytes().clone();
            byte[] disc = DamagedSet.disc(DamagedSet.SIZE, 1).sharedBytes();
            for (int at = 0; at < samples.length; at++) {
                samples[at] = (byte) (disc[at] * (150 + ((samples[at] & 0xFF) - 128) / 3));
            }
            files.image(number + ".png", Image.wrap(DamagedSet.SIZE, Layout.GREY, samples));
        }
        assertThat(check()).isEmpty();
    }

    @Test
    void flatImagesAreNotNear() throws IOException {
        files.image("1.png", Image.wrap(DamagedSet.SIZE, Layout.GREY, filled(10)));
        files.image("2.png", Image.wrap(DamagedSet.SIZE, Layout.GREY, filled(11)));
        assertThat(check()).isEmpty();
    }

    @Test
    void theSameImageOnBothSidesOfASplit() throws IOException {
        files.image("4.png", DamagedSet.picture(2, DamagedSet.SIZE));
        Dataset whole = files.open(THREE);
        assertOnly(
                parts(whole, new Split(List.of(0, 1, 2), List.of(3, 4, 5))),
                Severity.ERROR,
                Kind.LEAK,
                "images/4.png",
                "images/2.png of train; this one is of validation");
        assertThat(parts(whole, new Split(List.of(0, 1, 2, 4), List.of(3, 5))))
                .extracting(Finding::kind)
                .containsExactly(Kind.DUPLICATE, Kind.EMPTY_CLASS);
    }

    @Test
    void nearlyTheSameImageOnBothSidesOfASplit() throws IOException {
        Image brighter = new Tone(Tone.Kind.BRIGHTNESS, 0.02, 0.02, 1)
                .apply(
                        new Pair(
                                DamagedSet.picture(2, DamagedSet.SIZE),
                                LabelMap.wrap(DamagedSet.SIZE, new int[DamagedSet.SIZE.pixels()])),
                        new SplitMix64(0))
                .image();
        files.image("4.png", brighter);
        assertOnly(
                parts(files.open(THREE), new Split(List.of(0, 1, 2), List.of(3, 4, 5))),
                Severity.WARNING,
                Kind.LEAK,
                "images/4.png",
                "image is nearly");
    }

    private static List<Finding> parts(Dataset whole, Split split) throws IOException {
        Subset train = new Subset("train", whole, split.train());
        Subset validation = new Subset("validation", whole, split.validation());
        return DataCheck.of(List.of(train, validation), Progress.SILENT);
    }

    @Test
    void oneGroupOnBothSidesOfASplit() throws IOException {
        Files.move(files.file("images/0.png"), files.file("images/a_0.png"));
        Files.move(files.file("masks/0.png"), files.file("masks/a_0.png"));
        Files.move(files.file("images/5.png"), files.file("images/a_5.png"));
        Files.move(files.file("masks/5.png"), files.file("masks/a_5.png"));
        Dataset whole = files.open(THREE + ",group=_");
        assertThat(whole.items()).extracting(Item::name).containsExactly("1", "2", "3", "4", "a_0", "a_5");
        assertOnly(
                parts(whole, new Split(List.of(0, 1, 4), List.of(2, 3, 5))),
                Severity.ERROR,
                Kind.GROUP_LEAK,
                "a",
                "images of this group lie in train and validation");
        assertThat(parts(whole, Split.seeded(whole, 0.5, 1)))
                .extracting(Finding::kind)
                .doesNotContain(Kind.GROUP_LEAK);
    }

    @Test
    void aClassThatNobodyUsesAndOneThatAPartLacks() throws IOException {
        assertOnly(
                DataCheck.of(List.of(files.open(THREE + "+more")), Progress.SILENT),
                Severity.WARNING,
                Kind.UNUSED_CLASS,
                folder.getFileName().toString(),
                "class 3 'more' is nowhere");
        assertOnly(
                parts(files.open(THREE), new Split(List.of(0, 1, 2, 3, 5), List.of(4))),
                Severity.WARNING,
                Kind.EMPTY_CLASS,
                "validation",
                "class 2 'two' is not in this part");
    }

    @Test
    void imagesAndMasksThatAreAlone() throws IOException {
        files.image("8.png", DamagedSet.picture(8, DamagedSet.SIZE));
        files.image("9.png", DamagedSet.picture(9, DamagedSet.SIZE));
        assertOnly(
                Severity.WARNING,
                Kind.IMAGE_WITHOUT_TRUTH,
                "images/8.png",
                "and 1 more in these folders have no truth");
        Files.delete(files.file("images/8.png"));
        Files.delete(files.file("images/9.png"));
        files.mask("7.png", DamagedSet.disc(DamagedSet.SIZE, 1));
        assertOnly(Severity.WARNING, Kind.TRUTH_WITHOUT_IMAGE, "masks/7.png", "has no image");
    }

    @Test
    void inOneFolderTheEndingTellsMasksFromImages() throws IOException {
        Path beside = Files.createDirectories(folder.resolve("beside"));
        for (int number = 0; number < 4; number++) {
            Path mask = beside.resolve(number + "_mask.png");
            Path photo = beside.resolve(number + ".png");
            if (number != 1) {
                ImageFiles.write(DamagedSet.picture(number, DamagedSet.SIZE), photo, Existing.KEEP);
            }
            if (number != 2) {
                ImageFiles.write(DamagedSet.disc(DamagedSet.SIZE, 255), mask, Existing.KEEP);
            }
        }
        Dataset set = Datasets.open(beside, Optional.of("pairs:unpaired=skip"));
        List<Finding> findings = DataCheck.of(List.of(set), Progress.SILENT);
        assertThat(findings)
                .extracting(Finding::kind)
                .containsExactly(Kind.IMAGE_WITHOUT_TRUTH, Kind.TRUTH_WITHOUT_IMAGE);
        assertThat(findings.get(0).file()).endsWith("/2.png");
        assertThat(findings.get(1).file()).endsWith("/1_mask.png");
    }

    @Test
    void errorsComeFirst() throws IOException {
        files.mask("7.png", DamagedSet.disc(DamagedSet.SIZE, 1));
        files.mask("3.png", DamagedSet.disc(DamagedSet.SIZE, 7));
        Files.write(files.file("images/5.png"), new byte[3]);
        assertThat(check())
                .extracting(Finding::kind)
                .containsExactly(Kind.UNREADABLE, Kind.LABEL, Kind.TRUTH_WITHOUT_IMAGE);
    }

    @Test
    void partsOfOtherClassesAreRefused() {
        MadeSet one = MadeSet.ofSize(2);
        MadeSet other = new MadeSet("other", List.of(new LabelClass("else", 0)), one.items());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataCheck.of(List.of(one, other), Progress.SILENT))
                .withMessage("parts must have the same classes, got [else] in other and [thing] in made");
        assertThatIllegalArgumentException().isThrownBy(() -> DataCheck.of(List.of(), Progress.SILENT));
    }
}
