package org.vung.data.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.ImageException.Kind;

/** Finds and reads the files of a data set; what goes wrong is one line that names the file. */
public final class DataFiles {

    private static final Set<String> IMAGES =
            Set.of("png", "jpg", "jpeg", "tif", "tiff", "bmp", "gif", "webp", "ppm", "pgm", "pbm", "pnm");
    /** A list of names or a class list is never larger. */
    private static final long MOST_TEXT = 64L << 20;

    private DataFiles() {}

    /**
     * The image files of a folder and the folders in it.
     *
     * @param folder to look through
     * @param depth 1 for the folder alone
     * @return sorted by path; other files and hidden ones are left out
     * @throws IOException if the folder cannot be read
     */
    public static List<Path> images(Path folder, int depth) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw missing(folder, "no such folder");
        }
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(DataFiles::isImage)
                    .sorted((one, two) -> slashes(one).compareTo(slashes(two)))
                    .toList();
        }
    }

    private static boolean isImage(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && isImageName(file) && !Files.isDirectory(file);
    }

    /**
     * Whether a file is a picture by its name.
     *
     * @param file any name
     * @return true for the endings of pictures that are read
     */
    public static boolean isImageName(Path file) {
        return IMAGES.contains(ending(file));
    }

    /**
     * A file's ending.
     *
     * @param file any name
     * @return in small letters, without the dot; empty where there is none
     */
    public static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * A file's name without its ending.
     *
     * @param file any name
     * @return the name
     */
    public static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 1 ? name : name.substring(0, dot);
    }

    /**
     * A file's path below a folder, without its ending.
     *
     * @param folder above the file
     * @param file in it or deeper
     * @return with slashes on every system
     */
    public static String name(Path folder, Path file) {
        Path inside = folder.relativize(file);
        return slashes(inside.resolveSibling(stem(file)));
    }

    /**
     * The group of a name: what comes before a mark.
     *
     * @param name of an item
     * @param mark such as {@code _}; empty for none
     * @return the name itself where the mark is not in it, or begins it
     */
    public static String group(String name, String mark) {
        int at = mark.isEmpty() ? -1 : name.indexOf(mark);
        return at <= 0 ? name : name.substring(0, at);
    }

    /**
     * A path as it is written on every system.
     *
     * @param path any
     * @return with slashes
     */
    public static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    /**
     * A path that a file of the data set names.
     *
     * @param folder it is below
     * @param name relative, with slashes
     * @param source the file that names it
     * @return the path
     * @throws ImageException if it leads out of the folder
     */
    public static Path inside(Path folder, String name, Path source) throws ImageException {
        try {
            Path path = folder.resolve(name).normalize();
            if (path.startsWith(folder.normalize()) && !name.isEmpty()) {
                return path;
            }
        } catch (java.nio.file.InvalidPathException noPath) {
            // falls through to the message that both faults share
        }
        throw bad(source, "file names must stay inside " + folder + ", got '" + shown(name) + "'");
    }

    /**
     * The lines of a text.
     *
     * @param file UTF-8, at most 64 MiB
     * @return stripped, without empty ones
     * @throws ImageException if it cannot be read
     */
    public static List<String> lines(Path file) throws ImageException {
        List<String> lines = new ArrayList<>();
        for (String line : text(file, MOST_TEXT).split("\\R", -1)) {
            if (!line.isBlank()) {
                lines.add(line.strip());
            }
        }
        return lines;
    }

    /**
     * A whole text.
     *
     * @param file UTF-8
     * @param most bytes that are read
     * @return without a byte order mark
     * @throws ImageException if it cannot be read or is longer
     */
    public static String text(Path file, long most) throws ImageException {
        try {
            long length = Files.size(file);
            if (length > most) {
                throw new ImageException(
                        Kind.LIMIT, file + ": the file has " + length + " bytes, the limit is " + most + " bytes");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException absent) {
            throw missing(file, "no such file");
        } catch (CharacterCodingException notText) {
            throw bad(file, "must be text in UTF-8, got other bytes");
        } catch (ImageException worded) {
            throw worded;
        } catch (IOException failed) {
            throw new ImageException(Kind.IO, file + ": cannot be read: " + failed.getMessage(), failed);
        }
    }

    /**
     * A file of the set is damaged or not what its format asks for.
     *
     * @param file that is wrong
     * @param problem what is wrong and the mend
     * @return the error to throw
     */
    public static ImageException bad(Path file, String problem) {
        return new ImageException(Kind.BAD_INPUT, file + ": " + problem);
    }

    /**
     * A file or folder is not there.
     *
     * @param path of it
     * @param problem {@code no such file}
     * @return the error to throw
     */
    public static ImageException missing(Path path, String problem) {
        return new ImageException(Kind.IO, path + ": " + problem + "; check the path");
    }

    /**
     * As much of a text as fits into a message.
     *
     * @param text any
     * @return at most 60 letters
     */
    public static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}
