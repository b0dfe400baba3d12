package org.vung.data.split;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vung.data.Dataset;
import org.vung.data.DatasetView;
import org.vung.data.Item;
import org.vung.data.Truth;
import org.vung.image.Image;
import org.vung.image.file.AtomicFile;
import org.vung.image.file.Existing;
import org.vung.name.NearestName;

/**
 * Chosen items of a data set, in the order of their indices' list.
 *
 * @param name what it is called in reports
 * @param whole the set that it is part of
 * @param indices into the items of {@code whole}, each at most once
 */
public record Subset(String name, Dataset whole, List<Integer> indices) implements DatasetView {

    /** Copies the indices and checks them. */
    public Subset {
        indices = List.copyOf(indices);
        int count = whole.items().size();
        Set<Integer> seen = new HashSet<>();
        for (int index : indices) {
            if (index < 0 || index >= count || !seen.add(index)) {
                throw new IllegalArgumentException("index must be 0 … " + (count - 1) + " and occur once in " + name
                        + ", got " + index + (seen.contains(index) ? " twice" : ""));
            }
        }
    }

    /**
     * Reads a list of names, one a line in UTF-8, as {@link #write} writes it; empty lines count for nothing.
     *
     * @param whole the set whose items are named
     * @param file such as {@code train.txt}
     * @return the items in the order of the list, called as the file without its ending
     * @throws IOException if the file cannot be read, is empty, or names an item twice or one that the set does not have
     */
    public static Subset read(Dataset whole, Path file) throws IOException {
        Map<String, Integer> places = new HashMap<>();
        List<Item> items = whole.items();
        for (int index = 0; index < items.size(); index++) {
            places.put(items.get(index).name(), index);
        }
        Set<Integer> chosen = new LinkedHashSet<>();
        int line = 0;
        for (String name : lines(file)) {
            line++;
            if (!name.isBlank() && !chosen.add(place(places, name, file + ": line " + line))) {
                throw new IOException(file + ": line " + line + " must name an item that was not named before, got '"
                        + name + "'; leave it out");
            }
        }
        if (chosen.isEmpty()) {
            throw new IOException(file + ": must name at least one item of " + whole.name() + ", got none");
        }
        String fileName = String.valueOf(file.getFileName());
        return new Subset(fileName.replaceFirst("\\.[^.]*$", ""), whole, new ArrayList<>(chosen));
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .lines()
                    .toList();
        } catch (CharacterCodingException notText) {
            throw new IOException(file + ": must be UTF-8 text, one name a line", notText);
        }
    }

    private static int place(Map<String, Integer> places, String name, String where) throws IOException {
        Integer place = places.get(name);
        if (place == null) {
            List<String> known = places.keySet().stream().sorted().toList();
            throw new IOException(
                    where + " must name an item of the data set, got '" + name + "'" + NearestName.hint(name, known));
        }
        return place;
    }

    /**
     * Writes the names of the items, one a line in UTF-8.
     *
     * @param file such as {@code train.txt}
     * @param existing what happens to a file that is there
     * @throws IOException if it cannot be written, or a name holds a line break
     */
    public void write(Path file, Existing existing) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Item item : items()) {
            if (item.name().isBlank() || item.name().lines().count() != 1) {
                throw new IOException(
                        file + ": name of an item must be one line, got '" + item.name() + "'; rename its file");
            }
            text.append(item.name()).append('\n');
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, existing, out -> out.write(bytes));
    }

    @Override
    public List<Item> items() {
        List<Item> items = whole.items();
        return indices.stream().map(items::get).toList();
    }

    @Override
    public Image image(int index) throws IOException {
        return whole.image(indices.get(index));
    }

    @Override
    public Truth truth(int index) throws IOException {
        return whole.truth(indices.get(index));
    }
}
