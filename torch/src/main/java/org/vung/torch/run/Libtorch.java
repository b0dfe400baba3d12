package org.vung.torch.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Brings libtorch into the process.
 *
 * <p>The first use on a machine unpacks 445 MB into JavaCPP's cache. All of it is unpacked before any of it is loaded: JavaCPP
 * would load {@code libtorch.so} while {@code libtorch_cpu.so} is still in the jar, and on a machine that has another libtorch
 * installed the linker then takes that one and the process dies.
 */
public final class Libtorch {

    private static final String PHYSICAL_LIMIT = "org.bytedeco.javacpp.maxPhysicalBytes";
    private static final boolean READY = ready();
    private static final Semaphore CORES = new Semaphore(1, true);

    private Libtorch() {}

    /** Returns when libtorch is there; throws if it is not to be had. */
    public static void load() {
        if (!READY) {
            throw new IllegalStateException("libtorch must be loaded before tensors are made");
        }
    }

    /**
     * Taken by whatever runs on libtorch, which asks for all cores at once: side by side, two would each ask for all of them again.
     *
     * @return one permit for the process, handed out in the order of asking
     */
    public static Semaphore cores() {
        return CORES;
    }

    /** As many as were asked for, else one a processor. */
    private static int threads(@Nullable String asked) {
        boolean number = asked != null && asked.matches("[1-9][0-9]{0,3}");
        return number ? Integer.parseInt(asked) : Runtime.getRuntime().availableProcessors();
    }

    private static boolean ready() {
        // JavaCPP would refuse to allocate once the process passes twice the Java heap, which large images do by right.
        if (System.getProperty(PHYSICAL_LIMIT) == null) {
            System.setProperty(PHYSICAL_LIMIT, "0");
        }
        String folder = "/org/bytedeco/pytorch/" + Loader.getPlatform() + "/";
        try {
            Loader.cacheResources(torch.class, folder);
        } catch (IOException full) {
            throw new UncheckedIOException(
                    "libtorch cannot be unpacked (445 MB, once): " + full.getMessage()
                            + "; make room, or name another folder by -Dorg.bytedeco.javacpp.cachedir=DIR",
                    full);
        }
        try {
            Loader.load(torch.class);
        } catch (UnsatisfiedLinkError missing) {
            throw new IllegalStateException(
                    "libtorch must be there for " + Loader.getPlatform() + ", got " + missing.getMessage()
                            + "; it comes for linux-x86_64, linux-arm64, macosx-arm64 and windows-x86_64",
                    missing);
        }
        torch.globalContext().setUserEnabledNNPACK(false); // never faster here, and it complains on standard error
        torch.set_num_threads(threads(System.getenv("OMP_NUM_THREADS")));
        return true;
    }
}
