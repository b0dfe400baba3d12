package org.vung.cli.train;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.vung.cli.terminal.Fault;
import org.vung.cli.terminal.Terminal;

/**
 * Starts the processes of a training, watches them, and ends all when one is lost. It trains nothing itself, so it can tell what
 * became of any of them, the first included, and start them again.
 */
final class Supervisor {

    /** Set for processes that are watched: the number of the process that does. */
    static final String STARTER = "VUNG_STARTER";

    /** How a watched process ends that has lost the others, which then have the better word. */
    static final int LOST = 75;

    private static final long NOTICED = 5; // seconds in which the others see that one has gone
    private static final long ORDERLY = 120;
    private static final int TERMINATED = 143;
    private static final int HEAP_SHARE = 70;
    private static final String MAIN = "org.vung.cli.Vung";

    private final Ranks ranks;
    private final Path folder;
    private final List<String> options;
    private final Terminal terminal;
    private final List<RankProcess> running = new ArrayList<>();
    private boolean stopping;

    /**
     * Processes for a run.
     *
     * @param ranks how many, and how they are watched
     * @param folder the run's, with its plan
     * @param options further words for each of them
     * @param terminal to answer on
     */
    Supervisor(Ranks ranks, Path folder, List<String> options, Terminal terminal) {
        this.ranks = ranks;
        this.folder = folder;
        this.options = options;
        this.terminal = terminal;
    }

    /**
     * How a start of all processes ended.
     *
     * @param code for whoever called
     * @param line what went wrong; empty where nothing did, or rank 0 has said it
     * @param curable whether another start may go better
     */
    private record Outcome(int code, String line, boolean curable) {}

    /**
     * Trains.
     *
     * @return the exit code
     * @throws IOException if a process cannot be started
     */
    int run() throws IOException {
        Thread main = Thread.currentThread();
        Thread hook = new Thread(() -> stop(main));
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            for (int attempt = 0; ; attempt++) {
                Outcome outcome = attempt(attempt);
                if (attempt == ranks.restarts() || !outcome.curable() || isStopping()) {
                    return end(outcome);
                }
                String reason = outcome.line().isEmpty() ? "rank 0 has failed" : outcome.line();
                terminal.say(reason + "; all start again from the last checkpoint (" + (attempt + 1) + " of "
                        + ranks.restarts() + ")");
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Stopping.INTERRUPTED;
        } finally {
            Stopping.release(hook);
        }
    }

    private int end(Outcome outcome) {
        if (!outcome.line().isEmpty()) {
            String mend = outcome.curable() ? "; go on with: vung train --resume " + folder : "";
            terminal.report(new Fault(outcome.code(), outcome.line() + mend), new IOException(outcome.line()));
        }
        return outcome.code();
    }

