package org.vung.cli.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vung.cli.input.Input;
import org.vung.data.file.DataFiles;
import org.vung.data.scene.LegendFile;
import org.vung.image.Image;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Limits;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelMap;
import org.vung.measure.scene.Legend;

/**
 * A label image on the disk.
 *
 * @param labels as stored
 * @param legend what they stand for
 */
record LabelFile(LabelMap labels, Legend legend) {

    /** The label that ground truth has where nobody knows. */
    private static final int UNKNOWN = 255;

    /** The colour that PASCAL VOC gives to it. */
    private static final List<Integer> VOC_UNKNOWN = List.of(224, 224, 192);

    /** The file of an input; standard input and addresses hold photos, not labels with files beside them. */
    static Path path(Input input) throws IOException {
        if (input.file().isEmpty()) {
            input.source().pages(Limits.standard()); // its own word first, if nothing is there
            throw new ImageException(
                    ImageException.Kind.BAD_INPUT, input.name() + ": labels must be a file; save it first");
        }
        return input.file().get();
    }

    /**
     * Reads one. Names are those typed, else those of the JSON beside it, else labels go by their numbers.
     *
     * @param file of labels
     * @param names typed; may be none
     * @param ignored label that stays out; empty to look at the palette
     */
    static LabelFile read(Path file, List<String> names, Optional<Integer> ignored) throws IOException {
        LabelMap labels = ImageFiles.readLabels(file, Limits.standard());
        Legend legend = names.isEmpty() ? LegendFile.beside(file).orElse(Legend.numbers()) : Legend.classes(names);
        int out = ignored.isPresent() ? ignored.get() : isUnknownInPalette(labels, file) ? UNKNOWN : -1;
        Legend cut = out < 0 ? legend : legend.ignoring(out);
        try {
            int[] areas = labels.areas();
            for (int label = 0; label < areas.length; label++) {
                if (areas[label] > 0) {
                    cut.classOf(label);
                }
            }
        } catch (IllegalArgumentException wrong) {
            throw DataFiles.bad(file, wrong.getMessage() + "; add --ignore N for a label that shall stay out");
        }
        return new LabelFile(labels, cut);
    }

    private static boolean isUnknownInPalette(LabelMap labels, Path file) throws IOException {
        if (labels.count() != UNKNOWN + 1) {
            return false;
        }
        int[] values = labels.sharedLabels();
        int pixel = 0;
        while (values[pixel] != UNKNOWN) {
            pixel++;
        }
        Image picture = ImageFiles.read(file);
        int row = pixel / labels.size().width();
        int column = pixel % labels.size().width();
        return picture.colourChannels() == 3
                && (int) picture.sample(row, column, 0) == VOC_UNKNOWN.get(0)
                && (int) picture.sample(row, column, 1) == VOC_UNKNOWN.get(1)
                && (int) picture.sample(row, column, 2) == VOC_UNKNOWN.get(2);
    }
}
