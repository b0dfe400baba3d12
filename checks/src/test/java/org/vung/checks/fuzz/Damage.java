package org.vung.checks.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/** Damages files: cuts, flips, lies and splices, one to three of them at a time; the seed decides everything. */
final class Damage {

    private static final int[] LIES = {
        0,
        1,
        2,
        3,
        127,
        128,
        255,
        256,
        4096,
        16383,
        32767,
        32768,
        65535,
        1 << 20,
        1 << 24,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        -1
    };

    private final List<byte[]> seeds;

    Damage(List<byte[]> seeds) {
        this.seeds = seeds;
    }

    /** The damaged file of that number; always the same for the same seeds. */
    byte[] variant(long number) {
        Random random = new Random(number * 0x9E3779B97F4A7C15L);
        byte[] file = any(random).clone();
        for (int i = 1 + random.nextInt(3); i > 0 && file.length > 0; i--) {
            file = damaged(file, random);
        }
        if (random.nextBoolean()) {
            mendChecksums(file);
        }
        return file;
    }

    private byte[] damaged(byte[] file, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(file, random.nextInt(file.length));
            case 1, 2 -> flipped(file, random);
            case 3 -> lied(file, random);
            case 4 -> spliced(file, any(random), random);
            default -> moved(file, random);
        };
    }

    private byte[] any(Random random) {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private static byte[] flipped(byte[] file, Random random) {
        for (int i = 1 + random.nextInt(20); i > 0; i--) {
            file[place(file, random)] ^= (byte) (1 << random.nextInt(8));
        }
        return file;
    }

    /** Overwrites a number of one, two or four bytes, mostly where headers lie. */
    private static byte[] lied(byte[] file, Random random) {
        int lie = LIES[random.nextInt(LIES.length)];
        int at = place(file, random);
        int bytes = 1 << random.nextInt(3);
        boolean big = random.nextBoolean();
        for (int i = 0; i < bytes && at + i < file.length; i++) {
            file[at + i] = (byte) (lie >> (8 * (big ? bytes - 1 - i : i)));
        }
        return file;
    }

    /** The beginning of one file and the end of another. */
    private static byte[] spliced(byte[] file, byte[] other, Random random) {
        int head = random.nextInt(file.length + 1);
        int from = random.nextInt(other.length + 1);
        byte[] whole = Arrays.copyOf(file, head + other.length - from);
        System.arraycopy(other, from, whole, head, other.length - from);
        return whole;
    }

    /** A stretch copied over another, or left out. */
    private static byte[] moved(byte[] file, Random random) {
        int from = random.nextInt(file.length);
        int length = random.nextInt(file.length - from);
        int to = random.nextInt(file.length - length);
        if (random.nextBoolean()) {
            System.arraycopy(file, from, file, to, length);
            return file;
        }
        byte[] rest = Arrays.copyOf(file, file.length - length);
        System.arraycopy(file, from + length, rest, from, file.length - from - length);
        return rest;
    }

    private static int place(byte[] file, Random random) {
        int end = random.nextInt(3) > 0 ? Math.min(file.length, 200) : file.length;
        return random.nextInt(end);
    }

    /** PNG hides damage behind checksums; with them mended it reaches the decoder. */
    private static void mendChecksums(byte[] file) {
        if (file.length < 20 || file[1] != 'P' || file[2] != 'N') {
            return;
        }
        ByteBuffer content = ByteBuffer.wrap(file).order(ByteOrder.BIG_ENDIAN);
        long at = 8;
        while (at + 12 <= file.length) {
            long end = at + 8 + (content.getInt((int) at) & 0xFFFFFFFFL);
            if (end + 4 > file.length) {
                return;
            }
            CRC32 crc = new CRC32();
            crc.update(file, (int) at + 4, (int) (end - at) - 4);
            content.putInt((int) end, (int) crc.getValue());
            at = end + 4;
        }
    }
}