    private Outcome attempt(int attempt) throws IOException, InterruptedException {
        List<RankProcess> all = start(attempt);
        CompletableFuture<?> ended =
                CompletableFuture.allOf(all.stream().map(RankProcess::onExit).toArray(CompletableFuture<?>[]::new));
        CompletableFuture<?> lost = new CompletableFuture<>();
        for (RankProcess each : all) {
            var unused = each.onExit().thenAccept(process -> {
                if (!inOrder(process.exitValue())) {
                    lost.complete(null);
                }
            });
        }
        try {
            CompletableFuture.anyOf(ended, lost).get();
            ended.get(NOTICED, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            all.forEach(RankProcess::force);
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        } finally {
            for (RankProcess each : all) {
                each.finish();
            }
            forget();
        }
        return outcome(all);
    }

    private static boolean inOrder(int code) {
        return code == 0 || code == Stopping.INTERRUPTED || code == TERMINATED;
    }

    private Outcome outcome(List<RankProcess> all) {
        if (all.stream().allMatch(each -> inOrder(each.code()))) {
            boolean whole = all.stream().allMatch(each -> each.code() == 0);
            return new Outcome(whole ? 0 : Stopping.INTERRUPTED, "", false);
        }
        RankProcess first = all.get(0);
        if (!first.forced() && first.signal() == 0 && first.code() != LOST && first.code() != 0) {
            return new Outcome(first.code(), "", curable(first.code()));
        }
        return killed(all)
                .or(() -> failed(all))
                .or(() -> silent(all))
                .orElseGet(() -> new Outcome(Fault.IO, "the processes lost each other", true));
    }

    private static boolean curable(int code) {
        return code != Fault.USAGE && code != Fault.BAD_INPUT && code != Fault.MODEL;
    }

    private Optional<Outcome> killed(List<RankProcess> all) {
        return all.stream()
                .filter(each -> !each.forced() && each.signal() > 0 && each.code() != Stopping.INTERRUPTED)
                .findFirst()
                .map(each -> new Outcome(
                        Fault.IO, words(each) + " was ended by signal " + each.signal() + hint(each.signal()), true));
    }

    private static String hint(int signal) {
        return signal == 9 ? " (by hand, or by the system for want of memory)" : "";
    }

    private Optional<Outcome> failed(List<RankProcess> all) {
        return all.stream()
                .filter(each -> !each.forced() && !inOrder(each.code()) && each.code() != LOST)
                .findFirst()
                .map(each -> new Outcome(each.code(), words(each) + ": " + each.error(), curable(each.code())));
    }

    private Optional<Outcome> silent(List<RankProcess> all) {
        return all.stream()
                .filter(RankProcess::forced)
                .findFirst()
                .map(each -> new Outcome(
                        Fault.IO,
                        words(each) + " did not answer for " + ranks.timeout().toSeconds() + " s and was ended",
                        true));
    }

    private String words(RankProcess process) {
        return "rank " + process.rank() + " of " + ranks.processes();
    }

    private List<RankProcess> start(int attempt) throws IOException {
        int port = ranks.freePort();
        List<RankProcess> all = new ArrayList<>();
        try {
            for (int rank = 0; rank < ranks.processes(); rank++) {
                RankProcess process = RankProcess.start(rank, command(), variables(rank, port, attempt), terminal);
                all.add(process);
                remember(process);
            }
        } catch (IOException failure) {
            all.forEach(RankProcess::force);
            forget();
            throw failure;
        }
        return all;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-XX:MaxRAMPercentage=" + Math.max(1, HEAP_SHARE / ranks.processes()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(List.of("train", "--resume", folder.toString()));
        command.addAll(List.of("--timeout", Long.toString(ranks.timeout().toSeconds()), "--bind", ranks.bind()));
        command.addAll(options);
        return command;
    }

    private Map<String, String> variables(int rank, int port, int attempt) {
        Map<String, String> variables = new HashMap<>();
        variables.put("RANK", Integer.toString(rank));
        variables.put("LOCAL_RANK", Integer.toString(rank));
        variables.put("WORLD_SIZE", Integer.toString(ranks.processes()));
        variables.put("LOCAL_WORLD_SIZE", Integer.toString(ranks.processes()));
        variables.put("MASTER_ADDR", ranks.bind());
        variables.put("MASTER_PORT", Integer.toString(port));
        variables.put("TORCHELASTIC_RESTART_COUNT", Integer.toString(attempt));
        variables.put("TORCHELASTIC_USE_AGENT_STORE", "False");
        variables.put(STARTER, Long.toString(ProcessHandle.current().pid()));
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / ranks.processes());
        unlessSet(variables, "OMP_NUM_THREADS", Integer.toString(threads));
        unlessSet(variables, "TORCH_CPP_LOG_LEVEL", "FATAL"); // what breaks a group is told in our words
        return variables;
    }

    private static void unlessSet(Map<String, String> variables, String name, String value) {
        String set = System.getenv(name);
        variables.put(name, set == null || set.isEmpty() ? value : set);
    }

    private synchronized void remember(RankProcess process) {
        running.add(process);
        if (stopping) {
            process.end();
        }
    }

    private synchronized void forget() {
        running.clear();
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    /** Ctrl-C or the like: all end after the step at work. */
    private void stop(Thread main) {
        List<RankProcess> all;
        synchronized (this) {
            stopping = true;
            all = List.copyOf(running);
        }
        all.forEach(RankProcess::end);
        try {
            main.join(TimeUnit.SECONDS.toMillis(ORDERLY));
        } catch (InterruptedException ended) {
            return; // all is done
        }
        all.forEach(RankProcess::force);
    }
}
