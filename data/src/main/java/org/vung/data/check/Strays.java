package org.vung.data.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.file.DataFiles;

/** Finds pictures that lie among those of a set and belong to none of its items. */
final class Strays {

    private final Set<Path> used = new TreeSet<>();
    private final Set<Path> imageFolders = new TreeSet<>();
    private final Set<Path> truthFolders = new TreeSet<>();
    private String suffix = "";

    private Strays(List<Dataset> parts) {
        for (Dataset part : parts) {
            for (Item item : part.items()) {
                add(item);
            }
        }
    }

    private void add(Item item) {
        used.add(item.image());
        used.add(item.truth());
        imageFolders.add(folder(item.image()));
        if (DataFiles.isImageName(item.truth())) {
            truthFolders.add(folder(item.truth()));
            String image = DataFiles.stem(item.image());
            String truth = DataFiles.stem(item.truth());
            suffix = truth.startsWith(image) ? truth.substring(image.length()) : suffix;
        }
    }

    private static Path folder(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    static List<Finding> of(List<Dataset> parts) throws IOException {
        Strays strays = new Strays(parts);
        List<Path> images = new ArrayList<>();
        List<Path> truths = new ArrayList<>();
        Set<Path> folders = new TreeSet<>(strays.imageFolders);
        folders.addAll(strays.truthFolders);
        for (Path folder : folders) {
            for (Path file : DataFiles.images(folder, 1)) {
                if (!strays.used.contains(file)) {
                    (strays.isTruth(file, folder) ? truths : images).add(file);
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        tell(findings, Kind.IMAGE_WITHOUT_TRUTH, images, "no truth", "annotate them or take them out");
        tell(findings, Kind.TRUTH_WITHOUT_IMAGE, truths, "no image", "add the images or take the masks out");
        return findings;
    }

    /** In a folder of both, what ends as the masks do is a mask. */
    private boolean isTruth(Path file, Path folder) {
        if (imageFolders.contains(folder) && truthFolders.contains(folder)) {
            return !suffix.isEmpty() && DataFiles.stem(file).endsWith(suffix);
        }
        return truthFolders.contains(folder);
    }

    private static void tell(List<Finding> findings, Kind kind, List<Path> files, String lack, String mend) {
        if (!files.isEmpty()) {
            String more = files.size() == 1 ? "has " : "and " + (files.size() - 1) + " more in these folders have ";
            findings.add(new Finding(Severity.WARNING, kind, DataFiles.slashes(files.get(0)), more + lack, mend));
        }
    }
}
