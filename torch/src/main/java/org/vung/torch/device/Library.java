package org.vung.torch.device;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Brings libtorch into the process.
 *
 * <p>The first use on a machine unpacks it into JavaCPP's cache: 445 MB, or 1.6 GB with CUDA. All of it is unpacked before any
 * of it is loaded: JavaCPP would load {@code libtorch.so} while {@code libtorch_cpu.so} is still in the jar, and on a machine that
 * has another libtorch installed the linker then takes that one and the process dies. For the same reason libtorch's part for
 * CUDA is loaded here before JavaCPP comes to it: where NVIDIA's libraries are missing, that one would be taken, too.
 */
public final class Library {

    private static final String PHYSICAL_LIMIT = "org.bytedeco.javacpp.maxPhysicalBytes";
    private static final String PLATFORM = Loader.getPlatform();
    private static final String FOLDER = "/org/bytedeco/pytorch/" + PLATFORM + "/";
    private static final String CUDA_FOLDER = "/org/bytedeco/pytorch/" + PLATFORM + "-gpu/";
    private static final String NVIDIA_FOLDER = "/org/bytedeco/cuda/" + PLATFORM + "/";

    private static final class Once {
        static final Optional<DeviceException> FAILURE = tried();
    }

    private Library() {}

    /**
     * Returns when libtorch is there.
     *
     * @throws DeviceException if it is not to be had; the message says why
     */
    public static void load() {
        if (Once.FAILURE.isPresent()) {
            DeviceException first = Once.FAILURE.get();
            throw new DeviceException(first.kind(), String.valueOf(first.getMessage()), first);
        }
    }

    private static Optional<DeviceException> tried() {
        // JavaCPP would refuse to allocate once the process passes twice the Java heap, which large images do by right.
        if (System.getProperty(PHYSICAL_LIMIT) == null) {
            System.setProperty(PHYSICAL_LIMIT, "0");
        }
        try {
            boolean cuda = torch.class.getResource(CUDA_FOLDER + file("torch_cuda")) != null;
            if (cuda) {
                loadCuda();
            } else {
                Loader.cacheResources(torch.class, FOLDER);
            }
            Loader.load(torch.class);
            torch.globalContext().setUserEnabledNNPACK(false); // never faster here, and it complains on standard error
            torch.set_num_threads(threads(System.getenv("OMP_NUM_THREADS")));
            if (cuda) {
                exact();
            }
            return Optional.empty();
        } catch (IOException full) {
            return failure(
                    "libtorch cannot be unpacked (445 MB, 1.6 GB with CUDA, once): " + full.getMessage()
                            + "; make room, or name another folder by -Dorg.bytedeco.javacpp.cachedir=DIR",
                    full);
        } catch (DeviceException worded) {
            return Optional.of(worded);
        } catch (UnsatisfiedLinkError missing) {
            return failure(
                    "libtorch must be there for " + PLATFORM + ", got " + missing.getMessage()
                            + "; it comes for linux-x86_64, linux-arm64, macosx-arm64 and windows-x86_64",
                    missing);
        }
    }

    private static Optional<DeviceException> failure(String message, Throwable cause) {
        return Optional.of(new DeviceException(DeviceException.Kind.ABSENT, message, cause));
    }

    private static String file(String library) {
        return System.mapLibraryName(library);
    }

    /** Loads libtorch with CUDA by the paths of its own files, after what it needs of others. */
    private static void loadCuda() throws IOException {
        List<Path> nvidia = files(NVIDIA_FOLDER);
        List<Path> ours = files(CUDA_FOLDER);
        Loader.load(org.bytedeco.openblas.presets.openblas.class);
        loadAny(nvidia);
        try {
            for (String name :
                    List.of("gomp", "c10", "torch_cpu", "c10_cuda", "torch_cuda", "torch_cuda_linalg", "torch")) {
                for (Path path : ours) {
                    String at = path.getFileName().toString();
                    if (at.equals(file(name)) || at.startsWith(file(name) + ".")) {
                        System.load(path.toString());
                    }
                }
            }
        } catch (UnsatisfiedLinkError missing) {
            String message = String.valueOf(missing.getMessage());
            throw new DeviceException(
                    DeviceException.Kind.ABSENT,
                    "libtorch with CUDA must find NVIDIA's libraries, got "
                            + message.substring(message.lastIndexOf("/") + 1)
                            + "; install CUDA 13, cuDNN 9 and NCCL 2 and name their folders in LD_LIBRARY_PATH, or build"
                            + " without -Pcuda",
                    missing);
        }
    }

    /** The unpacked files of a folder of the class path; none if it is not there. */
    private static List<Path> files(String folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (File unpacked : Objects.requireNonNullElse(Loader.cacheResources(torch.class, folder), new File[0])) {
            try (Stream<Path> inside = Files.walk(unpacked.toPath())) {
                inside.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        return files;
    }

    /** Loads libraries that need one another, in whatever order it takes; those that cannot be loaded are left to who needs them. */
    private static void loadAny(List<Path> libraries) {
        List<Path> left = new ArrayList<>(libraries);
        while (left.removeIf(Library::isLoaded)) {
            // again, for those that needed one that came later
        }
    }

    private static boolean isLoaded(Path library) {
        try {
            System.load(library.toString());
            return true;
        } catch (UnsatisfiedLinkError needsAnother) {
            return false;
        }
    }

    /** float32 as it is defined, not rounded to the 10 bits of TF32; the same numbers at every run. */
    private static void exact() {
        torch.globalContext()
                .setFloat32Precision(torch.Float32Backend.CUDA, torch.Float32Op.ALL, torch.Float32Precision.IEEE);
        torch.globalContext().setDeterministicCuDNN(true);
    }

    /** As many as were asked for, else one a processor. */
    private static int threads(@Nullable String asked) {
        boolean number = asked != null && asked.matches("[1-9][0-9]{0,3}");
        return number ? Integer.parseInt(asked) : Runtime.getRuntime().availableProcessors();
    }
}
