package org.vung.cli.train;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.vung.image.file.AtomicFile;
import org.vung.torch.train.Trainer;

/** Ends a training in order when the process is asked to end, or when the one that watches it is gone. */
final class Stopping implements AutoCloseable {

    /** The exit code after Ctrl-C. */
    static final int INTERRUPTED = 130;

    private static final long LONGEST = 120_000;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook;

    private Stopping(Trainer trainer) {
        Thread worker = Thread.currentThread();
        hook = new Thread(() -> {
            trainer.stop();
            try {
                worker.join(LONGEST); // the checkpoint is written by the thread that trains
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            } finally {
                over.countDown();
            }
        });
    }

    static Stopping of(Trainer trainer) {
        Stopping stopping = new Stopping(trainer);
        Runtime.getRuntime().addShutdownHook(stopping.hook);
        AtomicFile.await(stopping.over);
        String starter = System.getenv(Supervisor.STARTER);
        if (starter != null && starter.matches("[0-9]{1,18}")) {
            var unused = ProcessHandle.of(Long.parseLong(starter))
                    .map(ProcessHandle::onExit)
                    .orElseGet(() -> CompletableFuture.completedFuture(null))
                    .thenRun(trainer::stop);
        }
        return stopping;
    }

    /** Once the process is ending, its main thread would wait for the hook that waits for it. */
    @Override
    public void close() {
        over.countDown();
        release(hook);
    }

    static void release(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            hook.interrupt();
        }
    }
}
