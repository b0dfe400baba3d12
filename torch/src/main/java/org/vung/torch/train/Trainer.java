package org.vung.torch.train;

import static org.bytedeco.pytorch.global.torch.manual_seed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.vung.data.order.SplitMix64;
import org.vung.image.file.Existing;
import org.vung.nets.file.ModelFile;
import org.vung.torch.parallel.Group;
import org.vung.torch.record.RunRecord;
import org.vung.torch.run.Libtorch;
import org.vung.torch.train.network.FlatParameters;
import org.vung.torch.train.optimise.Optimisation;
import org.vung.torch.train.optimise.Optimiser;
import org.vung.torch.train.plan.Plan;
import org.vung.torch.train.task.Lessons;
import org.vung.torch.train.task.Look;

/**
 * The training loop. Everything it draws by chance is a function of the seed and the step, and its state is written whole; so a
 * training that was stopped or killed goes on from its last checkpoint and ends with the very weights it would have had.
 *
 * <p>In a group of processes all do the same with images of their own: gradients are averaged before each step, so their weights
 * stay the same; rank 0 alone looks, reads and writes.
 */
public final class Trainer implements AutoCloseable {

    private static final long NANOS = 1_000_000_000L;

    private final Plan plan;
    private final Setup setup;
    private final Path folder;
    private final Group group;
    private final Progress progress;
    private final Lessons<?> lessons;
    private final Optimiser optimiser;
    private final @Nullable Optimiser rivals;
    private final Tensor average;
    private final @Nullable RunLock lock;
    private Checkpoint state = Checkpoint.NONE;
    private boolean stopping;
    private volatile boolean asked;

    /**
     * A training at its first step, or at the checkpoint that lies in its folder.
     *
     * @param setup the plan and what it comes to
     * @param folder the run's
     * @param progress hears how it goes
     * @throws IOException if there is a checkpoint that is not this plan's, or another program trains there
     */
    public Trainer(Setup setup, Path folder, Progress progress) throws IOException {
        this(setup, folder, Group.alone(), progress);
    }

    /**
     * The same as one of a group, all of which begin with what rank 0 has.
     *
     * @param setup the plan and what it comes to, the same for all
     * @param folder the run's, which rank 0 alone opens
     * @param group that trains together; stays open
     * @param progress hears how it goes
     * @throws IOException if there is a checkpoint that is not this plan's
     */
    public Trainer(Setup setup, Path folder, Group group, Progress progress) throws IOException {
        this.setup = setup;
        this.plan = setup.plan();
        this.folder = folder;
        this.group = group;
        this.progress = progress;
        lock = group.leads() ? RunLock.of(folder) : null;
        lessons = setup.lessons(group);
        optimiser = setup.optimisation().start(lessons.parameters().trained().numel());
        rivals = lessons.rival()
                .map(rival -> setup.optimisation().start(rival.trained().numel()))
                .orElse(null);
        average = lessons.parameters().trained().detach().clone();
        average.retainReference();
        try {
            goOn();
            beginAlike();
        } catch (IOException | RuntimeException refused) {
            close();
            throw refused;
        }
    }

    private void goOn() throws IOException {
        if (group.leads() && Files.exists(folder.resolve(Checkpoint.FILE))) {
            state = Checkpoint.read(folder, memory());
            if (!state.plan().equals(setup.fingerprint())) {
                throw new IOException(
                        folder + " must be continued by the plan and the data it was begun with; begin a new run");
            }
            if (state.processes() != group.ranks()) {
                throw new IOException(folder + " must be continued by as many processes as it was begun with, "
                        + state.processes() + ", got " + group.ranks() + "; give --processes " + state.processes());
            }
        }
    }

    private void beginAlike() {
        double own = setup.fingerprint().hashCode();
        if (group.any(group.spread(own)[0] != own)) {
            throw new IllegalArgumentException(
                    "the plan must be the same in all processes; give all the same file and options");
        }
        new TreeMap<>(memory()).values().forEach(group::spread);
        shareState();
    }

