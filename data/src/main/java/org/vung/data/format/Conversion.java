package org.vung.data.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.Truth;
import org.vung.data.file.DataFiles;
import org.vung.data.pair.PairWriter;
import org.vung.data.view.ClassMaps;
import org.vung.data.view.Components;
import org.vung.data.write.DatasetWriter;
import org.vung.data.write.Notes;
import org.vung.data.write.Output;
import org.vung.image.codec.ImageException;
import org.vung.image.file.Existing;
import org.vung.name.Phrase;
import tools.jackson.databind.json.JsonMapper;

/**
 * A data set in another format. The folder appears under its name only when it is whole, with the report beside the data in {@code
 * conversion.json}.
 *
 * @param format that was written
 * @param images written
 * @param classes of the written set
 * @param notes what the format could not hold or what had to change; empty where nothing was lost
 */
public record Conversion(String format, int images, List<String> classes, List<String> notes) {

    private static final String REPORT = "conversion.json";

    /** Copies the lists. */
    public Conversion {
        classes = List.copyOf(classes);
        notes = List.copyOf(notes);
    }

    /**
     * Writes a data set in a format.
     *
     * @param set any
     * @param out the folder; is not there yet, or is empty, or was written by an earlier conversion that may be replaced
     * @param format a name, or {@code pairs:values=objects}
     * @param existing whether an earlier conversion may be replaced; other folders never are
     * @return what was done
     * @throws IOException if something cannot be read or written; nothing is left behind then
     * @throws IllegalArgumentException if there is no such format, or it cannot hold the classes
     */
    public static Conversion write(Dataset set, Path out, String format, Existing existing) throws IOException {
        Phrase text = Phrase.parse(format);
        DataFormat target = Datasets.named(text.name());
        boolean ids = ids(text);
        if (set.items().isEmpty()) {
            throw new IllegalArgumentException(
                    "a data set must have an image to be converted, got none in " + set.name());
        }
        checkFree(out, existing);
        Path whole = out.toAbsolutePath().normalize();
        Path parent = parent(whole);
        Path part = parent.resolve(hidden(whole));
        Path before = parent.resolve(hidden(whole));
        Files.createDirectory(part);
        try {
            Notes notes = new Notes();
            Dataset seen = seen(set, ids ? DataFormat.Holds.OBJECTS : target.holds(), notes);
            DatasetWriter writer = ids ? new PairWriter(true) : target.writer();
            writer.write(seen, part, notes);
            Conversion done = new Conversion(
                    target.name(),
                    set.items().size(),
                    seen.classes().stream().map(each -> each.name()).toList(),
                    notes.lines());
            Files.writeString(part.resolve(REPORT), done.json(), StandardCharsets.UTF_8);
            if (Files.exists(whole)) {
                Files.move(whole, before);
            }
            publish(part, whole, before);
            return done;
        } catch (ImageException worded) {
            throw worded;
        } catch (IOException failed) {
            throw new ImageException(
                    ImageException.Kind.IO, out + ": cannot be written: " + failed.getMessage(), failed);
        } finally {
            for (Path gone : List.of(part, before)) {
                if (Files.exists(gone)) {
                    delete(gone);
                }
            }
        }
    }

    /** Puts the earlier conversion back where the new one cannot take its place. */
    private static void publish(Path part, Path whole, Path before) throws IOException {
        try {
            Files.move(part, whole);
        } catch (IOException failed) {
            if (Files.exists(before)) {
                Files.move(before, whole);
            }
            throw failed;
        }
    }

    private static String hidden(Path whole) {
        return "." + whole.getFileName() + "-"
                + Long.toHexString(ThreadLocalRandom.current().nextLong());
    }

    private static boolean ids(Phrase text) {
        if (text.values().isEmpty()) {
            return false;
        }
        if (text.name().equals("pairs") && text.values().equals(Map.of("values", "objects"))) {
            return true;
        }
        throw new IllegalArgumentException("format to write must be a name or pairs:values=objects, got '" + text.name()
                + "' with " + text.values());
    }

    private static Path parent(Path whole) throws IOException {
        Path parent = whole.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw DataFiles.missing(whole, "its folder does not exist");
        }
        return parent;
    }

    private static void checkFree(Path out, Existing existing) throws IOException {
        if (!Files.exists(out)) {
            return;
        }
        if (!Files.isDirectory(out)) {
            throw DataFiles.bad(out, "is a file; name a folder that is not there yet");
        }
        boolean empty;
        try (Stream<Path> files = Files.list(out)) {
            empty = files.findAny().isEmpty();
        }
        boolean ours = Files.exists(out.resolve(REPORT));
        if (!empty && !ours) {
            throw DataFiles.bad(
                    out, "holds files that no conversion wrote, and they are never replaced; name another folder");
        }
        if (!empty && existing == Existing.KEEP) {
            throw new ImageException(
                    ImageException.Kind.IO, out + ": exists already; allow overwriting or name another folder");
        }
    }

    private static Dataset seen(Dataset set, DataFormat.Holds holds, Notes notes) throws IOException {
        Dataset seen = switch (holds) {
            case CLASSES -> ClassMaps.of(set);
            case OBJECTS -> Components.of(set);
            case BOTH -> set;
        };
        if (holds == DataFormat.Holds.CLASSES && seen != set) {
            noteObjects(set, notes);
        } else if (holds == DataFormat.Holds.OBJECTS && seen != set) {
            notes.add(
                    "images had classes only: objects are their connected parts, or whole classes where there is no background",
                    "",
                    set.items().size());
        }
        return seen;
    }

    private static void noteObjects(Dataset set, Notes notes) throws IOException {
        for (int index = 0; index < set.items().size(); index++) {
            Item item = set.items().get(index);
            Truth truth = set.truth(index);
            if (truth instanceof ObjectSet objects) {
                notes.add(
                        "objects become pixels of their class, and those of one class that touch are one",
                        item.name(),
                        objects.objects().stream()
                                .filter(each -> each.category() != ObjectTruth.VOID)
                                .count());
                Output.overlaps(objects, item.name(), notes);
            }
        }
    }

    /**
     * The report.
     *
     * @return JSON text
     */
    private String json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("schema_version", 1);
        fields.put("format", format);
        fields.put("images", images);
        fields.put("classes", classes);
        fields.put("notes", notes);
        return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(fields);
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
