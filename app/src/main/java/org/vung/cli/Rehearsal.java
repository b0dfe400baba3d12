package org.vung.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vung.catalog.Catalog;
import org.vung.catalog.Method;

/** Tells the launcher which methods are no networks, and runs the usual commands once, so that it can archive their classes. */
final class Rehearsal {

    private Rehearsal() {}

    /**
     * Writes the names into a file {@code methods}, in one line, and runs the commands in silence.
     *
     * @param args the folder of the sample pictures, and a folder to write to
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] args) throws IOException {
        String examples = args[0];
        String out = args[1];
        Files.writeString(Path.of(out, "methods"), String.join(" ", classical()) + "\n");
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        String photo = Path.of(examples, "still-life.jpg").toString();
        String page = Path.of(examples, "page.png").toString();
        String[][] commands = {
            {"--help"},
            {"segment", "--help"},
            {"compare", "--help"},
            {"methods"},
            {"methods", "kmeans"},
            {"segment", photo, "-o", out + "/photo"},
            {"segment", photo, page, "-o", out + "/json", "--json", "--seed", "1"},
            {"compare", photo, "-m", "otsu", "-m", "kmeans", "-o", out + "/compare.png"},
            {"explain", "conv-transpose"},
            {"model", "list"},
            {"segment", "--no-such-option"},
        };
        for (String[] command : commands) {
            Vung.run(command, InputStream.nullInputStream(), nowhere, nowhere);
        }
    }

    /** Methods that no device can be chosen for. */
    private static List<String> classical() {
        return Catalog.all().stream()
                .filter(method -> method.options().stream()
                        .noneMatch(option -> option.name().equals("device")))
                .map(Method::name)
                .toList();
    }
}
