package org.vung.torch.check;

/**
 * What a check found.
 *
 * @param check what was looked at
 * @param state how it went
 * @param found numbers, or why it was left out
 */
public record Outcome(String check, State state, String found) {

    /** How a check went. */
    public enum State {
        /** As it must be. */
        OK,
        /** Not as it must be. */
        MISS,
        /** Left out, for it means nothing for this network. */
        SKIPPED
    }

    static Outcome of(String check, boolean holds, String found) {
        return new Outcome(check, holds ? State.OK : State.MISS, found);
    }

    static Outcome skipped(String check, String why) {
        return new Outcome(check, State.SKIPPED, why);
    }
}
