package org.vung.torch.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.vung.image.file.AtomicFile;
import org.vung.image.file.Existing;
import org.vung.nets.weights.NamedTensor;
import org.vung.nets.weights.Weights;
import org.vung.nets.weights.safetensors.SafetensorsFile;
import org.vung.torch.run.Tensors;

/**
 * All that a training needs to go on as if nothing had happened, as safetensors: the numbers, what the optimiser remembers, and
 * where it is. Written to a temporary name, synced and renamed, so that one whole checkpoint is there at any moment.
 *
 * @param step steps that are done
 * @param best the best score so far, NaN for none
 * @param stale looks since then
 * @param plan the plan's text, which must be the same to go on
 * @param processes that train together, each with a batch of its own; must be the same to go on
 */
record Checkpoint(long step, double best, int stale, String plan, int processes) {

    static final String FILE = "state/checkpoint.safetensors";

    static final Checkpoint NONE = new Checkpoint(0, Double.NaN, 0, "", 1);

    void write(Path folder, Map<String, Tensor> tensors) throws IOException {
        List<NamedTensor> named = new ArrayList<>();
        try (PointerScope scope = new PointerScope()) {
            tensors.forEach((name, tensor) -> named.add(
                    NamedTensor.of(name, List.of(Math.toIntExact(tensor.numel())), Tensors.toFloats(tensor))));
        }
        Map<String, String> about = new LinkedHashMap<>();
        about.put("step", Long.toString(step));
        about.put("best", Double.toHexString(best));
        about.put("stale", Integer.toString(stale));
        about.put("plan", plan);
        about.put("processes", Integer.toString(processes));
        SafetensorsFile file = new SafetensorsFile(Weights.of(named), about);
        AtomicFile.write(folder.resolve(FILE), Existing.REPLACE, file::writeTo);
    }

    /** Reads a checkpoint into tensors that are there already. */
    static Checkpoint read(Path folder, Map<String, Tensor> tensors) throws IOException {
        Path path = folder.resolve(FILE);
        SafetensorsFile file = SafetensorsFile.read(path);
        try (PointerScope scope = new PointerScope();
                NoGradGuard plain = new NoGradGuard()) {
            tensors.forEach((name, tensor) -> tensor.copy_(Tensor.create(numbers(file, name, tensor.numel()))));
            Map<String, String> about = file.metadata();
            return new Checkpoint(
                    Long.parseLong(about.getOrDefault("step", "")),
                    Double.parseDouble(about.getOrDefault("best", "")),
                    Integer.parseInt(about.getOrDefault("stale", "")),
                    about.getOrDefault("plan", ""),
                    Integer.parseInt(about.getOrDefault("processes", "1")));
        } catch (IllegalArgumentException wrong) {
            throw new IOException(
                    path + " must be a checkpoint of this plan: " + wrong.getMessage() + "; begin a new run", wrong);
        }
    }

    private static float[] numbers(SafetensorsFile file, String name, long count) {
        NamedTensor tensor =
                file.weights().find(name).orElseThrow(() -> new IllegalArgumentException("there is no '" + name + "'"));
        if (tensor.numbers() != count) {
            throw new IllegalArgumentException(
                    "'" + name + "' must have " + count + " numbers, got " + tensor.numbers());
        }
        return tensor.floats();
    }
}
