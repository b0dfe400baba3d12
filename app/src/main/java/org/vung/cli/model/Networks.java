package org.vung.cli.model;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vung.catalog.model.TrainedModels;
import org.vung.image.codec.ImageException;
import org.vung.nets.file.ModelFile;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphJson;
import org.vung.nets.layer.Extent;
import org.vung.nets.model.Model;
import org.vung.nets.model.Models;
import org.vung.nets.numbers.Deterministic;
import org.vung.nets.numbers.Numbers;

/** Networks by name, and those in files. */
final class Networks {

    static final String MODEL_FILE = ".vung";
    private static final String GRAPH_FILE = ".json";
    private static final long MOST = 64L << 20;

    private Networks() {}

    static List<String> names() {
        return Models.all().stream().map(Model::name).toList();
    }

    /** Whether a word is neither a known name nor looks like a file. */
    static boolean isUnknown(String word) {
        return !names().contains(word) && !word.endsWith(GRAPH_FILE) && !isModelFile(word);
    }

    /** Whether a word names a file with weights, or a model that comes trained. */
    static boolean isModelFile(String word) {
        return word.endsWith(MODEL_FILE) || TrainedModels.named(word).isPresent();
    }

    /**
     * A network and its numbers.
     *
     * @param graph the network
     * @param numbers a model file's own; for networks without any by a formula of their names
     * @param file what else the model file says; empty for networks without one
     */
    record Found(Graph graph, Numbers numbers, Optional<ModelFile> file) {

        /** The same network for images of another size. */
        Found sized(Extent image) {
            return new Found(graph.sized(image), numbers, file);
        }
    }

    /** A network by its name, from a file of JSON or from a model file. */
    static Found find(String word) throws IOException {
        if (isModelFile(word)) {
            ModelFile model = TrainedModels.read(word);
            return new Found(model.graph(), model.numbers(), Optional.of(model));
        }
        Graph graph = names().contains(word) ? Models.named(word).graph() : read(word);
        return new Found(graph, Deterministic::numbers, Optional.empty());
    }

    private static Graph read(String word) throws IOException {
        try {
            Path file = Path.of(word);
            if (!Files.isRegularFile(file)) {
                throw new ImageException(
                        ImageException.Kind.IO, word + ": no such file; name a graph file such as net.json");
            }
            if (Files.size(file) > MOST) {
                throw new ImageException(
                        ImageException.Kind.LIMIT,
                        word + ": a graph file must be at most 64 MiB, got " + (Files.size(file) >> 20) + " MiB");
            }
            return GraphJson.read(Files.readString(file));
        } catch (CharacterCodingException binary) {
            throw new IllegalArgumentException(word + ": a graph file must be UTF-8 text, got other bytes", binary);
        } catch (InvalidPathException wrong) {
            throw new IllegalArgumentException(
                    word + ": network must be a file name, got " + wrong.getMessage(), wrong);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(word + ": " + wrong.getMessage(), wrong);
        }
    }
}
