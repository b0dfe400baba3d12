package org.vung.cli.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vung.data.file.DataFiles;

/** The photo of a label image: the one named, or of a folder the image with the labels' stem. */
record Photos(@Nullable Path given) {

    /** The photo for a stem; empty where none was asked for. */
    Optional<Path> of(String stem) throws IOException {
        if (given == null || !Files.isDirectory(given)) {
            return Optional.ofNullable(given);
        }
        try (Stream<Path> files = Files.list(given)) {
            List<Path> found = files.filter(DataFiles::isImageName)
                    .filter(file -> DataFiles.stem(file).equals(stem))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw DataFiles.missing(
                        given, "folder must hold the photo '" + stem + "' with an ending such as .png, got none");
            }
            return Optional.of(found.get(0));
        }
    }
}