    private void shareState() {
        double[] told = group.spread((double) state.step(), state.best(), state.stale());
        state = new Checkpoint((long) told[0], told[1], (int) told[2], state.plan(), group.ranks());
    }

    /**
     * Trains to the end of the plan, until patience ends, or until {@link #stop}.
     *
     * @return how it ended
     * @throws IOException if a file cannot be read or written; the last checkpoint stays whole
     * @throws DivergedException if the loss is no longer a number
     */
    public Ending run() throws IOException {
        long done = state.step();
        double losses = 0;
        long since = 0;
        long mark = System.nanoTime();
        long saved = mark;
        try (RunRecord record = group.leads() ? RunRecord.open(folder, done, setup.columns()) : null) {
            while (done < plan.training().steps() && !stopping && !impatient()) {
                losses += step(done);
                since++;
                done++;
                stopping = group.any(asked);
                boolean due = done % plan.watch().every() == 0
                        || done == plan.training().steps();
                if (due) {
                    Map<String, Double> row = new LinkedHashMap<>();
                    row.put("train/loss", losses / since);
                    row.put("rate", rate(done - 1));
                    row.put("images/s", since * imagesPerStep() * (double) NANOS / (System.nanoTime() - mark));
                    look(done, row, record);
                    losses = 0;
                    since = 0;
                    mark = System.nanoTime();
                }
                if (due || group.any(System.nanoTime() - saved > plan.watch().save() * NANOS)) {
                    save(done);
                    saved = System.nanoTime();
                }
            }
            if (done > state.step()) {
                save(done);
            }
        }
        return new Ending(done, state.best(), done >= plan.training().steps() || impatient());
    }

    /**
     * How a training ended.
     *
     * @param steps that are done in all
     * @param best score, NaN if nothing was held back
     * @param whole whether it came to its end and was not stopped
     */
    public record Ending(long steps, double best, boolean whole) {}

    /** Ends the training after the step at work, with a checkpoint. May be called from another thread. */
    public void stop() {
        asked = true;
    }

    private boolean impatient() {
        return plan.watch().patience() > 0 && state.stale() >= plan.watch().patience();
    }

    private double rate(long step) {
        double factor = setup.schedule().at(step, plan.training().steps());
        return Math.min(Optimisation.HIGHEST_RATE, setup.optimisation().rate() * factor);
    }

    /** One step of the optimiser: the mean gradient over the batches that make it up. */
    private double step(long step) throws IOException {
        int parts = plan.food().accumulate();
        double sum = 0;
        Libtorch.cores().acquireUninterruptibly();
        try (PointerScope scope = new PointerScope()) {
            manual_seed(SplitMix64.at(plan.seed(), step * group.ranks() + group.rank())
                    .nextLong());
            FlatParameters parameters = lessons.parameters();
            parameters.gradient().zero_();
            for (int part = 0; part < parts; part++) {
                sum += lessons.backward(step * parts + part, parts, rival -> moveRival(rival, step));
            }
            sum = group.mean(sum);
            if (!Double.isFinite(sum)) {
                throw DivergedException.loss(step + 1, sum);
            }
            group.mean(parameters.gradient());
            move(parameters, step);
        } finally {
            Libtorch.cores().release();
        }
        progress.step(lessons.epoch(step * parts), step + 1, imagesPerStep(), sum);
        return sum;
    }

    private int imagesPerStep() {
        return setup.imagesPerStep() * group.ranks();
    }

    private void moveRival(FlatParameters rival, long step) {
        group.mean(rival.gradient());
        try (NoGradGuard plain = new NoGradGuard()) {
            move(Objects.requireNonNull(rivals), rival, step);
        }
    }

