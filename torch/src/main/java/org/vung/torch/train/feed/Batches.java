package org.vung.torch.train.feed;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.vung.data.augment.Pair;
import org.vung.data.augment.Recipe;
import org.vung.data.order.EpochOrder;
import org.vung.nets.file.Preprocessing;

/**
 * The batches of a training, made ahead in a thread of their own. Batch i is a function of the seed and i alone, so that a
 * training may go on anywhere and see what it would have seen.
 */
public final class Batches implements AutoCloseable {

    private static final int AHEAD = 3;

    private final Pairs pairs;
    private final Recipe recipe;
    private final PixelWeights weights;
    private final Preprocessing preprocessing;
    private final Batch.Form form;
    private final Part part;
    private final EpochOrder order;
    private final Map<Long, CompletableFuture<Batch>> ahead = new HashMap<>();
    private final ExecutorService maker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "batches");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Which of several processes this is.
     *
     * @param rank 0 … ranks − 1
     * @param ranks that share each step's images
     * @param seed of order and changes
     */
    public record Part(int rank, int ranks, long seed) {}

    /**
     * Batches of pairs.
     *
     * @param pairs at least one
     * @param recipe that ends in windows of the form's size
     * @param weights of pixels
     * @param preprocessing from image to input
     * @param form of every batch
     * @param part which of several processes this is
     */
    public Batches(
            Pairs pairs, Recipe recipe, PixelWeights weights, Preprocessing preprocessing, Batch.Form form, Part part) {
        this.pairs = pairs;
        this.recipe = recipe;
        this.weights = weights;
        this.preprocessing = preprocessing;
        this.form = form;
        this.part = part;
        this.order = new EpochOrder(pairs.count(), part.seed);
    }

    /**
     * One batch; those after it are begun.
     *
     * @param index 0 and up
     * @return the batch
     * @throws IOException if an image cannot be read
     */
    public Batch at(long index) throws IOException {
        ahead.keySet().removeIf(other -> other < index);
        for (long next = index; next <= index + AHEAD; next++) {
            long wanted = next;
            ahead.computeIfAbsent(next, own -> CompletableFuture.supplyAsync(() -> make(wanted), maker));
        }
        try {
            CompletableFuture<Batch> batch = ahead.remove(index);
            return batch == null ? make(index) : batch.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("reading of images was interrupted", stopped);
        } catch (ExecutionException | CompletionException failed) {
            if (failed.getCause() instanceof Failed within) {
                throw within.reason;
            }
            if (failed.getCause() instanceof RuntimeException wrong) {
                throw wrong;
            }
            if (failed.getCause() instanceof Error exhausted) {
                throw exhausted;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /**
     * How often the set has been gone through before a batch.
     *
     * @param index of the batch
     * @return 0 for the first time
     */
    public int epoch(long index) {
        return Math.toIntExact(index * part.ranks * form.count() / pairs.count());
    }

    private Batch make(long index) {
        int pixels = form.height() * form.width() * form.channels();
        int answers = form.answerHeight() * form.answerWidth();
        float[] images = new float[form.count() * pixels];
        int[] labels = new int[form.count() * answers];
        float[] counts = new float[form.count() * answers];
        for (int at = 0; at < form.count(); at++) {
            Pair pair = sample((index * part.ranks + part.rank) * form.count() + at);
            System.arraycopy(preprocessing.of(pair.image()), 0, images, at * pixels, pixels);
            float[] own = weights.of(pair.truth());
            int top = (form.height() - form.answerHeight()) / 2;
            int left = (form.width() - form.answerWidth()) / 2;
            for (int row = 0; row < form.answerHeight(); row++) {
                int from = (top + row) * form.width() + left;
                int to = at * answers + row * form.answerWidth();
                System.arraycopy(pair.truth().sharedLabels(), from, labels, to, form.answerWidth());
                System.arraycopy(own, from, counts, to, form.answerWidth());
            }
        }
        return new Batch(form, images, labels, counts);
    }

    private Pair sample(long number) {
        int epoch = Math.toIntExact(number / pairs.count());
        int sample = orderOf(epoch)[(int) (number % pairs.count())];
        try {
            return recipe.apply(pairs.at(sample), part.seed, epoch, sample);
        } catch (IOException unreadable) {
            throw new Failed(unreadable);
        }
    }

    private int known = -1;
    private int[] knownOrder = {};

    private synchronized int[] orderOf(int epoch) {
        if (epoch != known) {
            knownOrder = order.of(epoch);
            known = epoch;
        }
        return Arrays.copyOf(knownOrder, knownOrder.length);
    }

    /** Carries a checked failure through the thread. */
    private static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1;
        private final IOException reason;

        Failed(IOException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    @Override
    public void close() {
        maker.shutdownNow();
    }
}
