package org.vung.torch.run;

import java.util.concurrent.Semaphore;
import org.vung.torch.device.Library;

/** What all that runs on libtorch shares: the library, and the cores. */
public final class Libtorch {

    private static final Semaphore CORES = new Semaphore(1, true);

    private Libtorch() {}

    /** Returns when libtorch is there; throws if it is not to be had. */
    public static void load() {
        Library.load();
    }

    /**
     * Taken by whatever runs on libtorch, which asks for all cores at once: side by side, two would each ask for all of them again.
     *
     * @return one permit for the process, handed out in the order of asking
     */
    public static Semaphore cores() {
        return CORES;
    }
}
