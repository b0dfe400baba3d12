package org.vung.nets.weights.safetensors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vung.nets.weights.Bytes;
import org.vung.nets.weights.ElementType;
import org.vung.nets.weights.NamedTensor;
import org.vung.nets.weights.WeightFileException;
import org.vung.nets.weights.Weights;

/**
 * A header, taken apart.
 *
 * @param entries one a tensor, in the order of the text
 * @param metadata free text by key
 */
record Header(List<Entry> entries, Map<String, String> metadata) {

    /**
     * One tensor.
     *
     * @param name its name
     * @param type of its numbers
     * @param dimensions sizes of the axes
     * @param begin place of its first byte after the header
     * @param end place after its last byte
     */
    record Entry(String name, ElementType type, List<Integer> dimensions, long begin, long end) {}

    /** Lays tensors out one after the other, the widest types first, so that each begins at a multiple of its width. */
    static Header of(Weights weights, Map<String, String> metadata) {
        List<NamedTensor> widestFirst = new ArrayList<>(weights.tensors());
        widestFirst.sort(
                Comparator.comparing((NamedTensor tensor) -> tensor.type().bytes())
                        .reversed());
        Map<String, Long> places = new HashMap<>();
        long end = 0;
        for (NamedTensor tensor : widestFirst) {
            places.put(tensor.name(), end);
            end += tensor.numbers() * tensor.type().bytes();
        }
        List<Entry> entries = new ArrayList<>();
        for (NamedTensor tensor : weights.tensors()) {
            long begin = places.getOrDefault(tensor.name(), 0L);
            long size = tensor.numbers() * tensor.type().bytes();
            entries.add(new Entry(tensor.name(), tensor.type(), tensor.dimensions(), begin, begin + size));
        }
        return new Header(entries, metadata);
    }

    /** The tensors in the order of their numbers in the file. */
    List<Entry> inStore() {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        return sorted;
    }

    /** Every byte of the store belongs to one tensor: no overlap, no hole, nothing behind the last. */
    void check(Bytes store) throws WeightFileException {
        long end = 0;
        for (Entry entry : inStore()) {
            checkSize(entry, store);
            if (entry.begin() != end) {
                throw store.bad("the numbers of " + entry.name() + " must begin where the ones before end, at byte "
                        + end + ", got " + entry.begin() + (entry.begin() < end ? ", an overlap" : ", a hole")
                        + "; write the file again");
            }
            end = entry.end();
        }
        if (end != store.length()) {
            throw store.bad("the tensors must fill the " + store.length() + " bytes after the header, got " + end
                    + (end > store.length() ? "; the file is truncated" : "; there are bytes behind the last tensor"));
        }
    }

    private static void checkSize(Entry entry, Bytes store) throws WeightFileException {
        if (entry.begin() < 0 || entry.end() < entry.begin()) {
            throw store.bad("data_offsets of " + entry.name() + " must be 0 <= begin <= end, got [" + entry.begin()
                    + ", " + entry.end() + "]; the file is damaged");
        }
        long size = entry.type().bytes();
        try {
            for (int dimension : entry.dimensions()) {
                size = Math.multiplyExact(size, dimension);
            }
        } catch (ArithmeticException overflow) {
            throw store.bad("shape of " + entry.name() + " must multiply to less than 2^63 bytes, got "
                    + entry.dimensions() + "; the file is damaged");
        }
        if (size != entry.end() - entry.begin()) {
            throw store.bad("data_offsets of " + entry.name() + " must span " + size + " bytes for "
                    + entry.dimensions() + " of " + entry.type() + ", got " + (entry.end() - entry.begin())
                    + "; the file is damaged");
        }
    }
}
