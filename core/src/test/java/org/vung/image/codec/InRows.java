package org.vung.image.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vung.image.Image;
import org.vung.image.ImageRows;
import org.vung.image.file.ImageFiles;

/** The same file read from the disk, some rows at a time. */
public final class InRows {

    private InRows() {}

    /** Where rows come in order, they are those of the picture. */
    public static void assertSame(byte[] file, Image picture) {
        try {
            Path place = Files.createTempFile("rows", "");
            try {
                Files.write(place, file);
                assertSame(place, picture);
            } finally {
                Files.delete(place);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Reads one row, then three, and so on. Returns how many rows were compared. */
    public static int assertSame(Path file, Image picture) throws IOException {
        Optional<ImageRows> found = ImageFiles.rows(file, Limits.standard());
        if (found.isEmpty()) {
            return 0;
        }
        try (ImageRows rows = found.get()) {
            assertThat(rows.size()).isEqualTo(picture.size());
            int done = 0;
            for (int most = 1; done < picture.height(); most = 4 - most) {
                Image band = rows.next(most);
                assertThat(band.height()).isBetween(1, most);
                assertThat(band).isEqualTo(picture.rows(done, band.height()));
                done += band.height();
            }
            return done;
        }
    }
}
