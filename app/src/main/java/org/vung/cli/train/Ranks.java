package org.vung.cli.train;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Options of a training by several processes. */
final class Ranks {

    private static final int MOST = 1024;
    private static final int LONGEST = 86_400;

    @Option(
            names = "--processes",
            paramLabel = "N",
            description = "Train with N processes on this machine: each takes a batch of its own, and the mean of their"
                    + " gradients is what is learned. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private int processes = 1;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long a process may not answer before all are ended. Default: ${DEFAULT-VALUE}.",
            defaultValue = "60")
    private int timeout = 60;

    @Option(
            names = "--max-restarts",
            paramLabel = "K",
            description = "Start them again from the last checkpoint, at most K times, when one is lost. Default:"
                    + " ${DEFAULT-VALUE}.",
            defaultValue = "0")
    private int restarts;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description =
                    "The address of this machine at which the processes meet and listen. Default: ${DEFAULT-VALUE},"
                            + " which other machines cannot reach.",
            defaultValue = "127.0.0.1")
    private String bind = "127.0.0.1";

    void check() {
        if (processes < 1 || processes > MOST || restarts < 0 || timeout < 1 || timeout > LONGEST) {
            throw new IllegalArgumentException("--processes must be 1 … " + MOST + ", --timeout 1 … " + LONGEST
                    + " and --max-restarts at least 0, got " + processes + ", " + timeout + " and " + restarts);
        }
        if (processes > 1) {
            freePort();
        }
    }

    /**
     * A port that is free.
     *
     * @return its number
     * @throws IllegalArgumentException if the address is not one of this machine
     */
    int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(bind))) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new IllegalArgumentException(
                    "--bind must be an address of this machine, got '" + bind + "': " + failure.getMessage(), failure);
        }
    }

    int processes() {
        return processes;
    }

    Duration timeout() {
        return Duration.ofSeconds(timeout);
    }

    int restarts() {
        return restarts;
    }

    String bind() {
        return bind;
    }
}
