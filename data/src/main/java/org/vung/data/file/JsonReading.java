package org.vung.data.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.vung.image.codec.ImageException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON files that strangers wrote: damage, depth and wrong fields come out as one error that names the file. */
public final class JsonReading {

    /** Items of a list follow each other. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final long MOST_TREE = 64L << 20;

    private JsonReading() {}

    /** Takes one item of a list. */
    @FunctionalInterface
    public interface Each {
        /**
         * Takes an item.
         *
         * @param item of the list
         * @param index its place, from 0
         * @throws IllegalArgumentException if it is not what it should be
         */
        void accept(JsonNode item, int index);
    }

    /**
     * Reads the lists of a file item by item, so that only one item is in memory at a time.
     *
     * @param file holds one object
     * @param lists what takes the items of each of its lists; other fields are skipped
     * @throws IOException if the file cannot be read, is no such object, lacks a list, or an item is refused
     */
    public static void lists(Path file, Map<String, Each> lists) throws IOException {
        java.util.Set<String> missing = new java.util.TreeSet<>(lists.keySet());
        guarded(file, parser -> {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("must hold one JSON object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                Each each = lists.get(name);
                if (each == null) {
                    parser.skipChildren();
                } else if (parser.currentToken() != JsonToken.START_ARRAY) {
                    throw new IllegalArgumentException("'" + name + "' must be an array");
                } else {
                    for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                        each.accept(MAPPER.readTree(parser), index);
                    }
                    missing.remove(name);
                }
            }
        });
        if (!missing.isEmpty()) {
            throw DataFiles.bad(file, "must have the lists " + String.join(", ", missing) + ", got none of that name");
        }
    }

    /**
     * Reads a small file whole.
     *
     * @param file at most 64 MiB
     * @return what it holds
     * @throws IOException if it cannot be read or is no JSON
     */
    public static JsonNode tree(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > MOST_TREE) {
            throw DataFiles.bad(file, "must be at most 64 MiB, got " + Files.size(file) + " bytes");
        }
        JsonNode[] tree = new JsonNode[1];
        guarded(file, parser -> tree[0] = MAPPER.readTree(parser));
        return tree[0];
    }

    @FunctionalInterface
    private interface Use {
        void of(JsonParser parser);
    }

    private static void guarded(Path file, Use use) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = MAPPER.createParser(in)) {
            use.of(parser);
        } catch (NoSuchFileException absent) {
            throw DataFiles.missing(file, "no such file");
        } catch (JacksonException damaged) {
            String where = damaged.getLocation() == null
                    ? ""
                    : " at line " + damaged.getLocation().getLineNr() + ", column "
                            + damaged.getLocation().getColumnNr();
            throw DataFiles.bad(
                    file,
                    "is no whole JSON" + where + ": " + DataFiles.shown(String.valueOf(damaged.getOriginalMessage()))
                            + "; the file is truncated or damaged");
        } catch (IllegalArgumentException refused) {
            throw DataFiles.bad(file, String.valueOf(refused.getMessage()));
        } catch (ImageException worded) {
            throw worded;
        } catch (IOException failed) {
            throw new ImageException(ImageException.Kind.IO, file + ": cannot be read: " + failed.getMessage(), failed);
        }
    }
}
