package org.vung.cli.terminal;

import java.nio.file.Path;
import org.vung.image.file.Existing;
import picocli.CommandLine.Option;

/** Where a command writes the files of each of its inputs. */
public final class OutFolder {

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Folder for what is written; made if missing. Default: ${DEFAULT-VALUE}.",
            defaultValue = "out")
    private Path out = Path.of("");

    @Option(names = "--overwrite", description = "Replace files that exist already.")
    private boolean overwrite;

    /** Options at their defaults. */
    public OutFolder() {}

    /**
     * The folder.
     *
     * @return perhaps not there yet
     */
    public Path path() {
        return out;
    }

    /**
     * What happens to files that are there.
     *
     * @return kept, unless told otherwise
     */
    public Existing existing() {
        return overwrite ? Existing.REPLACE : Existing.KEEP;
    }
}
