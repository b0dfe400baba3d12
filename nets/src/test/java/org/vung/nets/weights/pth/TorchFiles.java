package org.vung.nets.weights.pth;

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
import org.vung.nets.weights.pickle.PickleWriter;

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

    /** The same zip with sizes and places in zip64 fields, as PyTorch's own writer leaves them. */
    public static byte[] zip64(byte[] zip) {
        int end = zip.length - 22;
        int last = new String(zip, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002");
        ByteBuffer in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer out = ByteBuffer.allocate(zip.length + 28 + 56 + 20).order(ByteOrder.LITTLE_ENDIAN);
        out.put(zip, 0, end);
        out.putInt(last + 20, -1).putInt(last + 24, -1).putInt(last + 42, -1).putShort(last + 30, (short) 28);
        out.putShort((short) 1)
                .putShort((short) 24)
                .putLong(in.getInt(last + 24))
                .putLong(in.getInt(last + 20));
        out.putLong(in.getInt(last + 42));
        long end64 = out.position();
        out.putInt(0x06064b50).putLong(44).putInt(0x002d002d).putLong(0);
        out.putLong(in.getShort(end + 10)).putLong(in.getShort(end + 10));
        out.putLong(in.getInt(end + 12) + 28L).putLong(in.getInt(end + 16));
        out.putInt(0x07064b50).putInt(0).putLong(end64).putInt(1);
        out.putInt(0x06054b50).putInt(0).putInt(-1).putInt(-1).putInt(-1).putShort((short) 0);
        return out.array();
    }
}
