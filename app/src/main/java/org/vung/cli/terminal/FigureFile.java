package org.vung.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vung.image.Image;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;

/** A figure on disk: its folder is made if missing, as {@code segment} makes its own. */
public final class FigureFile {

    private FigureFile() {}

    /**
     * Writes a figure.
     *
     * @param figure the picture
     * @param file where it goes; .png, .jpg or .tif
     * @param overwrite whether a file of that name may be replaced
     * @throws IOException if the folder cannot be made or the file not written
     */
    public static void write(Image figure, Path file, boolean overwrite) throws IOException {
        Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
        ImageFiles.write(figure, file, overwrite ? Existing.REPLACE : Existing.KEEP);
    }
}
