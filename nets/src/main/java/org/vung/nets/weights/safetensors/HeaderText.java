package org.vung.nets.weights.safetensors;

import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.vung.nets.weights.Bytes;
import org.vung.nets.weights.WeightFileException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** A header as JSON text. */
final class HeaderText {

    /** A tensor of 64 axes nests three deep; names and texts may be as long as the header itself. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxNumberLength(20)
                    .maxStringLength((int) SafetensorsFile.MOST_HEADER)
                    .build())
            .build();

    private HeaderText() {}

    /** Takes a header apart; whatever is not of the format is refused. */
    static Header read(Bytes file, byte[] text) throws WeightFileException {
        if (text[0] != '{') {
            throw file.bad("the header must begin with '{', got byte " + (text[0] & 0xFF)
                    + "; the file is damaged or no safetensors");
        }
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), decode(file, text))) {
            return new HeaderParser(file, json).header();
        } catch (JacksonException damaged) {
            throw file.bad(
                    "the header must be JSON without a key twice, got \"" + damaged.getOriginalMessage()
                            + "\"; the file is damaged",
                    damaged);
        }
    }

    /** Java's own decoding would put a replacement character in the place of damage. */
    private static String decode(Bytes file, byte[] text) throws WeightFileException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
        } catch (CharacterCodingException damaged) {
            throw file.bad("the header must be UTF-8, got other bytes; the file is damaged", damaged);
        }
    }

    /** A header's text, padded with spaces so that the numbers begin at a multiple of 8 bytes. */
    static byte[] write(Header header) throws WeightFileException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            if (!header.metadata().isEmpty()) {
                json.writeName("__metadata__");
                json.writeStartObject();
                header.metadata().forEach(json::writeStringProperty);
                json.writeEndObject();
            }
            header.entries().forEach(entry -> write(json, entry));
            json.writeEndObject();
        }
        byte[] utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(utf8, (utf8.length + 7) / 8 * 8);
        Arrays.fill(padded, utf8.length, padded.length, (byte) ' ');
        if (padded.length > SafetensorsFile.MOST_HEADER) {
            throw new WeightFileException(
                    "safetensors",
                    "the header must have at most " + SafetensorsFile.MOST_HEADER + " bytes, got " + padded.length
                            + "; shorten names and metadata");
        }
        return padded;
    }

    private static void write(JsonGenerator json, Header.Entry entry) {
        json.writeName(entry.name());
        json.writeStartObject();
        json.writeStringProperty("dtype", TypeNames.of(entry.type()));
        json.writeName("shape");
        json.writeStartArray();
        entry.dimensions().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeName("data_offsets");
        json.writeStartArray();
        json.writeNumber(entry.begin());
        json.writeNumber(entry.end());
        json.writeEndArray();
        json.writeEndObject();
    }
}
