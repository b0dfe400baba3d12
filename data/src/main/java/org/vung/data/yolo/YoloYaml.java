package org.vung.data.yolo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vung.data.file.DataFiles;

/**
 * The little of YAML that {@code data.yaml} is written in: {@code names} as a list in brackets, a list of dashes or numbered lines, and
 * the words {@code background: none}.
 *
 * @param names of the classes by their numbers
 * @param covers whether no class is background
 */
record YoloYaml(List<String> names, boolean covers) {

    private static final int MOST = 65_536;

    /** Reads one. */
    static YoloYaml read(Path file) throws IOException {
        Map<Integer, String> names = new TreeMap<>();
        boolean covers = false;
        boolean inNames = false;
        for (String raw : DataFiles.text(file, 1L << 20).split("\\R", -1)) {
            String line = uncommented(raw);
            boolean indented = line.startsWith(" ") || line.startsWith("-") || line.startsWith("\t");
            String text = line.strip();
            if (text.isEmpty()) {
                continue;
            }
            if (!indented) {
                inNames = text.startsWith("names:");
                covers |= text.matches("background:\\s*none");
                text = inNames ? text.substring("names:".length()).strip() : "";
            }
            if (inNames && !text.isEmpty()) {
                add(names, text, file);
            }
        }
        if (names.isEmpty()) {
            throw DataFiles.bad(file, "must have the classes' names, got none; add a line like names: [cat, dog]");
        }
        List<String> list = new ArrayList<>(names.values());
        if (!names.containsKey(list.size() - 1)) {
            throw DataFiles.bad(file, "names must be numbered from 0 without gaps, got " + names.keySet());
        }
        return new YoloYaml(List.copyOf(list), covers);
    }

    private static void add(Map<Integer, String> names, String text, Path file) throws IOException {
        if (text.startsWith("[") && text.endsWith("]")) {
            for (String name : text.substring(1, text.length() - 1).split(",", -1)) {
                names.put(names.size(), unquoted(name));
            }
        } else if (text.startsWith("-")) {
            names.put(names.size(), unquoted(text.substring(1)));
        } else if (text.matches("[0-9]{1,5}\\s*:.*")) {
            int colon = text.indexOf(':');
            names.put(Integer.parseInt(text.substring(0, colon).strip()), unquoted(text.substring(colon + 1)));
        } else {
            throw DataFiles.bad(
                    file,
                    "names must be a list on one line, lines of '- name' or lines of '0: name', got '"
                            + DataFiles.shown(text) + "'");
        }
        if (names.size() > MOST) {
            throw DataFiles.bad(file, "names must be at most " + MOST);
        }
    }

    private static String uncommented(String line) {
        int mark = line.indexOf(" #");
        return line.startsWith("#")
                ? ""
                : mark < 0 || line.contains("'") || line.contains("\"") ? line : line.substring(0, mark);
    }

    private static String unquoted(String name) {
        String text = name.strip();
        boolean quoted = text.length() > 1
                && (text.startsWith("'") || text.startsWith("\""))
                && text.charAt(0) == text.charAt(text.length() - 1);
        String bare = quoted ? text.substring(1, text.length() - 1) : text;
        return quoted && text.startsWith("'") ? bare.replace("''", "'") : bare;
    }

    /** The file for classes of these names. */
    static List<String> lines(List<String> names, boolean covers) {
        List<String> lines = new ArrayList<>(List.of("path: .", "train: images/train", "val: images/val"));
        if (covers) {
            lines.add("background: none");
        }
        lines.add("names:");
        for (int label = 0; label < names.size(); label++) {
            lines.add("  " + label + ": '" + names.get(label).replace("'", "''") + "'");
        }
        return lines;
    }
}
