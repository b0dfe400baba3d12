package org.vung.checks.examples;

import java.io.IOException;
import java.nio.file.Path;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;

/** Writes the sample pictures; run by {@code examples/make}. */
public final class ExamplePictures {

    private ExamplePictures() {}

    /**
     * Paints and writes the three pictures.
     *
     * @param args the folder to write into
     * @throws IOException if writing fails
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        ImageFiles.write(StillLife.paint(480, 640), folder.resolve("still-life.jpg"), Existing.REPLACE);
        ImageFiles.write(Page.paint(400, 560), folder.resolve("page.png"), Existing.REPLACE);
        ImageFiles.write(Cells.paint(384, 512), folder.resolve("cells.png"), Existing.REPLACE);
    }
}
