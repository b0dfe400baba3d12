package org.vung.cli.input;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vung.image.Image;
import org.vung.image.ImageRows;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Limits;
import org.vung.image.file.ImageFiles;

/** A file on the disk. */
record FileSource(Path file) implements Source {

    @Override
    public List<Image> pages(Limits limits) throws ImageException {
        return limits.pages() == 1 ? List.of(ImageFiles.read(file, limits)) : ImageFiles.readPages(file, limits);
    }

    @Override
    public Optional<ImageRows> rows(Limits limits) throws ImageException {
        return ImageFiles.rows(file, limits);
    }
}
