package org.vung.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/** Runs the usual commands once, so that the launcher can keep the classes they load in an archive. */
final class Rehearsal {

    private Rehearsal() {}

    /**
     * Runs them in silence.
     *
     * @param args the folder of the sample pictures, and a folder to write to
     */
    public static void main(String[] args) {
        String examples = args[0];
        String out = args[1];
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
}
