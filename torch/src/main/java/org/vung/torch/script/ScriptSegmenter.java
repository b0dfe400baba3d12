package org.vung.torch.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.vung.nets.foreign.Description;
import org.vung.nets.foreign.DescriptionFile;
import org.vung.nets.foreign.FloatArray;
import org.vung.nets.foreign.ForeignNetwork;
import org.vung.nets.foreign.ForeignSegmenter;
import org.vung.nets.weights.WeightFileException;
import org.vung.torch.device.Device;

/**
 * A TorchScript file as a segmenter. The file is a program that libtorch runs: a hostile one may read and write what this process
 * may. Open only what comes from where you trust.
 */
public final class ScriptSegmenter {

    private static final int PROBE = 64;

    private ScriptSegmenter() {}

    /**
     * Opens a file and reads the description beside it.
     *
     * @param file such as {@code net.pt}, written by {@code torch.jit.save}; {@code net.pt.json} lies beside it
     * @param device where to run
     * @return a segmenter that must be closed
     * @throws WeightFileException if the file is no TorchScript, or there is no description, or none that fits; the message
     *     shows one to write
     */
    public static ForeignSegmenter open(Path file, Device device) throws WeightFileException {
        check(file);
        ScriptModule module = ScriptModule.load(file, device);
        try {
            boolean described = Files.exists(DescriptionFile.beside(file));
            DescriptionFile.Example example = described ? new DescriptionFile.Example(3, 2, true) : tried(module);
            Description description = DescriptionFile.of(file, example);
            return new ForeignSegmenter(new Adapted(file, module, description.output()), description);
        } catch (WeightFileException | RuntimeException wrong) {
            module.close();
            throw wrong;
        }
    }

    /** Tells a program from weights alone before libtorch sees it. */
    private static void check(Path file) throws WeightFileException {
        if (!Files.isRegularFile(file)) {
            throw new WeightFileException(
                    file.toString(), "a TorchScript file must exist, got none; name one written by torch.jit.save");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.stream().noneMatch(entry -> entry.getName().contains("/code/"))) {
                throw new WeightFileException(
                        file.toString(),
                        "a TorchScript file must hold code, got weights alone; give them a network by 'vung model import'");
            }
        } catch (WeightFileException worded) {
            throw worded;
        } catch (IOException | IllegalArgumentException broken) {
            throw new WeightFileException(
                    file.toString(),
                    "a TorchScript file must be a whole zip, got: " + broken.getMessage()
                            + "; fetch it again, or save it" + " by torch.jit.save",
                    broken);
        }
    }

    /** What a small black image tells of a module's shapes. */
    private static DescriptionFile.Example tried(ScriptModule module) {
        for (int channels : List.of(3, 1)) {
            Optional<List<Integer>> answer = answer(module, channels);
            if (answer.isPresent()) {
                int planes = answer.get().size() == 4 ? answer.get().get(1) : 2;
                return new DescriptionFile.Example(channels, planes, true);
            }
        }
        return new DescriptionFile.Example(3, 2, true);
    }

    private static Optional<List<Integer>> answer(ScriptModule module, int channels) {
        try {
            float[] black = new float[channels * PROBE * PROBE];
            FloatArray image = new FloatArray(List.of(1, channels, PROBE, PROBE), black);
            return Optional.of(module.run(image, null).dimensions());
        } catch (IOException otherShape) {
            return Optional.empty();
        }
    }

    /** A module as a network of one answer. */
    private record Adapted(
            Path path, ScriptModule module, @Nullable String output) implements ForeignNetwork {

        @Override
        public String file() {
            return path.toString();
        }

        @Override
        public Takes takes() {
            return Takes.ANYTHING;
        }

        @Override
        public FloatArray run(FloatArray image) throws IOException {
            return module.run(image, output);
        }

        @Override
        public void close() {
            module.close();
        }
    }
}
