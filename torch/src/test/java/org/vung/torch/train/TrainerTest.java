package org.vung.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.ResidentMemory;
import org.vung.image.Size;
import org.vung.nets.file.ModelFile;
import org.vung.nets.weights.NamedTensor;
import org.vung.torch.train.plan.Plan;

class TrainerTest {

    @TempDir
    Path folder;

    @Test
    void aSimpleProblemIsLearned() throws IOException {
        Heard heard = new Heard();
        Trainer.Ending ending = run(Discs.plan("training.steps=80", "watch.every=20"), made("run"), heard);
        assertThat(ending.whole()).isTrue();
        assertThat(heard.losses()).hasSize(80);
        assertThat(heard.mean(70, 80)).isLessThan(heard.mean(0, 10) / 2);
        assertThat(ending.best()).isGreaterThan(0.9);
    }

    @Test
    void theSamePlanTwiceGivesTheSameWeights() throws IOException {
        Plan plan = Discs.plan();
        run(plan, made("one"), new Heard());
        run(plan, made("two"), new Heard());
        assertSame("one", "two");
        run(Discs.plan("seed=1"), made("other"), new Heard());
        assertThat(bytes("other", "last.vung")).isNotEqualTo(bytes("one", "last.vung"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seed=0",
                "food.accumulate=3",
                "training.average=0.9",
                "training.optimiser='sgd:rate=0.05,momentum=0.9'",
                "training.optimiser='sgd:rate=0.05,momentum=0.9,nesterov=true,decay=0.001'",
                "training.optimiser='adam:rate=0.01'",
                "training.schedule='step:every=3,factor=0.5'",
                "training.clip=0.01",
                "training.precision=bfloat16",
                "data.validation=0",
                "data.folds=3 data.fold=1",
                "model.name=retina-unet model.width=0 model.depth=0",
                "model.name=enet model.width=0 model.depth=0 model.colours=rgb",
                "food.foreground=0.5 food.augment=['elastic:grid=3,sigma=4','scale','blur']",
                "training.steps=30 watch.every=2 watch.patience=2 training.optimiser='sgd:rate=0.0000001'"
            })
    void stoppingAndResumingGivesTheWeightsOfOneRun(String changes) throws IOException {
        Plan plan = Discs.plan(changes.split(" "));
        Trainer.Ending whole = run(plan, made("whole"), new Heard());
        Path parts = made("parts");
        for (int stop : List.of(1, 4, 7, 8)) { // at a look and between looks
            Trainer.Ending part = run(plan, parts, new Heard().stoppingAt(stop));
            assertThat(part.whole() || part.steps() == stop).isTrue();
        }
        assertThat(run(plan, parts, new Heard())).isEqualTo(whole);
        assertSame("whole", "parts");
        assertThat(run(plan, parts, new Heard())).isEqualTo(whole);
    }

    @Test
    void patienceEndsATraining() throws IOException {
        Plan plan = Discs.plan(
                "training.steps=1000", "watch.every=1", "watch.patience=2", "training.optimiser='sgd:rate=1e-20'");
        Trainer.Ending ending = run(plan, made("run"), new Heard());
        assertThat(ending.whole()).isTrue();
        assertThat(ending.steps()).isBetween(3L, 20L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seed=1",
                "model.width=8",
                "training.optimiser='sgd:rate=0.01'",
                "training.loss='cross-entropy '",
                "data.folds=2"
            })
    void aCheckpointOfAnotherPlanIsRefused(String change) throws IOException {
        Path run = made("run");
        run(Discs.plan(), run, new Heard().stoppingAt(5));
        byte[] before = Files.readAllBytes(run.resolve(Checkpoint.FILE));
        assertThatThrownBy(() -> run(Discs.plan(change), run, new Heard()))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(run.toString(), "begin a new run");
        assertThat(Files.readAllBytes(run.resolve(Checkpoint.FILE))).isEqualTo(before);
        assertThat(run(Discs.plan(), run, new Heard()).whole()).isTrue();
    }

    @Test
    void aCheckpointOfOtherDataIsRefused() throws IOException {
        Path run = made("run");
        run(Discs.plan(), run, new Heard().stoppingAt(5));
        Setup more = new Setup(Discs.plan(), new Discs(7, Discs.SIX.size()));
        assertThatThrownBy(() -> new Trainer(more, run, new Heard()))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(run.toString(), "data", "begin a new run");
    }

    @Test
    void aDamagedCheckpointIsRefused() throws IOException {
        Path run = made("run");
        run(Discs.plan(), run, new Heard().stoppingAt(5));
        Path file = run.resolve(Checkpoint.FILE);
        byte[] whole = Files.readAllBytes(file);
        for (int length : List.of(0, 7, 100, whole.length / 2, whole.length - 1)) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> run(Discs.plan(), run, new Heard()))
                    .describedAs("cut at " + length)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(file.toString());
        }
        Files.write(file, whole);
        assertThat(run(Discs.plan(), run, new Heard()).whole()).isTrue();
    }

    @Test
    void oneFolderHasOneTraining() throws IOException {
        Path run = made("run");
        Setup setup = new Setup(Discs.plan(), Discs.SIX);
        try (Trainer first = new Trainer(setup, run, new Heard())) {
            assertThatThrownBy(() -> new Trainer(setup, run, new Heard()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll(run.toString(), "one program at a time");
            assertThat(first).isNotNull();
        }
        Files.write(run.resolve("state/.checkpoint.safetensors.1a2b.part"), new byte[10]);
        Files.write(run.resolve(".best.vung.1a2b.part"), new byte[10]);
        assertThat(run(Discs.plan(), run, new Heard()).whole()).isTrue();
        try (var files = Files.walk(run)) {
            assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
    }

    /** The rate explodes after the look at step 4. */
    @Test
    void aTrainingThatDivergesLeavesItsLastCheckpointWhole() throws IOException {
        Plan plan = Discs.plan("training.optimiser='sgd:rate=0.01'", "training.schedule='step:every=4,factor=1e30'");
        Path run = made("run");
        assertThatThrownBy(() -> run(plan, run, new Heard()))
                .isInstanceOf(DivergedException.class)
                .hasMessageContainingAll("at step ", "lower rate", "model.weights");
        assertThatThrownBy(() -> run(plan, run, new Heard())).isInstanceOf(DivergedException.class);
        Plan again = Discs.plan("model.weights=" + run.resolve("last.vung"), "training.steps=20");
        Heard heard = new Heard();
        assertThat(run(again, made("again"), heard).whole()).isTrue();
        assertThat(heard.losses()).allMatch(Double::isFinite);
    }

    @Test
    void weightsThatAreNoNumbersAreNeverWritten() throws IOException {
        Path run = made("run");
        Plan plan = Discs.plan("training.optimiser='sgd:rate=1e30,decay=1e6'", "watch.every=1");
        assertThatThrownBy(() -> run(plan, run, new Heard())).isInstanceOf(DivergedException.class);
        for (NamedTensor tensor :
                ModelFile.read(run.resolve("last.vung")).weights().tensors()) {
            for (float number : tensor.floats()) {
                assertThat(Float.isFinite(number)).describedAs(tensor.name()).isTrue();
            }
        }
    }

    @Test
    void oneImageIsEnoughToLearnFrom() throws IOException {
        Setup setup = new Setup(Discs.plan("data.validation=0", "food.batch=5"), new Discs(1, new Size(20, 90)));
        Path run = made("run");
        try (Trainer trainer = new Trainer(setup, run, new Heard())) {
            Trainer.Ending ending = trainer.run();
            assertThat(ending.whole()).isTrue();
            assertThat(ending.best()).isNaN();
        }
        assertThat(run.resolve("last.vung")).exists();
        assertThat(run.resolve("best.vung")).doesNotExist();
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() throws IOException {
        Path run = made("run");
        run(Discs.plan("training.steps=1"), run, new Heard());
        Plan other = Discs.plan(
                "model.name=retina-unet",
                "model.width=0",
                "model.depth=0",
                "model.weights=" + run.resolve("last.vung"));
        assertThatThrownBy(() -> new Setup(other, Discs.SIX))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("last.vung", "same model");
    }

    /** A leak of one window's maps a step would be a hundred megabytes. */
    @Test
    void memoryDoesNotGrow() throws IOException {
        Plan plan = Discs.plan("training.steps=1000000", "watch.every=100", "watch.save=1");
        Path run = made("run");
        long[] steps = {0};
        long growth = ResidentMemory.leastGrowth(2000, () -> {
            steps[0] += 200;
            assertThat(run(plan, run, new Heard().stoppingAt(steps[0])).steps()).isEqualTo(steps[0]);
        });
        assertThat(growth).describedAs("kB in 200 steps and an opening").isLessThan(2000);
    }

    private void assertSame(String one, String other) throws IOException {
        for (String file : List.of("last.vung", "best.vung")) {
            if (Files.exists(folder.resolve(one).resolve(file))) {
                assertThat(bytes(other, file)).describedAs(file).isEqualTo(bytes(one, file));
            }
        }
    }

    private byte[] bytes(String run, String file) throws IOException {
        return Files.readAllBytes(folder.resolve(run).resolve(file));
    }

    private Path made(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private static Trainer.Ending run(Plan plan, Path folder, Heard heard) throws IOException {
        try (Trainer trainer = new Trainer(new Setup(plan, Discs.SIX), folder, heard)) {
            heard.trainer = trainer;
            return trainer.run();
        }
    }
}
