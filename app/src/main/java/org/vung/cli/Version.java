package org.vung.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, which Maven writes into {@code version.txt}. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"vung " + text()};
    }

    static String text() {
        try (InputStream file = Version.class.getResourceAsStream("version.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
