package org.vung.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command answered. */
record Run(int code, String out, String err) {

    static Run of(String... args) {
        return withInput(new byte[0], args);
    }

    static Run withInput(byte[] input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Vung.run(
                args,
                new ByteArrayInputStream(input),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    JsonNode json() {
        return new JsonMapper().readTree(out);
    }

    /** A photo of three flat colours: 60 pixels red, 24 green, 12 blue. */
    static Path photo(Path file) throws Exception {
        byte[] samples = new byte[8 * 12 * 3];
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 12; column++) {
                int channel = row < 5 ? 0 : row < 7 ? 1 : 2;
                samples[(row * 12 + column) * 3 + channel] = (byte) 200;
            }
        }
        ImageFiles.write(Image.wrap(new Size(8, 12), Layout.RGB, samples), file, Existing.KEEP);
        return file;
    }
}
