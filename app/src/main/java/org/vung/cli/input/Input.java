package org.vung.cli.input;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One image to read.
 *
 * @param name as the person knows it: a path, a URL, {@code -}
 * @param folder where its outputs go below the output folder, so that the files of a folder keep their places
 * @param stem the beginning of its outputs' names, like no other input's in the same folder
 * @param source where its pixels come from
 */
public record Input(String name, Path folder, String stem, Source source) {

    /**
     * The end of the name.
     *
     * @return such as {@code photo.png}
     */
    public String fileName() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /**
     * The file that it is.
     *
     * @return empty where it comes from elsewhere
     */
    public Optional<Path> file() {
        return source instanceof FileSource file ? Optional.of(file.file()) : Optional.empty();
    }
}
