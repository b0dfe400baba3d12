package org.vung.data.write;

import java.io.IOException;
import java.nio.file.Path;
import org.vung.data.Dataset;

/** Writes data sets of one format. */
@FunctionalInterface
public interface DatasetWriter {

    /**
     * Writes a data set.
     *
     * @param set what is written, seen as the format sees it
     * @param out an empty folder
     * @param notes takes what the format cannot hold
     * @throws IOException if something cannot be read, written or held at all
     */
    void write(Dataset set, Path out, Notes notes) throws IOException;
}
