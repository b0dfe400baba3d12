package org.vung.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.vung.Segmenter;
import org.vung.nets.foreign.DescriptionFile;
import org.vung.onnx.segment.OnnxSegmenter;
import org.vung.torch.device.Device;
import org.vung.torch.script.ScriptSegmenter;

/** Networks in files of other kinds, as methods: a description beside the file says what its numbers mean. */
final class ForeignFiles {

    /** ONNX. */
    static final String ONNX = ".onnx";

    /** TorchScript, a program. */
    static final String SCRIPT = ".pt";

    private ForeignFiles() {}

    /** The method that a file makes. It is opened when a segmenter is made of it. */
    static Method method(String path) {
        boolean isScript = path.endsWith(SCRIPT);
        return Method.ofRegions(
                path,
                isScript
                        ? "the TorchScript program in this file: a class for every pixel; only with --trust-code"
                        : "the ONNX network in this file: a class for every pixel",
                DescriptionFile.beside(Path.of(path)) + " says what goes in and comes out",
                isScript ? List.of(ModelFiles.DEVICE) : List.of(),
                values -> isScript ? script(path, values) : onnx(path));
    }

    private static Segmenter script(String path, Values values) {
        try {
            return ScriptSegmenter.open(Path.of(path), Device.of(values.text("device")));
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private static Segmenter onnx(String path) {
        try {
            return OnnxSegmenter.open(Path.of(path));
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
