package org.vung.data.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.vung.data.Dataset;
import org.vung.data.write.DatasetWriter;
import org.vung.name.Phrase;

/**
 * A format of data sets.
 *
 * @param name that people type
 * @param description one line
 * @param options with their meanings
 * @param signs whether a folder looks like it
 * @param opening opens a folder
 * @param holds what it writes truth as
 * @param writer writes a folder
 */
record DataFormat(
        String name,
        String description,
        Map<String, String> options,
        Signs signs,
        Opening opening,
        Holds holds,
        DatasetWriter writer) {

    /** What a format holds. */
    enum Holds {
        /** A class for every pixel. */
        CLASSES,
        /** Objects with their masks. */
        OBJECTS,
        /** Classes, and objects where there are any. */
        BOTH
    }

    /** Looks at the names in a folder. */
    @FunctionalInterface
    interface Signs {
        /** Whether they are those of the format. */
        boolean in(Path folder) throws IOException;
    }

    /** Opens a folder. */
    @FunctionalInterface
    interface Opening {
        /** Lists its items. */
        Dataset open(Path folder, Phrase options) throws IOException;
    }
}
