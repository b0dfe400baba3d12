package org.vung.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vung.image.Image;
import org.vung.image.codec.Format;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.ImageException.Kind;
import org.vung.image.codec.Limits;
import org.vung.image.file.Download;
import org.vung.image.file.ImageFiles;

/**
 * Turns the words of a command line into inputs. A folder stands for the image files in it, told by their first bytes; a word
 * with a sign of a pattern (star, question mark, bracket, brace) stands for the files that match; {@code -} is standard
 * input; a word that begins with http:// or https:// is fetched. What is wrong with a word comes out when its input is read, so that it does not stop the others.
 */
public final class Inputs {

    private static final Path HERE = Path.of("");

    private final InputStream standardInput;
    private final boolean recursive;
    private final Path outputs;
    private final Naming naming = new Naming();
    private final List<Input> inputs = new ArrayList<>();

    /**
     * Inputs of one command.
     *
     * @param standardInput what {@code -} reads
     * @param recursive whether folders stand for the files of their folders, too
     * @param outputs the output folder; folders are not searched below it
     */
    public Inputs(InputStream standardInput, boolean recursive, Path outputs) {
        this.standardInput = standardInput;
        this.recursive = recursive;
        this.outputs = outputs.toAbsolutePath().normalize();
    }

    /**
     * Expands the words.
     *
     * @param words as typed
     * @return inputs in the order of the words, files of a folder by name
     */
    public List<Input> of(List<String> words) {
        for (String word : words) {
            add(word);
        }
        return List.copyOf(inputs);
    }

    private void add(String word) {
        if (word.equals("-")) {
            add(word, HERE, "stdin", this::standardInput);
        } else if (word.startsWith("http://") || word.startsWith("https://")) {
            add(word, HERE, stemOfAddress(word), limits -> download(word, limits));
        } else if (Files.isDirectory(Path.of(word))) {
            addFolder(Path.of(word));
        } else if (!Files.exists(Path.of(word)) && isPattern(word)) {
            addMatches(word);
        } else {
            addFile(Path.of(word), HERE);
        }
    }

    private void add(String name, Path folder, String stem, Source source) {
        inputs.add(new Input(name, folder, naming.unique(folder, stem), source));
    }

    private void addFile(Path file, Path folder) {
        add(file.toString(), folder, Naming.stem(String.valueOf(file.getFileName())), new FileSource(file));
    }

    private void addFolder(Path folder) {
        List<Path> files = walk(folder, recursive ? Integer.MAX_VALUE : 1, true);
        for (Path file : files) {
            Path below = folder.relativize(file).getParent();
            addFile(file, below == null ? HERE : below);
        }
        if (files.isEmpty()) {
            addNothing(folder.toString(), "holds no image; name a folder with images, or add --recursive");
        }
    }

    private void addMatches(String pattern) {
        Path root = root(pattern);
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        int depth =
                pattern.contains("**") ? Integer.MAX_VALUE : Path.of(pattern).getNameCount();
        boolean any = false;
        for (Path file : walk(root, depth, false)) {
            if (matcher.matches(file)) {
                addFile(file, HERE);
                any = true;
            }
        }
        if (!any) {
            addNothing(pattern, "no file matches; check the pattern");
        }
    }

    private void addNothing(String name, String complaint) {
        add(name, HERE, name, limits -> {
            throw new ImageException(Kind.IO, name + ": " + complaint);
        });
    }

    /** The files below a folder by name; hidden ones and the outputs of this command are left out. */
    private List<Path> walk(Path folder, int depth, boolean imagesOnly) {
        List<Path> files = new ArrayList<>();
        boolean within = folder.toAbsolutePath().normalize().startsWith(outputs);
        try (Stream<Path> all = Files.walk(folder, depth)) {
            all.filter(file -> within || !file.toAbsolutePath().normalize().startsWith(outputs))
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .filter(file -> Files.isRegularFile(file) && (!imagesOnly || isImage(file)))
                    .sorted()
                    .forEach(files::add);
        } catch (IOException | UncheckedIOException unreadable) {
            addNothing(folder.toString(), "cannot be listed: " + unreadable.getMessage());
        }
        return files;
    }

    private static boolean isImage(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Format.of(in.readNBytes(Format.HEAD)).isPresent();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean isPattern(String word) {
        return word.chars().anyMatch(sign -> "*?[{".indexOf(sign) >= 0);
    }

    /** The folder above the first name with a sign of a pattern. */
    private static Path root(String pattern) {
        Path all = Path.of(pattern);
        Path root = all.isAbsolute() ? all.getRoot() : HERE;
        for (Path name : all) {
            if (isPattern(name.toString())) {
                break;
            }
            root = root.resolve(name);
        }
        return root;
    }

    private List<Image> standardInput(Limits limits) throws ImageException {
        try {
            byte[] content = standardInput.readNBytes((int) Math.min(limits.fileBytes(), Integer.MAX_VALUE - 16));
            return ImageFiles.readPages(content, "standard input", limits);
        } catch (ImageException refused) {
            throw refused;
        } catch (IOException broken) {
            throw new ImageException(Kind.IO, "standard input: cannot be read: " + broken.getMessage(), broken);
        }
    }

    private static List<Image> download(String address, Limits limits) throws ImageException {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException wrong) {
            throw new ImageException(
                    Kind.BAD_INPUT, address + ": is no address (" + wrong.getReason() + "); check it", wrong);
        }
        return ImageFiles.readPages(Download.fetch(uri, Download.Options.standard()), address, limits);
    }

    /** The last name of the path, without query and ending. */
    private static String stemOfAddress(String address) {
        int end = address.length();
        for (char sign : new char[] {'?', '#'}) {
            int at = address.indexOf(sign);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        String name = Naming.stem(address.substring(address.lastIndexOf('/', end - 1) + 1, end));
        return name.isEmpty() ? "download" : name;
    }
}
