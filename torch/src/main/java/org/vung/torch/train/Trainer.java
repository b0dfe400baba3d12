package org.vung.torch.train;

import static org.bytedeco.pytorch.global.torch.manual_seed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.vung.data.order.SplitMix64;
import org.vung.image.file.Existing;
import org.vung.nets.file.ModelFile;
import org.vung.torch.record.RunRecord;
import org.vung.torch.run.Libtorch;
import org.vung.torch.train.feed.Batch;
import org.vung.torch.train.feed.Batches;
import org.vung.torch.train.loss.Loss;
import org.vung.torch.train.loss.Target;
import org.vung.torch.train.network.FlatParameters;
import org.vung.torch.train.network.TrainableNetwork;
import org.vung.torch.train.optimise.Optimisation;
import org.vung.torch.train.optimise.Optimiser;
import org.vung.torch.train.plan.Plan;

/**
 * The training loop. Everything it draws by chance is a function of the seed and the step, and its state is written whole; so a
 * training that was stopped or killed goes on from its last checkpoint and ends with the very weights it would have had.
 */
public final class Trainer implements AutoCloseable {

    private static final long NANOS = 1_000_000_000L;

    private final Plan plan;
    private final Setup setup;
    private final Path folder;
    private final Progress progress;
    private final TrainableNetwork network;
    private final Optimiser optimiser;
    private final Tensor average;
    private final Batches batches;
    private final Validation validation;
    private final RunLock lock;
    private Checkpoint state = Checkpoint.NONE;
    private volatile boolean stopping;

    /**
     * A training at its first step, or at the checkpoint that lies in its folder.
     *
     * @param setup the plan and what it comes to
     * @param folder the run's
     * @param progress hears how it goes
     * @throws IOException if there is a checkpoint that is not this plan's, or another program trains there
     */
    public Trainer(Setup setup, Path folder, Progress progress) throws IOException {
        this.setup = setup;
        this.plan = setup.plan();
        this.folder = folder;
        this.progress = progress;
        batches = setup.batches();
        validation = setup.validation();
        lock = RunLock.of(folder);
        network = new TrainableNetwork(setup.graph(), setup.start(), setup.precision());
        optimiser = setup.optimisation().start(network.parameters().trained().numel());
        average = network.parameters().trained().detach().clone();
        average.retainReference();
        try {
            goOn();
        } catch (IOException | RuntimeException refused) {
            close();
            throw refused;
        }
    }

    private void goOn() throws IOException {
        if (Files.exists(folder.resolve(Checkpoint.FILE))) {
            state = Checkpoint.read(folder, memory());
            if (!state.plan().equals(setup.fingerprint())) {
                throw new IOException(
                        folder + " must be continued by the plan and the data it was begun with; begin a new run");
            }
        }
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
        try (RunRecord record = RunRecord.open(folder, done, setup.columns())) {
            while (done < plan.training().steps() && !stopping && !impatient()) {
                losses += step(done);
                since++;
                done++;
                boolean due = done % plan.watch().every() == 0
                        || done == plan.training().steps();
                if (due) {
                    Map<String, Double> row = new LinkedHashMap<>();
                    row.put("train/loss", losses / since);
                    row.put("rate", rate(done - 1));
                    row.put("images/s", since * setup.imagesPerStep() * (double) NANOS / (System.nanoTime() - mark));
                    look(done, row, record);
                    losses = 0;
                    since = 0;
                    mark = System.nanoTime();
                }
                if (due || System.nanoTime() - saved > plan.watch().save() * NANOS) {
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
        stopping = true;
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
            manual_seed(SplitMix64.at(plan.seed(), step).nextLong());
            FlatParameters parameters = network.parameters();
            parameters.gradient().zero_();
            for (int part = 0; part < parts; part++) {
                sum += backward(batches.at(step * parts + part), parts);
            }
            if (!Double.isFinite(sum)) {
                throw DivergedException.loss(step + 1, sum);
            }
            move(parameters, step);
        } finally {
            Libtorch.cores().release();
        }
        progress.step(batches.epoch(step * parts), step + 1, setup.imagesPerStep(), sum);
        return sum;
    }

    /** Forward and back; the gradient is added to what is there. */
    private double backward(Batch batch, int parts) {
        try (PointerScope scope = new PointerScope()) {
            Target target = batch.target();
            Loss loss = setup.loss();
            Tensor sum = null;
            for (Tensor scores : network.forward(batch.input()).values()) { // the main output, then auxiliary ones
                Tensor own = loss.of(scores, target);
                sum = sum == null
                        ? own
                        : sum.add(own, new Scalar(plan.training().auxiliary()));
            }
            if (sum == null) {
                throw new IllegalStateException(setup.graph() + " must have an output");
            }
            Tensor mean = sum.div(new Scalar((double) parts));
            mean.backward();
            return mean.item_float();
        }
    }

    private void move(FlatParameters parameters, long step) {
        try (NoGradGuard plain = new NoGradGuard()) {
            Tensor gradient = parameters.gradient();
            double most = plan.training().clip();
            if (most > 0) {
                double length = gradient.norm().item_float();
                if (length > most) {
                    gradient.mul_(new Scalar(most / length));
                }
            }
            optimiser.step(parameters.trained(), gradient, parameters.decayed(), rate(step));
            if (plan.training().average() > 0) {
                double memory = Math.min(plan.training().average(), (1.0 + step) / (10.0 + step));
                average.lerp_(parameters.trained(), new Scalar(1 - memory));
            }
        }
    }

    /** The model as it would be used now. */
    private ModelFile model(long done) {
        boolean mean = plan.training().average() > 0;
        Tensor numbers = mean ? average : network.parameters().trained();
        return setup.model(network.parameters().copy(numbers), done);
    }

    private void look(long done, Map<String, Double> row, RunRecord record) throws IOException {
        checkNumbers(done);
        int epoch = batches.epoch((done - 1) * plan.food().accumulate());
        ModelFile model = model(done);
        if (validation.count() > 0) {
            Look look = validation.look(model);
            boolean best = !(look.score() <= state.best());
            row.putAll(look.row(model.classes()));
            if (best) {
                setup.scored(model, look).write(folder.resolve("best.vung"), Existing.REPLACE);
            }
            state = new Checkpoint(
                    state.step(), best ? look.score() : state.best(), best ? 0 : state.stale() + 1, state.plan());
            progress.look(epoch, look, best);
        }
        model.write(folder.resolve("last.vung"), Existing.REPLACE);
        record.log(done, epoch, row);
    }

    /** A step may end in numbers that only the next one's loss would show; what is kept must be whole. */
    private void checkNumbers(long done) throws DivergedException {
        if (!network.parameters().finite()) {
            throw DivergedException.weights(done);
        }
    }

    private void save(long done) throws IOException {
        checkNumbers(done);
        state = new Checkpoint(done, state.best(), state.stale(), setup.fingerprint());
        state.write(folder, memory());
    }

    private Map<String, Tensor> memory() {
        Map<String, Tensor> memory = new LinkedHashMap<>();
        memory.put("trained", network.parameters().trained());
        memory.put("average", average);
        if (network.parameters().statistics().numel() > 0) {
            memory.put("statistics", network.parameters().statistics());
        }
        optimiser.memory().forEach((name, tensor) -> memory.put("optimiser." + name, tensor));
        return memory;
    }

    /**
     * The classes of the data.
     *
     * @return their names, in order
     */
    public List<String> classes() {
        return setup.classes().stream().map(one -> one.name()).toList();
    }

    @Override
    public void close() {
        batches.close();
        optimiser.close();
        average.releaseReference();
        network.close();
        lock.close();
    }
}
