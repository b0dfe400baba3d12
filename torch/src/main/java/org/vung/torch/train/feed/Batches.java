package org.vung.torch.train.feed;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The batches of a training, made ahead in a thread of their own. Batch i is a function of i alone, so that a training may go on
 * anywhere and see what it would have seen.
 *
 * @param <B> what a batch is
 */
public final class Batches<B> implements AutoCloseable {

    private static final int AHEAD = 3;

    private final Maker<B> maker;
    private final Map<Long, CompletableFuture<B>> ahead = new HashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread own = new Thread(work, "batches");
        own.setDaemon(true);
        return own;
    });

    /**
     * Makes a batch.
     *
     * @param <B> what a batch is
     */
    @FunctionalInterface
    public interface Maker<B> {

        /**
         * Makes it.
         *
         * @param index of the batch, 0 and up
         * @return the same for the same index
         * @throws IOException if an image cannot be read
         */
        B make(long index) throws IOException;
    }

    /**
     * Batches to come.
     *
     * @param maker of each
     */
    public Batches(Maker<B> maker) {
        this.maker = maker;
    }

    /**
     * One batch; those after it are begun.
     *
     * @param index 0 and up
     * @return the batch
     * @throws IOException if an image cannot be read
     */
    public B at(long index) throws IOException {
        ahead.keySet().removeIf(other -> other < index);
        for (long next = index; next <= index + AHEAD; next++) {
            long wanted = next;
            ahead.computeIfAbsent(next, own -> CompletableFuture.supplyAsync(() -> make(wanted), thread));
        }
        try {
            CompletableFuture<B> batch = ahead.remove(index);
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

    private B make(long index) {
        try {
            return maker.make(index);
        } catch (IOException unreadable) {
            throw new Failed(unreadable);
        }
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
        thread.shutdownNow();
    }
}
