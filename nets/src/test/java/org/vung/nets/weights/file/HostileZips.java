package org.vung.nets.weights.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.vung.nets.weights.pickle.PickleWriter;
import org.vung.nets.weights.pth.TorchFiles;

/** Zips and files of the older layout that lie about what they hold. */
final class HostileZips {

    private static final byte[] PICKLE = new PickleWriter()
            .op('}')
            .text("w")
            .vector("FloatStorage", "0", 2)
            .op('s')
            .stop();
    private static final Map<String, byte[]> STORAGES = Map.of("0", TorchFiles.floats(1, 2));

    private HostileZips() {}

    static Stream<HostileFile> zips() {
        byte[] good = TorchFiles.zip(PICKLE, STORAGES);
        return Stream.of(
                named(
                        "a name that leaves the zip",
                        "../../etc/cron.d/x",
                        "must stay within it, got \"../../etc/cron.d/x\""),
                named("a name inside that leaves it", "net/../../x", "must stay within it"),
                named("a name from the root", "/etc/passwd", "must stay within it"),
                named("a name of Windows", "net\\..\\x", "must stay within it"),
                named("a drive of Windows", "C:x", "must stay within it"),
                named("a second object", "other/data.pkl", "must hold one data.pkl, got 2"),
                named("a program", "net/code/__torch__.py", "got a TorchScript program"),
                new HostileFile("two entries of a name", twice(), "names in the zip must differ, got net/data/1 twice"),
                new HostileFile(
                        "two names for an entry", replacedLast(good, "net/data/0", "net/data/1"), "must have one name"),
                new HostileFile("compression bomb", bomb(), "must be stored as PyTorch does, got method 8"),
                new HostileFile("encrypted", flagged(good), "must not be encrypted"),
                new HostileFile(
                        "no object", zip(Map.of("net/x", new byte[1])), "must hold one data.pkl, got 0 in 1 entries"),
                new HostileFile("nothing", zip(Map.of("net/", new byte[0])), "must hold one data.pkl, got 0"),
                new HostileFile("an unknown order", order("middle"), "byteorder must be little or big, got middle"),
                new HostileFile("no directory", Arrays.copyOf(good, good.length - 30), "must end with its directory"),
                new HostileFile(
                        "directory elsewhere", patched(good, good.length - 6, 0xFF), "directory must list entries"),
                new HostileFile("sizes beyond the file", huge(good), "is truncated or damaged"));
    }

    static Stream<HostileFile> legacy() {
        byte[] good = TorchFiles.legacy(PICKLE, STORAGES);
        return Stream.of(
                new HostileFile("another magic number", patched(good, 5, 1), "must begin with PyTorch's magic number"),
                new HostileFile("another version", patched(good, 18, 1), "the protocol must be 1001"),
                new HostileFile(
                        "a count that differs", patched(good, good.length - 16, 9), "must have 2 numbers, got 9"),
                new HostileFile("a count of 2^63", patched(good, good.length - 9, 0x80), "got 9223372036854775810"),
                new HostileFile("numbers cut off", Arrays.copyOf(good, good.length - 1), "8 more are needed"),
                new HostileFile("storage twice", twiceLegacy(good), "must be used and stored once, got 0 twice"),
                new HostileFile("no storage", TorchFiles.legacy(PICKLE, Map.of()), "storage 0 must be in the file"),
                new HostileFile(
                        "a storage of no tensor",
                        TorchFiles.legacy(PICKLE, Map.of("7", new byte[8])),
                        "got one that no tensor uses"),
                new HostileFile(
                        "a call",
                        TorchFiles.legacy(
                                new PickleWriter().global("os", "system").stop(), Map.of()),
                        "it names os.system, which"),
                new HostileFile("only the magic number", Arrays.copyOf(good, 15), "the bytes end at 15"));
    }

    private static HostileFile named(String what, String name, String words) {
        return new HostileFile(what, TorchFiles.zip(with(name), ZipEntry.STORED), words);
    }

    private static Map<String, byte[]> with(String name) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("net/data.pkl", PICKLE);
        entries.put("net/data/0", TorchFiles.floats(1, 2));
        entries.put(name, new byte[] {1});
        return entries;
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        return TorchFiles.zip(entries, ZipEntry.STORED);
    }

    private static byte[] order(String order) {
        Map<String, byte[]> entries = with("net/byteorder");
        entries.put("net/byteorder", order.getBytes(StandardCharsets.UTF_8));
        return zip(entries);
    }

    private static byte[] bomb() {
        Map<String, byte[]> entries = with("net/data/1");
        entries.put("net/data/1", new byte[1 << 24]);
        return TorchFiles.zip(entries, ZipEntry.DEFLATED);
    }

    private static byte[] twice() {
        return replaced(zip(with("net/data/2")), "net/data/2", "net/data/1", "net/data/0", "net/data/1");
    }

    private static byte[] twiceLegacy(byte[] good) {
        String text = new String(good, StandardCharsets.ISO_8859_1);
        int keys = text.lastIndexOf("](");
        String two = text.substring(0, keys + 2)
                + text.substring(keys + 2, keys + 8).repeat(2)
                + text.substring(keys + 8)
                + text.substring(keys + 10);
        return two.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] flagged(byte[] good) {
        int entry = new String(good, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        return patched(good, entry + 8, 1);
    }

    private static byte[] huge(byte[] good) {
        int entry = new String(good, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002");
        return patched(patched(good, entry + 23, 0x7F), entry + 27, 0x7F);
    }

    private static byte[] patched(byte[] good, int at, int value) {
        byte[] bad = good.clone();
        bad[at] = (byte) value;
        return bad;
    }

    private static byte[] replaced(byte[] good, String... pairs) {
        String text = new String(good, StandardCharsets.ISO_8859_1);
        for (int i = 0; i < pairs.length; i += 2) {
            text = text.replace(pairs[i], pairs[i + 1]);
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Replaces the last place, which is in the directory. */
    private static byte[] replacedLast(byte[] good, String from, String to) {
        String text = new String(good, StandardCharsets.ISO_8859_1);
        int last = text.lastIndexOf(from);
        return (text.substring(0, last) + to + text.substring(last + from.length()))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
