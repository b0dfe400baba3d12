package org.vung.cli.terminal;

import org.vung.image.file.Existing;
import picocli.CommandLine.Option;

/** Whether a command that writes one file may replace one that is there. */
public final class Overwriting {

    @Option(names = "--overwrite", description = "Replace the file if it exists already.")
    private boolean overwrite;

    /**
     * What happens to a file that is there.
     *
     * @return kept, unless told otherwise
     */
    public Existing existing() {
        return overwrite ? Existing.REPLACE : Existing.KEEP;
    }
}
