package org.vung.torch.parallel;

import java.util.Map;
import java.util.Optional;

/**
 * A process's place in a group, by the variables that torchrun and many schedulers set.
 *
 * @param rank 0 … ranks − 1
 * @param ranks how many processes there are, at least 1
 * @param local how many of them are on this machine; 0 where nobody says
 * @param address where they meet, {@code MASTER_ADDR}
 * @param port where they meet, 1 … 65535
 * @param agent whether whoever started the processes keeps the meeting place; otherwise rank 0 does
 * @param attempt which start of these processes it is, 0 and up
 */
public record Place(int rank, int ranks, int local, String address, int port, boolean agent, int attempt) {

    private static final int LAST_PORT = 65_535;

    /** Checks the numbers. */
    public Place {
        if (ranks < 1 || rank < 0 || rank >= ranks) {
            throw new IllegalArgumentException(
                    "RANK must be 0 … WORLD_SIZE − 1, got RANK=" + rank + " and WORLD_SIZE=" + ranks);
        }
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("MASTER_PORT must be 1 … 65535, got " + port);
        }
    }

    /**
     * The place that an environment gives.
     *
     * @param variables RANK, WORLD_SIZE, MASTER_ADDR, MASTER_PORT; perhaps LOCAL_WORLD_SIZE
     * @return nothing where RANK or WORLD_SIZE is not set
     * @throws IllegalArgumentException if a variable is missing or is no number
     */
    public static Optional<Place> of(Map<String, String> variables) {
        if (!variables.containsKey("RANK") || !variables.containsKey("WORLD_SIZE")) {
            return Optional.empty();
        }
        String address = variables.get("MASTER_ADDR");
        if (address == null || address.isBlank()) {
            throw new IllegalArgumentException(
                    "MASTER_ADDR must be set where RANK and WORLD_SIZE are; start the processes with torchrun, or unset RANK");
        }
        return Optional.of(new Place(
                number(variables, "RANK", ""),
                number(variables, "WORLD_SIZE", ""),
                number(variables, "LOCAL_WORLD_SIZE", "0"),
                address,
                number(variables, "MASTER_PORT", ""),
                "True".equals(variables.get("TORCHELASTIC_USE_AGENT_STORE")),
                number(variables, "TORCHELASTIC_RESTART_COUNT", "0")));
    }

    private static int number(Map<String, String> variables, String name, String usual) {
        String text = variables.getOrDefault(name, usual);
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(name + " must be a whole number, got '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    /**
     * What a person calls it.
     *
     * @return such as {@code rank 1 of 4}
     */
    public String words() {
        return "rank " + rank + " of " + ranks;
    }
}
