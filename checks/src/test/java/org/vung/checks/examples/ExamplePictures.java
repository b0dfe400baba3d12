package org.vung.checks.examples;

import java.io.IOException;
import java.nio.file.Path;
import org.vung.checks.examples.street.Street;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;

/** Writes the sample pictures; run by {@code examples/make}. */
public final class ExamplePictures {

    private ExamplePictures() {}

    /**
     * Paints and writes the pictures.
     *
     * @param args the folder to write into
     * @throws IOException if writing fails
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        ImageFiles.write(StillLife.paint(480, 640), folder.resolve("still-life.jpg"), Existing.REPLACE);
        ImageFiles.write(Page.paint(400, 560), folder.resolve("page.png"), Existing.REPLACE);
        ImageFiles.write(Cells.paint(384, 512), folder.resolve("cells.png"), Existing.REPLACE);
        ImageFiles.write(Fundus.paint(584, 565), folder.resolve("retina.jpg"), Existing.REPLACE);
        ImageFiles.write(Street.paint(360, 480), folder.resolve("street.jpg"), Existing.REPLACE);
        ImageFiles.write(Suburb.paint(400, 400), folder.resolve("suburb.jpg"), Existing.REPLACE);
        ImageFiles.write(Field.paint(966, 1296), folder.resolve("field.jpg"), Existing.REPLACE);
    }
}
