package org.vung.cli.input;

import java.util.List;
import java.util.Optional;
import org.vung.image.Image;
import org.vung.image.ImageRows;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Limits;

/** Where the pixels of an input come from. */
@FunctionalInterface
public interface Source {

    /**
     * Reads its pages.
     *
     * @param limits what is accepted; with one page, no more than the first is read
     * @return at least one page
     * @throws ImageException if it cannot be read
     */
    List<Image> pages(Limits limits) throws ImageException;

    /**
     * Opens its first page to read it row by row.
     *
     * @param limits what is accepted
     * @return the rows, which must be closed; empty where it must be read whole
     * @throws ImageException if it cannot be read
     */
    default Optional<ImageRows> rows(Limits limits) throws ImageException {
        return Optional.empty();
    }
}
