package org.vung.torch.run;

import java.util.concurrent.Semaphore;
import org.bytedeco.javacpp.Pointer;
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
     * Gives memory that was freed back to the system, where the C library can (glibc). A freed map hardly ever makes room for the next
     * of its own size, since libtorch asks for aligned blocks, for which glibc wants some bytes more than there are: tile by tile
     * the process would grow to several times of what is in use.
     */
    static void giveBack() {
        Pointer.trimMemory();
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
