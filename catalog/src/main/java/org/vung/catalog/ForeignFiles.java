package org.vung.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.vung.Segmenter;
import org.vung.nets.foreign.DescriptionFile;
import org.vung.onnx.segment.OnnxSegmenter;
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
        return new Method(
                path,
                isScript
                        ? "the TorchScript program in this file: a class for every pixel; only with --trust-code"
                        : "the ONNX network in this file: a class for every pixel",
                DescriptionFile.beside(Path.of(path)) + " says what goes in and comes out",
                List.of(),
                values -> open(Path.of(path), isScript));
    }

    private static Segmenter open(Path path, boolean isScript) {
        try {
            return isScript ? ScriptSegmenter.open(path) : OnnxSegmenter.open(path);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
