package org.vung.data.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vung.data.file.DataFiles;
import org.vung.data.file.MaskFile;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.image.codec.ImageException;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelMap;

/** Looks at a mask file as it is stored, before its values are given a meaning. */
final class MaskCheck {

    private MaskCheck() {}

    /** Whether the file can be read as a picture at all. */
    static boolean isPicture(Path file) {
        try {
            return ImageFiles.read(file).height() > 0;
        } catch (ImageException broken) {
            return false;
        }
    }

    /** What interpolation or JPEG left in the mask; {@code harmless} where a threshold divides it into two classes anyway. */
    static Optional<Finding> damage(Path file, boolean harmless) {
        Severity severity = harmless ? Severity.WARNING : Severity.ERROR;
        try {
            if (isJpeg(file)) {
                return Optional.of(new Finding(
                        severity,
                        Kind.DAMAGED_MASK,
                        DataFiles.slashes(file),
                        "mask is a JPEG, which changes labels at every border",
                        "export the annotation again, as PNG"));
            }
            Mixtures mixtures = mixtures(file);
            return mixtures.isDamage() ? Optional.of(damaged(severity, file, mixtures)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty(); // is a finding of its own where the truth is read
        }
    }

    private static Finding damaged(Severity severity, Path file, Mixtures mixtures) {
        return new Finding(
                severity,
                Kind.DAMAGED_MASK,
                DataFiles.slashes(file),
                mixtures.between() + " of " + mixtures.border() + " pixels at borders hold one of " + mixtures.values()
                        + " values between their neighbours': the mask was interpolated",
                "resize masks by nearest neighbour, without smoothing, and save them as PNG");
    }

    private static Mixtures mixtures(Path file) throws ImageException {
        try {
            LabelMap labels = MaskFile.labels(file);
            return Mixtures.of(labels.sharedLabels(), labels.size(), false);
        } catch (ImageException colours) {
            Image image = ImageFiles.read(file);
            Size size = image.size();
            return Mixtures.of(MaskFile.colours(image, file), size, true);
        }
    }

    private static boolean isJpeg(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.read() == 0xFF && bytes.read() == 0xD8;
        }
    }
}
