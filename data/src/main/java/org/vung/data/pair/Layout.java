package org.vung.data.pair;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vung.data.file.DataFiles;
import org.vung.name.Phrase;

/**
 * Where images and masks lie.
 *
 * @param images folder of the images
 * @param masks folder of the masks; may be the same
 * @param fov folder of the fields of view
 * @param ground folder of pictures that say where class 0 is known
 */
record Layout(Path images, Path masks, Optional<Path> fov, Optional<Path> ground) {

    private static final List<String> IMAGES = List.of("images", "image", "imgs", "img", "photos");
    /** DRIVE's manual comes first: its folder 'mask' is the field of view. */
    private static final List<String> MASKS = List.of(
            "1st_manual",
            "masks",
            "mask",
            "labels",
            "label",
            "truth",
            "groundtruth",
            "ground_truth",
            "gt",
            "annotations",
            "annotation",
            "segmentations");

    private static final List<String> ABOVE = List.of("", "train", "training", "data");
    /** What the names of masks end in where they lie beside their images. */
    static final List<String> SUFFIXES =
            List.of("_mask", "-mask", "_label", "-label", "_gt", "-gt", "_truth", "_seg", "-seg", "_annotation", "_L");

    /** What options say, and what the names of folders tell. */
    static Layout of(Path folder, Phrase options) throws IOException {
        Optional<Path> images = options.text("images").map(folder::resolve);
        Optional<Path> masks = options.text("masks").map(folder::resolve);
        Optional<Path> fov = options.text("fov").map(folder::resolve);
        Optional<Path> ground = options.text("ground").map(folder::resolve);
        if (images.isPresent() && masks.isPresent()) {
            return new Layout(images.get(), masks.get(), fov, ground);
        }
        if (images.isPresent() && isBeside(images.get(), options)) {
            return new Layout(images.get(), images.get(), fov, ground);
        }
        Layout found = find(folder, options)
                .orElseThrow(() -> DataFiles.bad(
                        folder,
                        "no folders of images and masks were recognised; say where they are, as in"
                                + " pairs:images=photos,masks=labels"));
        return new Layout(images.orElse(found.images), masks.orElse(found.masks), fov.or(found::fov), ground);
    }

    /** Folders with the usual names, or pairs in one folder. */
    static Optional<Layout> find(Path folder, Phrase options) throws IOException {
        for (String above : ABOVE) {
            Path root = folder.resolve(above);
            Optional<Path> images = first(root, IMAGES);
            Optional<Path> masks = first(root, MASKS);
            if (images.isPresent() && masks.isPresent()) {
                boolean drive = masks.get().endsWith("1st_manual") && Files.isDirectory(root.resolve("mask"));
                Optional<Path> fov = drive ? Optional.of(root.resolve("mask")) : Optional.empty();
                return Optional.of(new Layout(images.get(), masks.get(), fov, Optional.empty()));
            }
        }
        return isBeside(folder, options)
                ? Optional.of(new Layout(folder, folder, Optional.empty(), Optional.empty()))
                : Optional.empty();
    }

    private static Optional<Path> first(Path root, List<String> names) {
        return names.stream().map(root::resolve).filter(Files::isDirectory).findFirst();
    }

    private static boolean isBeside(Path folder, Phrase options) throws IOException {
        return options.text("mask-suffix").isPresent()
                || (Files.isDirectory(folder)
                        && suffix(DataFiles.images(folder, 1)).isPresent());
    }

    /** The suffix that some names have and that leaves another name when it is taken off. */
    static Optional<String> suffix(List<Path> files) {
        List<String> stems = files.stream().map(DataFiles::stem).toList();
        java.util.Set<String> all = new java.util.HashSet<>(stems);
        return SUFFIXES.stream()
                .filter(suffix -> stems.stream()
                        .anyMatch(stem -> stem.endsWith(suffix)
                                && all.contains(stem.substring(0, stem.length() - suffix.length()))))
                .findFirst();
    }
}
