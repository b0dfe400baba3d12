package org.vung.cli.measure;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vung.cli.input.Input;
import org.vung.cli.input.Inputs;
import org.vung.data.scene.LegendFile;

/** Inputs that are label images: of a folder in which {@code vung segment} wrote, the labels alone. */
final class LabelInputs {

    private LabelInputs() {}

    /** The inputs of the words, each with the stem that {@code vung segment} gave it. */
    static List<Input> of(List<String> words, InputStream in, boolean recursive, Path out) {
        List<Input> all = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String word : words) {
            List<Input> found = new Inputs(in, recursive, out).of(List.of(word));
            boolean written = Files.isDirectory(Path.of(word))
                    && found.stream().anyMatch(input -> LegendFile.isLabels(input.fileName()));
            for (Input input : found) {
                if (!written || LegendFile.isLabels(input.fileName())) {
                    all.add(new Input(input.name(), input.folder(), unique(input, taken), input.source()));
                }
            }
        }
        return List.copyOf(all);
    }

    private static String unique(Input input, Set<String> taken) {
        String stem = input.file().map(LegendFile::stem).orElse(input.stem());
        String name = stem;
        for (int number = 2; !taken.add(input.folder().resolve(name).toString().toLowerCase(Locale.ROOT)); number++) {
            name = stem + "-" + number;
        }
        return name;
    }
}
