package org.vung.data.pair;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vung.data.file.ClassList;
import org.vung.data.file.DataFiles;
import org.vung.data.file.MaskFile;
import org.vung.image.Image;
import org.vung.image.SampleType;
import org.vung.image.codec.ImageException;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.name.Phrase;

/**
 * What masks mean: decided once, from the options and the first mask.
 *
 * @param masks how a mask is read
 * @param classes what its labels mean
 */
record Reading(Masks masks, List<LabelClass> classes) {

    private static final ClassList TWO = ClassList.of(List.of("background", "foreground"));

    /** Decides. */
    static Reading of(Path folder, Phrase options, Path first) throws IOException {
        Optional<ClassList> given = given(folder, options);
        String values = options.word("values", List.of("auto", "binary", "labels", "colours", "objects"));
        Optional<Integer> threshold = options.integer("threshold", 1, 65_535);
        Image picture = ImageFiles.read(first);
        boolean colour = picture.withoutAlpha().channels() == 3;
        boolean alone = given.map(list -> list.classes().size() == 1).orElse(true);
        if (values.equals("objects") || (values.equals("auto") && alone && isDeep(picture, threshold))) {
            return new Reading(
                    new Masks.Objects(),
                    given.orElse(ClassList.of(List.of("object"))).classes());
        }
        if (values.equals("colours") || (values.equals("auto") && isColoured(picture, first, given))) {
            ClassList list = given.filter(ClassList::coloured)
                    .orElseThrow(() -> DataFiles.bad(
                            first,
                            "mask has colours; say what they mean with classes=name:rrggbb+name:rrggbb or a class"
                                    + " list with colours"));
            return new Reading(new Masks.Colour(list.classes(), numbers(options, 16)), list.classes());
        }
        Set<Integer> ignored = numbers(options, 10);
        boolean saved = colour && !isIndexed(first);
        if (threshold.isPresent()) {
            return new Reading(
                    new Masks.Threshold(threshold.get(), ignored, saved),
                    two(given, first).classes());
        }
        if (DataFiles.ending(first).startsWith("jp")) {
            throw DataFiles.bad(
                    first, "JPEG blurs masks; say threshold=128 for the two classes of a black and white mask");
        }
        return grey(given, values, ignored, saved, first);
    }

    private static Reading grey(
            Optional<ClassList> given, String values, Set<Integer> ignored, boolean saved, Path first)
            throws IOException {
        boolean binary = values.equals("binary")
                || (values.equals("auto")
                        && given.map(list -> list.classes().size() == 2).orElse(true));
        if (given.isEmpty() && (values.equals("labels") || !isTwo(first, saved, ignored))) {
            throw DataFiles.bad(
                    first,
                    "mask has other values than 0 and 255, or 0 and 1; say what they mean with classes=…,"
                            + " or threshold=128 for shades, or values=objects for ids");
        }
        ClassList list = binary ? two(given, first) : given.orElse(TWO);
        return new Reading(new Masks.Grey(list.classes().size(), ignored, binary, saved), list.classes());
    }

    private static Optional<ClassList> given(Path folder, Phrase options) throws IOException {
        Path file = folder.resolve("classes.txt");
        if (options.text("classes").isPresent()) {
            return Optional.of(ClassList.parse(options.text("classes", ""), folder));
        }
        return Files.exists(file) ? Optional.of(ClassList.read(file)) : Optional.empty();
    }

    private static ClassList two(Optional<ClassList> given, Path first) throws ImageException {
        ClassList list = given.orElse(TWO);
        if (list.classes().size() != 2) {
            throw DataFiles.bad(
                    first,
                    "a black and white mask must have 2 classes, got "
                            + list.classes().size() + "; name two, or say values=labels");
        }
        return list;
    }

    private static boolean isDeep(Image picture, Optional<Integer> threshold) {
        return picture.type() == SampleType.UINT16 && picture.channels() == 1 && threshold.isEmpty();
    }

    /** Colours that are meant: not a palette of labels, not grey saved as colour. */
    private static boolean isColoured(Image picture, Path first, Optional<ClassList> given) throws ImageException {
        if (picture.withoutAlpha().channels() != 3 || isIndexed(first)) {
            return false;
        }
        for (int rgb : MaskFile.colours(picture, first)) {
            if (rgb != (rgb & 0xFF) * 0x010101) {
                return true;
            }
        }
        return given.filter(ClassList::coloured).isPresent();
    }

    private static boolean isIndexed(Path first) {
        try {
            return MaskFile.labels(first).count() > 0;
        } catch (ImageException colours) {
            return false;
        }
    }

    private static boolean isTwo(Path first, boolean saved, Set<Integer> ignored) throws ImageException {
        LabelMap stored = saved ? MaskFile.greys(first) : MaskFile.labels(first);
        Set<Integer> present = new TreeSet<>();
        for (int label : stored.sharedLabels()) {
            if (present.size() > 3) {
                return false;
            }
            present.add(label);
        }
        present.removeAll(ignored);
        return Set.of(0, 1).containsAll(present)
                || Set.of(0, 255).containsAll(present)
                || Set.of(0, 65_535).containsAll(present);
    }

    private static Set<Integer> numbers(Phrase options, int radix) {
        Set<Integer> numbers = new TreeSet<>();
        for (String text : options.text("ignore").map(all -> all.split("\\+")).orElse(new String[0])) {
            try {
                numbers.add(Integer.parseInt(text.strip(), radix));
            } catch (NumberFormatException noNumber) {
                throw new IllegalArgumentException("ignore must be "
                        + (radix == 16 ? "colours like ff00ff" : "whole numbers like 255") + " with + between, got '"
                        + text + "'");
            }
        }
        return Set.copyOf(numbers);
    }
}
