package org.vung.torch.record;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * A file of events as TensorBoard reads them. A record is its length in 8 bytes, a checksum of these, the event, and a
 * checksum of it, all little-endian; the first event says {@code brain.Event:2}.
 *
 * <p>A run that goes on gets a new file, later in the order of names, whose second event is the start of a session: from the
 * step of that event on, TensorBoard forgets what the earlier files say.
 *
 * <p>Source: tensorflow/core/lib/io/record_writer.h (TFRecord), tensorflow/core/util/event.proto and
 * tensorflow/core/framework/summary.proto of TensorFlow 2; the numbers below are their field numbers.
 */
final class EventFile implements Closeable {

    private static final Pattern NAME = Pattern.compile("events\\.out\\.tfevents\\.([0-9]{1,18})\\..*");
    private static final int CHECKSUM_MASK = 0xA282EAD8;

    private final WholeAppend out;

    private EventFile(WholeAppend out) {
        this.out = out;
    }

    /** Begins a new file; where there are earlier ones, all of their events after a step are forgotten. */
    static EventFile create(Path folder, long afterStep) throws IOException {
        OptionalLong earlier = latest(folder);
        long seconds = Math.max(System.currentTimeMillis() / 1000, earlier.orElse(0) + 1);
        EventFile file = new EventFile(new WholeAppend(folder.resolve(String.format(
                "events.out.tfevents.%010d.%s.%d",
                seconds, host(), ProcessHandle.current().pid()))));
        file.add(event().text(3, "brain.Event:2")); // file_version
        if (earlier.isPresent()) {
            Protobuf session = new Protobuf().integer(1, 1); // status: START
            file.add(event().integer(2, afterStep + 1).message(7, session));
        }
        return file;
    }

    /** Adds numbers that were measured at one step. */
    void scalars(long step, Map<String, Double> values) throws IOException {
        Protobuf summary = new Protobuf();
        values.forEach(
                (name, value) -> // tag, simple_value
                summary.message(1, new Protobuf().text(1, name).real32(2, value.floatValue())));
        add(event().integer(2, step).message(5, summary));
    }

    /** An event of now. */
    private static Protobuf event() {
        return new Protobuf().real64(1, System.currentTimeMillis() / 1000.0); // wall_time
    }

    private void add(Protobuf event) throws IOException {
        byte[] data = event.toBytes();
        byte[] length = Protobuf.littleEndian(Long.BYTES).putLong(data.length).array();
        byte[] piece = new byte[Long.BYTES + Integer.BYTES + data.length + Integer.BYTES];
        ByteBuffer.wrap(piece)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(length)
                .putInt(checksum(length))
                .put(data)
                .putInt(checksum(data));
        out.append(piece);
    }

    /** CRC-32C, turned and shifted so that a checksum of checksums stays a good one. */
    private static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return Integer.rotateRight((int) checksum.getValue(), 15) + CHECKSUM_MASK;
    }

    private static OptionalLong latest(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> NAME.matcher(String.valueOf(entry.getFileName())))
                    .filter(Matcher::matches)
                    .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
                    .max();
        }
    }

    private static String host() {
        String name = System.getenv("HOSTNAME");
        if (name == null || name.isBlank()) {
            try {
                name = InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException nameless) {
                name = "localhost";
            }
        }
        String plain = name.replaceAll("[^A-Za-z0-9.-]", "-");
        return plain.substring(0, Math.min(64, plain.length()));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
