package org.vung.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real images with real truth, where {@code VUNG_DATA} names their folder. */
public final class RealData {

    private RealData() {}

    /** A folder of it; the test is skipped, visibly, where it is not there. */
    public static Path folder(String name) {
        String root = System.getenv("VUNG_DATA");
        assumeTrue(root != null, "VUNG_DATA is not set");
        Path folder = Path.of(root, name);
        assumeTrue(Files.isDirectory(folder), folder + " is not there");
        return folder;
    }
}
