package org.vung.applications.medicine;

import java.util.List;
import java.util.Optional;
import org.vung.applications.sheet.Table;
import org.vung.image.Image;

/**
 * What was found in one picture.
 *
 * @param name of the picture
 * @param picture with numbered outlines, 8-bit RGB
 * @param table of measures
 * @param lines what is said in words, what rules fired included
 * @param agreement with labels drawn by hand, 0 … 1, and what it is called; empty where there are none
 */
record Finding(String name, Image picture, Table table, List<String> lines, Optional<Agreement> agreement) {

    Finding {
        lines = List.copyOf(lines);
    }

    /**
     * A score.
     *
     * @param score its name
     * @param value of it
     */
    record Agreement(String score, double value) {}
}