    private void move(Optimiser by, FlatParameters parameters, long step) {
        Tensor gradient = parameters.gradient();
        double most = plan.training().clip();
        if (most > 0) {
            double length = gradient.norm().item_float();
            if (length > most) {
                gradient.mul_(new Scalar(most / length));
            }
        }
        by.step(parameters.trained(), gradient, parameters.decayed(), rate(step));
    }

    private void move(FlatParameters parameters, long step) {
        try (NoGradGuard plain = new NoGradGuard()) {
            move(optimiser, parameters, step);
            if (plan.training().average() > 0) {
                double memory = Math.min(plan.training().average(), (1.0 + step) / (10.0 + step));
                average.lerp_(parameters.trained(), new Scalar(1 - memory));
            }
        }
    }

    /** The model as it would be used now. */
    private ModelFile model(long done) {
        boolean mean = plan.training().average() > 0;
        Tensor numbers = mean ? average : lessons.parameters().trained();
        return setup.model(lessons.parameters().copy(numbers), done);
    }

    private void look(long done, Map<String, Double> row, @Nullable RunRecord record) throws IOException {
        checkNumbers(done);
        averageStatistics();
        group.lead(() -> judge(done, row, Objects.requireNonNull(record)));
        shareState();
    }

    /** Each process has gathered those of its own images. */
    private void averageStatistics() {
        Tensor statistics = lessons.parameters().statistics();
        if (statistics.numel() > 0) {
            group.mean(statistics);
        }
    }

    private void judge(long done, Map<String, Double> row, RunRecord record) throws IOException {
        int epoch = lessons.epoch((done - 1) * plan.food().accumulate());
        ModelFile model = model(done);
        if (!setup.held().items().isEmpty()) {
            Look look = setup.task().look(model, (index, answer) -> {});
            boolean best = setup.task().choosesBest() && !(look.score() <= state.best());
            row.putAll(look.row());
            if (look.sheet().isPresent()) {
                Samples.write(folder, done, look.sheet().get());
            }
            if (best) {
                setup.scored(model, look).write(folder.resolve("best.vung"), Existing.REPLACE);
            }
            state = new Checkpoint(
                    state.step(),
                    best ? look.score() : state.best(),
                    best || !setup.task().choosesBest() ? 0 : state.stale() + 1,
                    state.plan(),
                    state.processes());
            progress.look(epoch, look, best);
        }
        model.write(folder.resolve("last.vung"), Existing.REPLACE);
        record.log(done, epoch, row);
    }

    /** A step may end in numbers that only the next one's loss would show; what is kept must be whole. */
    private void checkNumbers(long done) throws DivergedException {
        boolean finite = lessons.parameters().finite()
                && lessons.rival().map(FlatParameters::finite).orElse(true);
        if (!finite) {
            throw DivergedException.weights(done);
        }
    }

    private void save(long done) throws IOException {
        checkNumbers(done);
        state = new Checkpoint(done, state.best(), state.stale(), setup.fingerprint(), group.ranks());
        averageStatistics();
        group.lead(() -> state.write(folder, memory()));
    }

    private Map<String, Tensor> memory() {
        Map<String, Tensor> memory = new LinkedHashMap<>();
        memory.put("trained", lessons.parameters().trained());
        memory.put("average", average);
        if (lessons.parameters().statistics().numel() > 0) {
            memory.put("statistics", lessons.parameters().statistics());
        }
        optimiser.memory().forEach((name, tensor) -> memory.put("optimiser." + name, tensor));
        lessons.rival().ifPresent(rival -> {
            memory.put("rival.trained", rival.trained());
            if (rival.statistics().numel() > 0) {
                memory.put("rival.statistics", rival.statistics());
            }
            Objects.requireNonNull(rivals)
                    .memory()
                    .forEach((name, tensor) -> memory.put("rival.optimiser." + name, tensor));
        });
        return memory;
    }

    @Override
    public void close() {
        optimiser.close();
        if (rivals != null) {
            rivals.close();
        }
        average.releaseReference();
        lessons.close();
        if (lock != null) {
            lock.close();
        }
    }
}
