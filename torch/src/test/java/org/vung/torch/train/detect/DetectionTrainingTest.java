package org.vung.torch.train.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.Instances;
import org.vung.ResidentMemory;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import org.vung.mask.RunLengths;
import org.vung.nets.file.ModelFile;
import org.vung.torch.rcnn.Detector;
import org.vung.torch.run.Precision;
import org.vung.torch.train.Progress;
import org.vung.torch.train.RunReport;
import org.vung.torch.train.Setup;
import org.vung.torch.train.Trainer;
import org.vung.torch.train.plan.Plan;
import org.vung.torch.train.task.Look;

class DetectionTrainingTest {

    @TempDir
    Path folder;

    /** Keeps what it hears, and stops its training after a step. */
    private static final class Ear implements Progress {

        private final List<Double> losses = new ArrayList<>();
        private final List<Look> looks = new ArrayList<>();
        private Runnable stop = () -> {};
        private final long last;

        Ear(long last) {
            this.last = last;
        }

        @Override
        public void step(int epoch, long step, int images, double loss) {
            losses.add(loss);
            if (step >= last) {
                stop.run();
            }
        }

        @Override
        public void look(int epoch, Look look, boolean best) {
            looks.add(look);
        }
    }

    private Path made(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private static Trainer.Ending run(Plan plan, Dataset set, Path run, Ear ear) throws IOException {
        try (Trainer trainer = new Trainer(new Setup(plan, set), run, ear)) {
            ear.stop = trainer::stop;
            return trainer.run();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seed=0",
                "model.name=fasterrcnn-resnet50-fpn model.width=2 training.average=0.9 food.accumulate=2 training.clip=1",
                "model.name=maskrcnn-resnet50-c4 model.width=2 detector.anchors=anchors:sizes=8+16,aspects=1/2",
                "detector.resizing=fit:shorter=40,longer=60 model.colours=rgb food.foreground=0.5"
            })
    void stoppingAndResumingGivesTheWeightsOfOneRun(String changes) throws IOException {
        Plan plan = Blobs.plan(changes.split(" "));
        Trainer.Ending whole = run(plan, Blobs.EIGHT, made("whole"), new Ear(Long.MAX_VALUE));
        Path parts = made("parts");
        for (long stop : new long[] {1, 4, 6}) {
            assertThat(run(plan, Blobs.EIGHT, parts, new Ear(stop)).steps()).isEqualTo(stop);
        }
        assertThat(run(plan, Blobs.EIGHT, parts, new Ear(Long.MAX_VALUE))).isEqualTo(whole);
        for (String file : List.of("last.vung", "best.vung")) {
            assertThat(Files.readAllBytes(parts.resolve(file)))
                    .describedAs(file)
                    .isEqualTo(Files.readAllBytes(folder.resolve("whole").resolve(file)));
        }
    }

    @Test
    void aTinyDetectorLearnsToFindBlobs() throws IOException {
        Plan plan = Blobs.plan("training.steps=120", "watch.every=120");
        Dataset many = new Blobs(24, new Size(72, 80), 4);
        Path run = made("run");
        Ear ear = new Ear(Long.MAX_VALUE);
        run(plan, many, run, ear);
        assertThat(ear.looks.get(0).row()).containsKeys("validation/mask-ap", "validation/pq", "ap/disc", "ap/square");
        assertThat(ear.looks.get(0).scores().get(3).value()).as("box AP50").isGreaterThan(0.1);
        ModelFile model = ModelFile.read(run.resolve("best.vung"));
        assertThat(model.classNames()).containsExactly("background", "disc", "square");
        assertThat(model.about()).containsKeys("mask AP", "measured on");
        try (Detector detector = Detector.of(model, Detector.Options.of(model), Precision.FLOAT32)) {
            Instances found = detector.segment(many.image(0));
            assertThat(found.objects()).isNotEmpty();
            assertThat(found.classes()).isEqualTo(model.classes());
        }
        RunReport.write(new Setup(plan, many), run, Duration.ofSeconds(1));
        assertThat(Files.readString(run.resolve("report.html"))).contains("mask AP", "Predictions");
    }

    /** No objects, only a crowd, an object without pixels: all of them teach something, or nothing. */
    @Test
    void imagesWithoutObjectsAreLearnedFrom() throws IOException {
        Size size = Blobs.EIGHT.size();
        boolean[] all = new boolean[size.pixels()];
        java.util.Arrays.fill(all, true);
        for (List<ObjectTruth> objects : List.of(
                List.<ObjectTruth>of(),
                List.of(ObjectTruth.of(0, RunLengths.of(size, all), true)),
                List.of(ObjectTruth.of(ObjectTruth.VOID, RunLengths.of(size, all), true)),
                List.of(ObjectTruth.of(1, RunLengths.empty(size), false)))) {
            Ear ear = new Ear(Long.MAX_VALUE);
            Dataset set = Blobs.EIGHT.telling(new ObjectSet(size, objects));
            run(Blobs.plan("data.validation=0"), set, made("run" + objects.size() + objects.hashCode()), ear);
            assertThat(ear.losses).hasSize(8).allMatch(Double::isFinite);
        }
    }

    @Test
    void aTruthThatDoesNotFitIsNamed() {
        Size size = Blobs.EIGHT.size();
        Dataset classes = Blobs.EIGHT.telling(new ClassMap(LabelMap.wrap(size, new int[size.pixels()])));
        Dataset other = Blobs.EIGHT.telling(new ObjectSet(new Size(9, 9), List.of()));
        assertThatThrownBy(() -> run(Blobs.plan("data.validation=0"), classes, made("classes"), new Ear(9)))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(".json", "must be objects", "vung data check");
        assertThatThrownBy(() -> run(Blobs.plan("data.validation=0"), other, made("other"), new Ear(9)))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(".json", "72", "9", "vung data check");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "food.crop=60x64                          | food.crop must be a multiple of 32 | 60x64",
                "detector.anchors=anchors:sizes=8/16      | detector.anchors must have sizes for the 5 levels | 8/16",
                "training.loss=cross-entropy              | training.loss must be rcnn | cross-entropy",
                "training.class-weights=[1,2,3]           | training.class-weights must be | leave it away",
                "model.encoder=resnet18                   | model.encoder must be plain | resnet18",
                "model.depth=3                            | model.depth must be 0 | 3",
                "data.objects=borders                     | data.objects must be classes | borders",
                "detector.objects=objects:score=2         | score of objects must be 0 … 1 | 2",
                "detector.learn-boxes=choice:box=2        | option of choice | box",
                "model.contrast=stretch model.colours=rgb | contrast must be empty | stretch"
            })
    void aPlanThatDoesNotFitIsRefusedBeforeAnyWork(String changes, String must, String got) {
        assertThatThrownBy(() -> new Setup(Blobs.plan(changes.strip().split(" ")), Blobs.EIGHT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(must, got)
                .message()
                .hasLineCount(1);
    }

    @Test
    void memoryDoesNotGrow() throws IOException {
        Plan plan =
                Blobs.plan("training.steps=1000000", "watch.every=1000000", "watch.save=10000", "data.validation=0");
        long[] steps = {0};
        Path run = made("run");
        long growth = ResidentMemory.leastGrowth(4000, () -> {
            steps[0] += 40;
            assertThat(run(plan, Blobs.EIGHT, run, new Ear(steps[0])).steps()).isEqualTo(steps[0]);
        });
        assertThat(growth).describedAs("kB in 40 steps and an opening").isLessThan(4000);
    }
}
