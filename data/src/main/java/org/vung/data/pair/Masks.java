package org.vung.data.pair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vung.data.ClassMap;
import org.vung.data.Truth;
import org.vung.data.file.DataFiles;
import org.vung.data.file.Ids;
import org.vung.data.file.MaskFile;
import org.vung.image.Image;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;

/** How the pixels of a mask file are to be understood. */
interface Masks {

    /** Reads one mask. */
    Truth read(Path file) throws IOException;

    /** Labels, or two classes as 0 and 1, 0 and 255, or 0 and 65535. */
    record Grey(int classes, Set<Integer> ignored, boolean binary, boolean colour) implements Masks {
        @Override
        public Truth read(Path file) throws IOException {
            LabelMap stored = colour ? MaskFile.greys(file) : MaskFile.labels(file);
            String mend = binary
                    ? "a mask of two classes has 0 and 255, or 0 and 1: say threshold=128 for shades between,"
                            + " classes=… for more classes, ignore=… for pixels nobody knows"
                    : "name the class in classes=…, or say ignore=… for pixels nobody knows";
            return Ids.classes(stored, this::label, file, mend);
        }

        private int label(int value) {
            if (ignored.contains(value)) {
                return ClassMap.IGNORE;
            }
            boolean white = binary && (value == 255 || value == 65_535);
            return white ? 1 : value < classes ? value : Ids.UNKNOWN;
        }
    }

    /** Two classes: class 1 from a grey value on. */
    record Threshold(int least, Set<Integer> ignored, boolean colour) implements Masks {
        @Override
        public Truth read(Path file) throws IOException {
            LabelMap stored = colour ? MaskFile.greys(file) : MaskFile.labels(file);
            return Ids.classes(
                    stored,
                    value -> ignored.contains(value) ? ClassMap.IGNORE : value >= least ? 1 : 0,
                    file,
                    "threshold takes 8 and 16-bit masks");
        }
    }

    /** A colour per class. */
    record Colour(List<LabelClass> classes, Set<Integer> ignored) implements Masks {
        @Override
        public Truth read(Path file) throws IOException {
            Image image = ImageFiles.read(file);
            int[] pixels = MaskFile.colours(image, file);
            Map<Integer, Integer> labels = new HashMap<>();
            ignored.forEach(rgb -> labels.put(rgb, ClassMap.IGNORE));
            for (int label = 0; label < classes.size(); label++) {
                labels.putIfAbsent(classes.get(label).rgb(), label);
            }
            for (int pixel = 0; pixel < pixels.length; pixel++) {
                Integer label = labels.get(pixels[pixel]);
                if (label == null) {
                    int width = image.width();
                    throw DataFiles.bad(
                            file,
                            String.format(
                                    "holds colour #%06X at row %d, column %d, which has no class; give it one in"
                                            + " classes=name:rrggbb, or say ignore=rrggbb",
                                    pixels[pixel], pixel / width, pixel % width));
                }
                pixels[pixel] = label;
            }
            return new ClassMap(LabelMap.wrap(image.size(), pixels));
        }
    }

    /** An id per object. */
    record Objects() implements Masks {
        @Override
        public Truth read(Path file) throws IOException {
            return Ids.objects(MaskFile.labels(file), 0);
        }
    }
}
