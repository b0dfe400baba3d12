package org.vung.applications.fire;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vung.applications.sheet.Work;
import org.vung.image.Image;
import org.vung.image.file.ImageFiles;
import org.vung.measure.PixelSize;
import org.vung.measure.rule.Rule;
import org.vung.measure.rule.RuleBook;

/**
 * How often a rule takes photos without fire for fire.
 *
 * @param kind of photos
 * @param photos looked at
 * @param named those that raised an alarm
 */
record FalseAlarms(String kind, int photos, List<String> named) {

    FalseAlarms {
        named = List.copyOf(named);
    }

    /** Judges every photo of a folder by itself. */
    static FalseAlarms in(String kind, Path folder, Perimeter.FlameFinder flames, Rule rule) throws IOException {
        List<String> named = new ArrayList<>();
        List<Path> files = Work.matching(folder, "*.{png,jpg,jpeg}");
        RuleBook book = new RuleBook(List.of(rule));
        for (Path file : files) {
            Image photo = ImageFiles.read(file);
            boolean[] fire = flames.in(photo);
            Sighting sighting = new Sighting(0, photo.size(), PixelSize.NONE, fire, fire);
            if (!book.judge(sighting.measure()).isEmpty()) {
                named.add(String.valueOf(file.getFileName()));
            }
        }
        return new FalseAlarms(kind, files.size(), named);
    }

    String text() {
        return named.size() + " of " + photos + " " + kind;
    }
}
