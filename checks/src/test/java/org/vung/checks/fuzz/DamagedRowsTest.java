package org.vung.checks.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vung.image.Image;
import org.vung.image.ImageRows;
import org.vung.image.codec.Format;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Limits;
import org.vung.image.file.ImageFiles;

/** Damaged files read some rows at a time: the rows of the picture, or one worded error where the whole gives one, too. */
class DamagedRowsTest {

    private static final int FILES = 400;
    private static final Limits LIMITS = new Limits(1 << 22, 1 << 26, 1 << 24, 1);

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"PNG", "TIFF"})
    void damageGivesTheSameInRowsAsAtOnce(Format format) throws IOException {
        Damage damage = new Damage(Seeds.of(List.of()).of(format));
        List<String> different = new ArrayList<>();
        int same = 0;
        int refused = 0;
        for (int number = 0; number < FILES; number++) {
            Path file = Files.write(folder.resolve("damaged"), damage.variant(number));
            Optional<Image> whole = whole(file);
            String answer = inRows(file, whole);
            same += answer.equals("same") && whole.isPresent() ? 1 : 0;
            refused += answer.equals("same") && whole.isEmpty() ? 1 : 0;
            if (!answer.equals("same") && !answer.equals("whole only")) {
                different.add(number + ": " + answer);
            }
        }
        assertThat(different).isEmpty();
        assertThat(same).as("read").isPositive();
        assertThat(refused).as("refused").isPositive();
    }

    private static Optional<Image> whole(Path file) {
        try {
            return Optional.of(ImageFiles.read(file, LIMITS));
        } catch (ImageException refused) {
            return Optional.empty();
        }
    }

    private static String inRows(Path file, Optional<Image> whole) throws IOException {
        try {
            Optional<ImageRows> found = ImageFiles.rows(file, LIMITS);
            if (found.isEmpty()) {
                return "whole only";
            }
            try (ImageRows rows = found.get()) {
                for (int done = 0; done < rows.size().height(); ) {
                    Image band = rows.next(5);
                    if (whole.isPresent() && !band.equals(whole.get().rows(done, band.height()))) {
                        return "other pixels from row " + done + " on";
                    }
                    done += band.height();
                }
            }
            return whole.isPresent() ? "same" : "read in rows, refused at once";
        } catch (ImageException refused) {
            return whole.isEmpty() ? "same" : "refused in rows: " + refused.getMessage();
        }
    }
}
