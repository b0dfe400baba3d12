package org.vung.cli.input;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Stems of output files, no two alike, also where a file system takes capitals and small letters for the same. */
final class Naming {

    private final Set<String> taken = new HashSet<>();

    /** The stem itself, or the stem with a number if an earlier input has it. */
    String unique(Path folder, String stem) {
        String name = stem;
        for (int number = 2; !taken.add(folder.resolve(name).toString().toLowerCase(Locale.ROOT)); number++) {
            name = stem + "-" + number;
        }
        return name;
    }

    /** A file's name without its last ending. */
    static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
