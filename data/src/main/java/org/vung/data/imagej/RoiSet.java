package org.vung.data.imagej;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.vung.data.outline.Drawing;
import org.vung.data.outline.Outlined;

/**
 * Writes a drawing as an ImageJ ROI set: a zip with a {@code .roi} per region, named by its number and class. The ROI itself is named
 * by class and score.
 */
public final class RoiSet {

    /** The earliest that a zip can tell; the same drawing gives the same bytes. */
    private static final LocalDateTime WRITTEN = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final int LONGEST_NAME = 60;

    private RoiSet() {}

    /**
     * Writes a drawing.
     *
     * @param drawing of an image
     * @param out gets the zip; stays open
     * @throws IOException if it cannot be written
     */
    public static void write(Drawing drawing, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        int digits = Math.max(
                4,
                String.valueOf(drawing.regions().stream()
                                .mapToInt(Outlined::id)
                                .max()
                                .orElse(0))
                        .length());
        for (Outlined region : drawing.regions()) {
            String number = String.format(Locale.ROOT, "%0" + digits + "d", region.id());
            ZipEntry entry = new ZipEntry(number + fileName(drawing.name(region)) + ".roi");
            entry.setTimeLocal(WRITTEN);
            zip.putNextEntry(entry);
            Roi roi = new Roi(drawing.title(region), properties(drawing, region), region.rgb());
            zip.write(roi.bytes(drawing.polygons(region)));
            zip.closeEntry();
        }
        zip.finish();
    }

    private static String fileName(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{M}\\p{N}.]+", "-").replaceAll("^-|-$", "");
        int end = plain.offsetByCodePoints(0, Math.min(LONGEST_NAME, plain.codePointCount(0, plain.length())));
        return plain.isEmpty() ? "" : "-" + plain.substring(0, end);
    }

    /** Lines of key and value, as ImageJ keeps them. */
    private static String properties(Drawing drawing, Outlined region) {
        StringBuilder lines = new StringBuilder("id: " + region.id() + "\n");
        if (region.category() >= 0) {
            lines.append("class: ").append(escaped(drawing.name(region))).append('\n');
        }
        region.score().ifPresent(score -> lines.append("score: ").append(score).append('\n'));
        return lines.append("area_px: ")
                .append(region.mask().area())
                .append('\n')
                .toString();
    }

    /** As {@code java.util.Properties} reads it, which ImageJ uses. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.chars().forEach(letter -> {
            if (letter >= ' ' && letter <= '~' && letter != '\\') {
                safe.append((char) letter);
            } else {
                safe.append(String.format("\\u%04X", letter));
            }
        });
        return safe.toString();
    }
}
