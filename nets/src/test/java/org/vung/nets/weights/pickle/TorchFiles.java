package org.vung.nets.weights.pickle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Lays pickles and storages out as {@code torch.save} does. */
public final class TorchFiles {

    private TorchFiles() {}

    /** Numbers as a storage of little-endian singles. */
    public static byte[] floats(float... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        return bytes.array();
    }

    /** The layout since PyTorch 1.6. */
    public static byte[] zip(byte[] pickle, Map<String, byte[]> storages) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("net/data.pkl", pickle);
        entries.put("net/byteorder", "little".getBytes(StandardCharsets.UTF_8));
        storages.forEach((key, bytes) -> entries.put("net/data/" + key, bytes));
        entries.put("net/version", "3\n".getBytes(StandardCharsets.UTF_8));
        return zip(entries, ZipEntry.STORED);
    }

    /** Any zip. */
    public static byte[] zip(Map<String, byte[]> entries, int method) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                CRC32 crc = new CRC32();
                crc.update(each.getValue());
                entry.setMethod(method);
                entry.setCrc(crc.getValue());
                entry.setSize(each.getValue().length);
                zip.putNextEntry(entry);
                zip.write(each.getValue());
                zip.closeEntry();
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }

    /** The layout before PyTorch 1.6; every storage of singles. */
    public static byte[] legacy(byte[] pickle, Map<String, byte[]> storages) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new PickleWriter()
                .ops("\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019")
                .stop());
        out.writeBytes(new PickleWriter().ops("M\u00e9\u0003").stop());
        out.writeBytes(
                new PickleWriter().ops("}").text("little_endian").op(0x88, 's').stop());
        out.writeBytes(pickle);
        PickleWriter keys = new PickleWriter().ops("](");
        storages.keySet().forEach(keys::text);
        out.writeBytes(keys.op('e').stop());
        for (byte[] storage : storages.values()) {
            out.writeBytes(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(storage.length / 4)
                    .array());
            out.writeBytes(storage);
        }
        return out.toByteArray();
    }
}
