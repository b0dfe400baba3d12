package org.vung.cli.model;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.vung.image.codec.ImageException;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphJson;

/**
 * Networks by name, and those in files.
 *
 * @param names of all that {@code named} knows
 * @param named a name → its network
 */
public record Networks(List<String> names, Function<String, Graph> named) {

    private static final long MOST = 64L << 20;

    /** Only those in files. */
    public static final Networks FILES = new Networks(List.of(), name -> {
        throw new IllegalArgumentException("network must be a graph file, got '" + name + "'");
    });

    /** Copies the list. */
    public Networks {
        names = List.copyOf(names);
    }

    /** Whether a word is neither a known name nor looks like a file. */
    boolean isUnknown(String word) {
        return !names.contains(word) && !word.endsWith(".json");
    }

    /** A network by its name or from a file of JSON. */
    Graph find(String word) throws IOException {
        return names.contains(word) ? named.apply(word) : read(word);
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
