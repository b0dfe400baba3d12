package org.vung.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.Truth;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.nets.numbers.RandomStart;
import org.vung.torch.parallel.Group;

class SetupTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "model.name=unet-paper model.width=0 model.depth=0 food.crop=40x40 | unet-paper on food.crop 40x40 | take a larger image",
                "model.name=retina-unet model.width=0 model.depth=0 food.crop=33x33 | 33 | ",
                "model.name=unett                       | model must be one of      | did you mean 'unet'?",
                "model.encoder=resnet51                 | encoder must be one of    | did you mean 'resnet50'?",
                "model.name=enet model.depth=0          | channels must be 3 | got 1",
                "model.contrast=clahe                   | contrast must be          | 'clahe'",
                "model.contrast=stretch model.colours=rgb | contrast must be empty  | stretch",
                "food.augment=[flipp]                   | augmentation must be one of | did you mean 'flip'?",
                "food.augment=['turn:by=3']             | option of turn            | ",
                "food.foreground=2                      | foreground of crop        | 2",
                "training.optimiser=sdg                 | optimiser must be         | 'sdg'",
                "training.schedule=cosin                | schedule must be          | 'cosin'",
                "training.loss=mse                      | loss must be              | 'mse'",
                "training.class-weights=[1,2,3]         | training.class-weights must be 2 | 3",
                "detector.resizing=keep                 | detector must go with a network that finds objects | unet",
                "data.folds=7                           | as many groups            | 6 for 7",
            })
    void aPlanThatDoesNotFitIsRefusedBeforeAnyWork(String changes, String must, String got) {
        assertThatThrownBy(() -> new Setup(Discs.plan(changes.strip().split(" ")), Discs.SIX).lessons(Group.alone()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(must, got == null ? "" : got)
                .message()
                .hasLineCount(1);
    }

    @Test
    void aModelSaysWhatItsDataWereCalledAndNotWhereTheyLay() throws Exception {
        Setup setup = new Setup(Discs.plan("data.path=/home/somebody/private/discs"), Discs.SIX);
        assertThat(setup.model(new RandomStart(setup.task().graph(), 0), 1)
                        .about()
                        .get("plan"))
                .contains("path: 'discs'")
                .doesNotContain("somebody");
    }

    @Test
    void aSetThatIsTooSmallIsRefused() {
        Size size = new Size(8, 8);
        assertThatThrownBy(() -> new Setup(Discs.plan(), new Discs(0, size)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("discs must have images", "got 0", "vung data stats");
        assertThatThrownBy(() -> new Setup(Discs.plan(), new Discs(1, size)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("data.validation must be 0", "0.34", "1 of discs", "add images");
    }

    @Test
    void aMaskOfAnotherSizeIsNamed() {
        assertNamed(
                Optional.of(LabelMap.wrap(new Size(9, 9), new int[81])), "0-mask.png", "48", "9", "vung data check");
    }

    @Test
    void aLabelWithoutClassIsNamed() {
        int[] labels = new int[48 * 40];
        Arrays.fill(labels, 7);
        assertNamed(
                Optional.of(LabelMap.wrap(new Size(48, 40), labels)),
                "0-mask.png",
                "0 … 1 or 255",
                "7",
                "vung data check");
    }

    @Test
    void anImageThatCannotBeReadIsNamed() {
        assertNamed(Optional.empty(), "0.png: damaged");
    }

    /** A set whose first item has a wrong truth, or no image. */
    private void assertNamed(Optional<LabelMap> truth, String... words) {
        Dataset wrong = new Wrong(truth);
        assertThatThrownBy(() -> {
                    Path run = Files.createDirectories(folder.resolve("run"));
                    try (Trainer trainer =
                            new Trainer(new Setup(Discs.plan("data.validation=0"), wrong), run, new Heard())) {
                        trainer.run();
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(words)
                .message()
                .hasLineCount(1);
    }

    private record Wrong(Optional<LabelMap> truth) implements Dataset {

        @Override
        public String name() {
            return "wrong";
        }

        @Override
        public List<LabelClass> classes() {
            return Discs.SIX.classes();
        }

        @Override
        public List<Item> items() {
            return Discs.SIX.items().subList(0, 1);
        }

        @Override
        public Image image(int index) throws IOException {
            if (truth.isEmpty()) {
                throw new IOException("0.png: damaged");
            }
            return Discs.SIX.image(index);
        }

        @Override
        public Truth truth(int index) {
            return new ClassMap(truth.orElseGet(() -> LabelMap.wrap(new Size(48, 40), new int[48 * 40])));
        }
    }
}
