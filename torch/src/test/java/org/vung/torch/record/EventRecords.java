package org.vung.torch.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A reader of event files that shares nothing with the writer: the checksum is worked out bit by bit. */
final class EventRecords {

    private EventRecords() {}

    /** One event; {@code session} is the state of a session log, 0 without one. */
    record Event(double wallTime, long step, String version, int session, Map<String, Float> scalars) {}

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().contains("tfevents"))
                    .sorted()
                    .toList();
        }
    }

    static List<Event> read(Path file) throws IOException {
        List<Event> events = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            byte[] length = take(bytes, 8);
            require(bytes.getInt() == masked(length), "checksum of the length");
            byte[] data = take(bytes, (int)
                    ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong());
            require(bytes.getInt() == masked(data), "checksum of the event");
            events.add(event(data));
        }
        return events;
    }

    /** As TensorBoard does: files in the order of names; the start of a session forgets its step and all later ones. */
    static Map<Long, Float> curve(Path folder, String name) throws IOException {
        TreeMap<Long, Float> curve = new TreeMap<>();
        for (Path file : files(folder)) {
            for (Event event : read(file)) {
                if (event.session() == 1) {
                    curve.tailMap(event.step(), true).clear();
                }
                if (event.scalars().containsKey(name)) {
                    curve.put(event.step(), event.scalars().get(name));
                }
            }
        }
        return curve;
    }

    private static Event event(byte[] data) {
        Map<Integer, List<Object>> fields = fields(data);
        Map<String, Float> scalars = new LinkedHashMap<>();
        for (Object summary : all(fields, 5)) {
            for (Object value : all(fields((byte[]) summary), 1)) {
                Map<Integer, List<Object>> scalar = fields((byte[]) value);
                scalars.put(text(one(scalar, 1, "")), (Float) one(scalar, 2, "none"));
            }
        }
        Map<Integer, List<Object>> session = fields((byte[]) one(fields, 7, new byte[0]));
        return new Event(
                (Double) one(fields, 1, "none"),
                (Long) one(fields, 2, 0L),
                text(one(fields, 3, new byte[0])),
                ((Long) one(session, 1, 0L)).intValue(),
                scalars);
    }

    private static List<Object> all(Map<Integer, List<Object>> fields, int field) {
        return fields.getOrDefault(field, List.of());
    }

    /** The only value of a field, or what a message without the field means. */
    private static Object one(Map<Integer, List<Object>> fields, int field, Object without) {
        List<Object> values = all(fields, field);
        require(values.size() <= 1, "field " + field + " only once");
        return values.isEmpty() ? without : values.get(0);
    }

    private static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.UTF_8);
    }

    private static Map<Integer, List<Object>> fields(byte[] message) {
        Map<Integer, List<Object>> fields = new TreeMap<>();
        ByteBuffer bytes = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            long key = varint(bytes);
            Object value = switch ((int) (key & 7)) {
                case 0 -> varint(bytes);
                case 1 -> bytes.getDouble();
                case 2 -> take(bytes, (int) varint(bytes));
                case 5 -> bytes.getFloat();
                default -> throw new AssertionError("wire type " + (key & 7));
            };
            fields.computeIfAbsent((int) (key >> 3), field -> new ArrayList<>()).add(value);
        }
        return fields;
    }

    private static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static byte[] take(ByteBuffer bytes, int count) {
        byte[] taken = new byte[count];
        bytes.get(taken);
        return taken;
    }

    /** CRC-32C by its polynomial, masked as TFRecord says. */
    static int masked(byte[] bytes) {
        int crc = -1;
        for (byte next : bytes) {
            crc ^= next & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc >>> 1) ^ ((crc & 1) * 0x82F63B78);
            }
        }
        crc = ~crc;
        return ((crc >>> 15) | (crc << 17)) + 0xA282EAD8;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what + " does not hold");
        }
    }
}
