package org.vung.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * An .onnx file, ready to run on ONNX Runtime: our own or any other with one float image going in. Safe to share between
 * threads; holds native memory until closed.
 *
 * <p>One batch is worked by all cores at a time: calls from several threads and of several models queue, since running side by
 * side each would ask for all cores again. Native code is unpacked to the system's temporary folder and loaded when the first
 * model is opened, not before.
 */
public final class OnnxModel implements AutoCloseable {

    private static final Semaphore CORES = new Semaphore(1, true);

    private final Path file;
    private final OrtSession session;
    private final ImageInput input;
    private final Map<String, List<Integer>> outputs;
    private boolean closed;

    private OnnxModel(Path file, OrtSession session) throws OnnxException, OrtException {
        this.file = file;
        this.session = session;
        Signature signature = new Signature(file);
        input = signature.input(session.getInputInfo());
        outputs = signature.outputs(session.getOutputInfo());
    }

    /**
     * How a model is run.
     *
     * @param threads that work on one batch, at least 1
     */
    public record Options(int threads) {

        /** Checks the number. */
        public Options {
            if (threads < 1) {
                throw new IllegalArgumentException("threads must be at least 1, got " + threads);
            }
        }

        /**
         * A thread for every core.
         *
         * @return the options
         */
        public static Options allCores() {
            return new Options(Runtime.getRuntime().availableProcessors());
        }
    }

    /**
     * Opens a file for all cores.
     *
     * @param file the model
     * @return a model that must be closed
     * @throws OnnxException as {@link #open(Path, Options)}
     */
    public static OnnxModel open(Path file) throws OnnxException {
        return open(file, Options.allCores());
    }

    /**
     * Opens a file.
     *
     * @param file the model
     * @param options how it is run
     * @return a model that must be closed
     * @throws OnnxException if the file is missing, damaged, no .onnx, uses what ONNX Runtime does not know, or does not take
     *     one float image of four dimensions
     */
    public static OnnxModel open(Path file, Options options) throws OnnxException {
        OrtSession session = NativeRuntime.session(file, options.threads());
        try {
            return new OnnxModel(file, session);
        } catch (OrtException | RuntimeException | IOException wrong) {
            NativeRuntime.close(session);
            throw NativeRuntime.refusal(file, wrong);
        }
    }

    /**
     * Where images enter.
     *
     * @return name, layout and sizes
     */
    public ImageInput input() {
        return input;
    }

    /**
     * The answers.
     *
     * @return what an answer is called → its dimensions, {@link ImageInput#ANY} where free; in the file's order
     */
    public Map<String, List<Integer>> outputs() {
        return outputs;
    }

    /**
     * Runs the model.
     *
     * @param images [N, C, H, W]; turned to [N, H, W, C] where the model wants that
     * @return what an answer is called → its numbers as float32, in the model's own layout, in the file's order
     * @throws IllegalArgumentException if the model takes no such batch
     * @throws IllegalStateException if the model is closed
     * @throws OnnxException if an operator fails; mostly the network does not take this height and width
     */
    public Map<String, FloatMaps> run(FloatMaps images) throws OnnxException {
        return run(images, outputs.keySet());
    }

    /**
     * Runs the model for some of its answers.
     *
     * @param images as for {@link #run(FloatMaps)}
     * @param wanted names of answers
     * @return as {@link #run(FloatMaps)}, the wanted alone
     * @throws IllegalArgumentException as {@link #run(FloatMaps)}, or if a name is of no answer
     * @throws OnnxException as {@link #run(FloatMaps)}
     */
    public Map<String, FloatMaps> run(FloatMaps images, Set<String> wanted) throws OnnxException {
        if (!outputs.keySet().containsAll(wanted)) {
            throw new IllegalArgumentException("answers must be of " + outputs.keySet() + ", got " + wanted);
        }
        input.check(images.dimensions());
        FloatMaps laidOut = input.layout() == ImageInput.Layout.NHWC ? images.channelsLast() : images;
        CORES.acquireUninterruptibly();
        try {
            if (closed) {
                throw new IllegalStateException("model must be open, got a closed one; keep it open while it runs");
            }
            return answers(laidOut, wanted);
        } catch (OrtException failed) {
            throw new OnnxException(
                    file,
                    "it failed on images of " + images.dimensions() + ": " + NativeRuntime.reason(failed),
                    "try a height and width that are multiples of 32; to segment, say \"multiple\": 32 in its description",
                    failed);
        } finally {
            CORES.release();
        }
    }

    private Map<String, FloatMaps> answers(FloatMaps images, Set<String> wanted) throws OrtException {
        long[] dimensions =
                images.dimensions().stream().mapToLong(Integer::longValue).toArray();
        try (OnnxTensor batch = OnnxTensor.createTensor(
                        OrtEnvironment.getEnvironment(), FloatBuffer.wrap(images.numbers()), dimensions);
                OrtSession.Result result = session.run(Map.of(input.name(), batch), wanted)) {
            Map<String, FloatMaps> answers = new LinkedHashMap<>();
            for (String name : wanted) {
                answers.put(
                        name, NativeRuntime.floats((OnnxTensor) result.get(name).orElseThrow()));
            }
            return answers;
        }
    }

    /** Frees the native memory. A run in another thread is waited for. */
    @Override
    public void close() {
        CORES.acquireUninterruptibly();
        try {
            if (!closed) {
                closed = true;
                NativeRuntime.close(session);
            }
        } finally {
            CORES.release();
        }
    }

    @Override
    public String toString() {
        return file + ": " + input + " → " + outputs.keySet();
    }
}
