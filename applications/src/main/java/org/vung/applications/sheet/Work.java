package org.vung.applications.sheet;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vung.image.Image;
import org.vung.image.codec.ImageException;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that every application has: which images, where to write, by which rules to decide. */
public final class Work {

    @Parameters(
            arity = "0..*",
            paramLabel = "IMAGE",
            description = {
                "Your images, in their order, or folders of them.",
                "None: the material in the folder VUNG_DATA."
            })
    private List<Path> images = new ArrayList<>();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Folder for what is written; made if missing. Default: out/ and the application's name.")
    private @Nullable Path out;

    @Option(names = "--overwrite", description = "Replace files that exist already.")
    private boolean overwrite;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "Rules by which to decide. Default: rules.yaml of the application.")
    private @Nullable Path rules;

    /** None but the usual ones. */
    public Work() {}

    /**
     * Whether images were named, so that nothing is known of them but their pixels.
     *
     * @return false where the material at hand is taken
     */
    public boolean ownImages() {
        return !images.isEmpty();
    }

    /**
     * The images that were named; folders stand for the image files in them, by name.
     *
     * @return at least one
     * @throws IOException if a folder cannot be read or holds no image
     */
    public List<Path> images() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path image : images) {
            all.addAll(
                    Files.isDirectory(image)
                            ? matching(image, "*.{png,jpg,jpeg,tif,tiff,PNG,JPG,JPEG,TIF,TIFF}")
                            : List.of(image));
        }
        return all;
    }

    /**
     * Files of a folder.
     *
     * @param folder of them
     * @param pattern of their names, such as {@code *.png}
     * @return by name, at least one
     * @throws IOException if it cannot be read or no name matches
     */
    public static List<Path> matching(Path folder, String pattern) throws IOException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        if (!Files.isDirectory(folder)) {
            throw new ImageException(ImageException.Kind.IO, folder + ": no such folder; check the path, or VUNG_DATA");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> matcher.matches(file.getFileName()))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new ImageException(ImageException.Kind.IO, folder + ": holds no " + pattern + "; check the path");
            }
            return found;
        }
    }

    /**
     * The material at hand.
     *
     * @param name of a folder in it
     * @return the folder
     * @throws UsageException if the environment variable VUNG_DATA does not say where it is
     */
    public static Path material(String name) {
        return Optional.ofNullable(System.getenv("VUNG_DATA"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .orElseThrow(() -> new UsageException(
                        "IMAGE must be given, or VUNG_DATA name the folder that holds " + name + "/, got neither"));
    }

    /**
     * The file of rules.
     *
     * @param application whose rules are taken where none were named
     * @return its path
     */
    public Path rules(String application) {
        Path home = Path.of(System.getProperty("vung.home", "")).resolve("applications");
        return rules != null ? rules : home.resolve(application).resolve("rules.yaml");
    }

    /**
     * The folder to write to; made if missing.
     *
     * @param application whose name it has where none was given
     * @return its path
     * @throws IOException if it cannot be made, or holds files that may not be replaced
     */
    public Path out(String application) throws IOException {
        Path folder = Files.createDirectories(out != null ? out : Path.of("out", application));
        try (Stream<Path> files = Files.list(folder)) {
            if (!overwrite && files.findAny().isPresent()) {
                throw new ImageException(
                        ImageException.Kind.IO,
                        folder + " holds files already; add --overwrite or name another folder with -o");
            }
        }
        return folder;
    }

    /**
     * What happens to files that are there.
     *
     * @return kept, unless told otherwise
     */
    public Existing existing() {
        return overwrite ? Existing.REPLACE : Existing.KEEP;
    }

    /**
     * Writes a picture.
     *
     * @param picture 8-bit RGB
     * @param file ends in .png
     * @throws IOException if it is there already and may not be replaced, or cannot be written
     */
    public void write(Image picture, Path file) throws IOException {
        ImageFiles.write(picture, file, existing());
    }
}
