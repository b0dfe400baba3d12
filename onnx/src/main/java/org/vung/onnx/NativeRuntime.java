package org.vung.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.vung.onnx.format.Envelope;

/** ONNX Runtime: sessions over files, arrays out of native memory, its failures in our words. */
final class NativeRuntime {

    private static final int HIGHEST_FIELD = 26; // of ModelProto: 25 is functions, 26 configuration
    private static final int GRAPH_FIELD = 7;
    private static final int LONGEST_REASON = 200;

    private static final Pattern PREFACE =
            Pattern.compile("^Error code - \\w+ - message: (Load model from .* failed:)?\\s*");

    private NativeRuntime() {}

    /** A session over a file. */
    static OrtSession session(Path file, int threads) throws OnnxException {
        check(file);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            OrtEnvironment runtime = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "vung");
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            // Threads that wait by spinning would take the cores from whoever runs next.
            options.addConfigEntry("session.force_spinning_stop", "1");
            // Images come in many sizes, and the plan of each would be kept.
            options.setMemoryPatternOptimization(false);
            return runtime.createSession(file.toString(), options);
        } catch (OrtException refused) {
            throw refusal(file, refused);
        } catch (LinkageError | IllegalStateException missing) {
            throw new OnnxException(
                    file,
                    "ONNX Runtime cannot be loaded: " + root(missing),
                    "make room in the temporary folder (45 MB), or name the libraries by -Donnxruntime.native.path=DIR",
                    missing);
        }
    }

    /** The first cause, for what loads the libraries wraps it twice. */
    private static Throwable root(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : root(cause);
    }

    private static void check(Path file) throws OnnxException {
        if (!Files.isRegularFile(file)) {
            String what = Files.exists(file) ? "it is no regular file" : "it does not exist";
            throw new OnnxException(file, what, "name an .onnx file");
        }
        try {
            Optional<String> fault = Envelope.fault(file, HIGHEST_FIELD, GRAPH_FIELD);
            if (fault.isPresent()) {
                throw new OnnxException(
                        file, "it is no .onnx file, or damaged: " + fault.get(), "fetch or export it again");
            }
        } catch (OnnxException worded) {
            throw worded;
        } catch (IOException unreadable) {
            throw new OnnxException(
                    file, "it cannot be read: " + unreadable.getMessage(), "check its permissions", unreadable);
        }
    }

    /** The one kind of failure that opening a file ends in. */
    static OnnxException refusal(Path file, Exception wrong) {
        return wrong instanceof OnnxException worded
                ? worded
                : new OnnxException(
                        file,
                        "ONNX Runtime refuses it: " + reason(wrong),
                        "export it again, with operators that version 1.29 knows",
                        wrong);
    }

    /** The first line of a reason, without ONNX Runtime's own preface, shortened. */
    static String reason(Exception wrong) {
        String message = String.valueOf(wrong.getMessage());
        String line =
                PREFACE.matcher(message.lines().findFirst().orElse("unknown")).replaceFirst("");
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
    }

    /** Frees a session. */
    static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException failed) {
            throw new IllegalStateException("session must be open to be closed, got " + failed.getMessage(), failed);
        }
    }

    /** An array of numbers of any kind as float32, copied out of native memory. */
    static FloatMaps floats(OnnxTensor tensor) {
        int[] dimensions = LongStream.of(tensor.getInfo().getShape())
                .mapToInt(Math::toIntExact)
                .toArray();
        return new FloatMaps(Arrays.stream(dimensions).boxed().toList(), numbers(tensor));
    }

    private static float[] numbers(OnnxTensor tensor) {
        return switch (tensor.getInfo().type) {
            case DOUBLE -> {
                DoubleBuffer doubles = tensor.getDoubleBuffer();
                yield numbers(doubles.remaining(), doubles::get);
            }
            case INT64 -> {
                LongBuffer longs = tensor.getLongBuffer();
                yield numbers(longs.remaining(), longs::get);
            }
            case INT32 -> {
                IntBuffer ints = tensor.getIntBuffer();
                yield numbers(ints.remaining(), ints::get);
            }
            case UINT8 -> {
                ByteBuffer unsigned = tensor.getByteBuffer();
                yield numbers(unsigned.remaining(), at -> unsigned.get(at) & 0xFF);
            }
            case INT8, BOOL -> {
                ByteBuffer bytes = tensor.getByteBuffer();
                yield numbers(bytes.remaining(), bytes::get);
            }
            default -> {
                FloatBuffer floats = tensor.getFloatBuffer(); // float32, or widened to it
                float[] copy = new float[floats.remaining()];
                floats.get(copy);
                yield copy;
            }
        };
    }

    private static float[] numbers(int count, IntToDoubleFunction number) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) number.applyAsDouble(i);
        }
        return numbers;
    }
}
