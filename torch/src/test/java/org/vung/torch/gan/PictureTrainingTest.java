package org.vung.torch.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.ResidentMemory;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.Picture;
import org.vung.data.Truth;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.nets.file.ModelFile;
import org.vung.torch.train.Progress;
import org.vung.torch.train.RunReport;
import org.vung.torch.train.Setup;
import org.vung.torch.train.Trainer;
import org.vung.torch.train.plan.Plan;
import org.vung.torch.train.plan.PlanFile;
import org.vung.torch.train.task.Look;

/** On pictures of a bar on a ground, that become the same in other colours. */
class PictureTrainingTest {

    private static final int SIDE = 64;

    @TempDir
    Path folder;

    /** Bars at places of their own, blue on black; in truth yellow on green. */
    private record Bars(int count, boolean labelled) implements Dataset {

        @Override
        public String name() {
            return "bars";
        }

        @Override
        public List<LabelClass> classes() {
            return labelled ? List.of(new LabelClass("bar", 0xFF)) : List.of();
        }

        @Override
        public List<Item> items() {
            return IntStream.range(0, count)
                    .mapToObj(at -> new Item("" + at, "" + at, Path.of(at + ".png"), Path.of(at + ".png")))
                    .toList();
        }

        private static Image drawn(int index, int ground, int bar) {
            byte[] rgb = new byte[SIDE * SIDE * 3];
            for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
                int column = pixel % SIDE - 7 * index % 40;
                int colour = column >= 0 && column < 20 ? bar : ground;
                for (int channel = 0; channel < 3; channel++) {
                    rgb[pixel * 3 + channel] = (byte) (colour >> (16 - 8 * channel));
                }
            }
            return Image.wrap(new Size(SIDE, SIDE), Layout.RGB, rgb);
        }

        @Override
        public Image image(int index) {
            return drawn(index, 0x000000, 0x0000FF);
        }

