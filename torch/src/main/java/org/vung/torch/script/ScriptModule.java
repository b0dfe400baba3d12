package org.vung.torch.script;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.GenericDict;
import org.bytedeco.pytorch.GenericDictIterator;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.vung.nets.foreign.FloatArray;
import org.vung.nets.weights.WeightFileException;
import org.vung.torch.device.Device;
import org.vung.torch.device.DeviceException;
import org.vung.torch.run.Libtorch;
import org.vung.torch.run.Tensors;

/** A TorchScript module, ready to run: one float image goes in, a tensor or a dictionary of tensors comes out. */
final class ScriptModule implements AutoCloseable {

    private static final Pattern RAISED = Pattern.compile("[\\w.]*Error: ");
    private static final int LONGEST_REASON = 200;

    private final Path file;
    private final JitModule module;
    private final Device device;
    private boolean closed;

    private ScriptModule(Path file, JitModule module, Device device) {
        this.file = file;
        this.module = module;
        this.device = device;
    }

    /**
     * Loads a file that was checked to be TorchScript.
     *
     * @param file the module
     * @param asked where to run
     * @return it, set to inference; must be closed
     * @throws WeightFileException if libtorch refuses it
     */
    static ScriptModule load(Path file, Device asked) throws WeightFileException {
        Libtorch.load();
        Device device = asked.here();
        torch.setGraphExecutorOptimize(false); // it would profile and compile anew for every size of image
        try (PointerScope scope = new PointerScope()) {
            JitModule module = torch.load(file.toString());
            module.eval();
            device.place(module);
            module.retainReference();
            return new ScriptModule(file, module, device);
        } catch (RuntimeException refused) {
            throw new WeightFileException(
                    file.toString(),
                    "libtorch refuses it: " + reason(refused) + "; save it again by torch.jit.save",
                    refused);
        }
    }

    /**
     * Runs the module.
     *
     * @param image [1, C, H, W]
     * @param output name in a dictionary of answers; null for the only one, or the one called {@code out}
     * @return the answer as float32
     * @throws IOException if it fails, or answers with something else
     */
    FloatArray run(FloatArray image, @Nullable String output) throws IOException {
        Libtorch.cores().acquireUninterruptibly();
        try (PointerScope scope = new PointerScope();
                NoGradGuard inference = new NoGradGuard()) {
            if (closed) {
                throw new IllegalStateException("module must be open, got a closed one; keep it open while it runs");
            }
            long[] dimensions =
                    image.dimensions().stream().mapToLong(Integer::longValue).toArray();
            IValue input = new IValue(device.place(Tensor.create(image.numbers(), dimensions)));
            return array(tensor(forward(image.dimensions(), input), output));
        } finally {
            Libtorch.cores().release();
        }
    }

    private IValue forward(List<Integer> dimensions, IValue image) throws WeightFileException {
        try {
            return module.forward(new IValueVector(image));
        } catch (RuntimeException failed) {
            if (DeviceException.worded(failed) instanceof DeviceException full) {
                throw full;
            }
            throw new WeightFileException(
                    file.toString(),
                    "it failed on an image of " + dimensions + ": " + reason(failed)
                            + "; check channels, \"size\" and \"multiple\" of its description",
                    failed);
        }
    }

    private Tensor tensor(IValue answer, @Nullable String output) throws WeightFileException {
        if (answer.isTensor()) {
            return answer.toTensor();
        }
        if (!answer.isGenericDict()) {
            throw new WeightFileException(
                    file.toString(),
                    "it must answer with a tensor or a dictionary of tensors, got "
                            + answer.tagKind().getString() + "; script a module around it that returns its scores");
        }
        Map<String, Tensor> answers = tensors(answer.toGenericDict());
        String name = output != null
                ? output
                : answers.size() == 1 ? answers.keySet().iterator().next() : "out";
        Tensor tensor = answers.get(name);
        if (tensor == null) {
            throw new WeightFileException(
                    file.toString(),
                    "its description must name one of its outputs " + answers.keySet() + ", got "
                            + (output == null ? "none" : output) + "; write \"output\": …");
        }
        return tensor;
    }

    private static Map<String, Tensor> tensors(GenericDict dictionary) {
        Map<String, Tensor> tensors = new TreeMap<>();
        GenericDictIterator end = dictionary.end();
        for (GenericDictIterator at = dictionary.begin(); at.notEquals(end); at.increment()) {
            IValue value = at.access().value();
            IValue key = at.access().key();
            if (key.isString() && value.isTensor()) {
                tensors.put(key.toStringRef().getString(), value.toTensor());
            }
        }
        return tensors;
    }

    private static FloatArray array(Tensor tensor) {
        List<Integer> dimensions = new ArrayList<>();
        for (long axis = 0; axis < tensor.dim(); axis++) {
            dimensions.add(Math.toIntExact(tensor.size(axis)));
        }
        return new FloatArray(dimensions, Tensors.toFloats(tensor));
    }

    /** What was raised inside a program, or the first line, shortened. */
    private static String reason(RuntimeException failed) {
        List<String> lines = String.valueOf(failed.getMessage()).lines().toList();
        String line = lines.stream()
                .filter(each -> RAISED.matcher(each).lookingAt())
                .reduce((first, last) -> last)
                .orElse(lines.isEmpty() ? "unknown" : lines.get(0));
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
    }

    /** Frees the module. A run in another thread is waited for. */
    @Override
    public void close() {
        Libtorch.cores().acquireUninterruptibly();
        try {
            if (!closed) {
                closed = true;
                module.releaseReference();
            }
        } finally {
            Libtorch.cores().release();
        }
    }
}
