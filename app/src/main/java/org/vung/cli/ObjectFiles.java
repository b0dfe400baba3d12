package org.vung.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vung.Instances;
import org.vung.data.coco.CocoResults;
import org.vung.figure.ObjectPicture;
import org.vung.image.Image;
import org.vung.image.file.AtomicFile;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import org.vung.measure.RegionSummary;

/**
 * What is written of objects alone, beside what is written of every answer.
 *
 * @param folder it goes to
 * @param stem its name begins with
 * @param existing what happens to files of these names
 */
record ObjectFiles(Path folder, String stem, Existing existing) {

    static final String RESULTS = ".coco.json";
    static final String SIDE_BY_SIDE = ".classes-and-objects.png";

    /** COCO's results; the image goes by the stem. */
    void write(String file, Instances found, Map<String, String> outputs) throws IOException {
        Path results = folder.resolve(stem + RESULTS);
        AtomicFile.write(results, existing, out -> CocoResults.write(stem, file, found, out));
        outputs.put("coco", results.toString());
    }

    /** The answer as classes beside the answer as objects. */
    void writeSideBySide(Image image, Instances found, Map<String, String> outputs) throws IOException {
        Path figure = folder.resolve(stem + SIDE_BY_SIDE);
        ImageFiles.write(ObjectPicture.sideBySide(image, found), figure, existing);
        outputs.put("side_by_side", figure.toString());
    }

    /** The objects that have pixels, whatever lies above them. */
    static List<RegionSummary> regions(Instances found, Image image) {
        return IntStream.range(0, found.objects().size())
                .boxed()
                .flatMap(at ->
                        RegionSummary.of(at + 1, found.pixels(found.objects().get(at)), image).stream())
                .toList();
    }
}