        @Override
        public Truth truth(int index) {
            Size size = new Size(SIDE, SIDE);
            return labelled
                    ? new ClassMap(LabelMap.wrap(size, new int[size.pixels()]))
                    : new Picture(drawn(index, 0x20A030, 0xE0D020));
        }
    }

    private static Plan plan(String... changes) {
        Map<String, String> all = new HashMap<>();
        for (String change : changes) {
            all.put(change.substring(0, change.indexOf('=')), change.substring(change.indexOf('=') + 1));
        }
        return PlanFile.parse("""
                name: bars
                data: {validation: 0.25}
                model: {name: pix2pix, width: 4}
                food: {crop: 64x64}
                training: {steps: 8, precision: float32}
                watch: {every: 4}
                """, all);
    }

    /** Keeps what it hears, and stops its training after a step. */
    private static final class Ear implements Progress {

        private final List<Look> looks = new ArrayList<>();
        private Runnable stop = () -> {};
        private final long last;

        Ear(long last) {
            this.last = last;
        }

        @Override
        public void step(int epoch, long step, int images, double loss) {
            if (step >= last) {
                stop.run();
            }
        }

        @Override
        public void look(int epoch, Look look, boolean best) {
            assertThat(best).isFalse();
            looks.add(look);
        }
    }

    private static Ear run(Plan plan, Path run, long stop) throws IOException {
        Files.createDirectories(run);
        Ear ear = new Ear(stop);
        try (Trainer trainer = new Trainer(new Setup(plan, new Bars(8, false)), run, ear)) {
            ear.stop = trainer::stop;
            trainer.run();
        }
        return ear;
    }

    @Test
    void theUsualPlanIsThePapers() {
        Plan plan = plan();
        assertThat(plan.food().augment()).containsExactly("jitter", "mirror");
        assertThat(plan.food().batch()).isOne();
        assertThat(plan.training().optimiser()).isEqualTo("adam:rate=0.0002,beta1=0.5");
        assertThat(plan.training().schedule()).isEqualTo("linear:hold=0.5");
        assertThat(PictureLoss.parse(plan.training().loss())).isEqualTo(new PictureLoss(100, 1, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seed=0",
                "training.loss='pix2pix:gan=0'",
                "training.loss='pix2pix:l1=0,conditional=false'",
                "food.batch=3 training.average=0.9 training.clip=1 model.colours=grey"
            })
    void stoppingAndResumingGivesTheWeightsOfOneRun(String changes) throws IOException {
        Plan plan = plan(changes.split(" "));
        run(plan, folder.resolve("whole"), Long.MAX_VALUE);
        for (long stop : new long[] {1, 4, 6, Long.MAX_VALUE}) {
            run(plan, folder.resolve("parts"), stop);
        }
        for (String file : List.of("last.vung", "state/checkpoint.safetensors", "samples/step-00000008.png")) {
            assertThat(Files.readAllBytes(folder.resolve("parts").resolve(file)))
                    .describedAs(file)
                    .isEqualTo(Files.readAllBytes(folder.resolve("whole").resolve(file)));
        }
        assertThat(folder.resolve("whole/best.vung")).doesNotExist();
    }

    @Test
    void coloursAreLearned() throws IOException {
        Plan plan = plan("training.steps=150", "watch.every=50", "training.optimiser='adam:rate=0.002,beta1=0.5'");
        Path run = folder.resolve("run");
        Ear ear = run(plan, run, Long.MAX_VALUE);
        Look last = ear.looks.get(2);
        assertThat(last.score()).isGreaterThan(ear.looks.get(0).score()).isGreaterThan(0.85);
        assertThat(last.row()).containsKeys("loss/l1", "loss/discriminator", "loss/generator");
        assertThat(last.sheet().orElseThrow().size()).isEqualTo(new Size(2 * 68 - 4, 3 * 68 - 4));
        try (Translator translator = new Translator(ModelFile.read(run.resolve("last.vung")), 0)) {
            Image made = translator.translate(Bars.drawn(1, 0x000000, 0x0000FF));
            assertThat(made.size()).isEqualTo(new Size(SIDE, SIDE));
            assertThat(made.sample(32, 17, 0)).as("red of the bar").isGreaterThan(150);
            assertThat(made.sample(32, 50, 0)).as("red of the ground").isLessThan(110);
            assertThat(translator.translate(Bars.drawn(1, 0x000000, 0x0000FF))).isEqualTo(made);
            assertThat(translator
                            .translate(Image.wrap(new Size(1, 1), Layout.GREY, new byte[1]))
                            .size())
                    .isEqualTo(made.size());
        }
        RunReport.write(new Setup(plan, new Bars(8, false)), run, Duration.ofSeconds(1));
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("Pictures made", "after step 50", "after step 150");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "food.crop=48x48                            | powers of two",
                "food.crop=16x16                            | powers of two",
                "food.augment=['elastic']                   | jitter or mirror",
                "food.augment=['jitter:enlarge=0.5']        | enlarge must be 1",
                "food.accumulate=2                          | food.accumulate must be left away",
                "training.loss='cross-entropy'              | pix2pix",
                "training.loss='pix2pix:l1=0,gan=0'         | one of them above",
                "training.class-weights=[1]                 | training.class-weights must be left away",
                "model.encoder=resnet18                     | model.encoder must be left away"
            })
    void whatDoesNotBelongIsRefused(String change, String message) {
        assertThatThrownBy(() -> new Setup(plan(change), new Bars(8, false)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void classesAreRefused() {
        assertThatThrownBy(() -> new Setup(plan(), new Bars(8, true)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("pictures", "side-by-side");
    }

    @Test
    void memoryDoesNotGrow() throws IOException {
        long grown = ResidentMemory.leastGrowth(1024, () -> {
            Path run = folder.resolve("run-" + System.nanoTime());
            run(plan("training.steps=60", "watch.every=60"), run, Long.MAX_VALUE);
        });
        assertThat(grown).as("kB that 60 more steps take").isLessThan(1024);
    }
}
