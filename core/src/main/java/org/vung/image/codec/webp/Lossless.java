package org.vung.image.codec.webp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vung.image.codec.ImageException;

/** The lossless bit stream VP8L (RFC 9649, section 3): transforms around pixels that are coded one by one or copied. */
final class Lossless {

    private static final int LITERALS = 256;
    private static final int LENGTHS = 24;
    private static final int DISTANCES = 40;
    private static final int CACHE_HASH = 0x1E35A7BD;

    private final Bits bits;

    Lossless(Bits bits) {
        this.bits = bits;
    }

    /** Decodes a whole picture, behind its header: colours 0xAARRGGBB row by row. */
    int[] decode(int height, int width) throws ImageException {
        List<Transform> transforms = new ArrayList<>();
        int packed = width;
        while (bits.flag()) {
            Transform transform = Transform.read(bits, this, height, packed);
            for (Transform other : transforms) {
                if (other.kind() == transform.kind()) {
                    throw bits.damaged("transform " + transform.kind() + " occurs twice");
                }
            }
            transforms.add(transform);
            packed = transform.packedWidth();
        }
        int[] pixels = pixels(height, packed, true);
        for (int i = transforms.size() - 1; i >= 0; i--) {
            pixels = transforms.get(i).undone(pixels);
        }
        return pixels;
    }

    /** An inner picture: no transforms, one group of codes. */
    int[] inner(int height, int width) throws ImageException {
        return pixels(height, width, false);
    }

    private int[] pixels(int height, int width, boolean grouped) throws ImageException {
        int cacheBits = bits.flag() ? bits.read(4) : 0;
        if (cacheBits > 11) {
            throw bits.damaged("colour cache has " + cacheBits + " bits, at most 11 are allowed");
        }
        int blockBits = 0;
        int @Nullable [] blocks = null;
        int groups = 1;
        if (grouped && bits.flag()) {
            blockBits = 2 + bits.read(3);
            blocks = inner(Transform.blocks(height, blockBits), Transform.blocks(width, blockBits));
            for (int i = 0; i < blocks.length; i++) {
                blocks[i] = (blocks[i] >> 8) & 0xFFFF;
                groups = Math.max(groups, blocks[i] + 1);
            }
        }
        List<PrefixCode[]> codes = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            codes.add(group(cacheBits));
        }
        return new Pixels(width, new int[height * width], cacheBits, blockBits, blocks, codes).fill();
    }

    /** Green with lengths and cache, red, blue, opacity, distance. */
    private PrefixCode[] group(int cacheBits) throws ImageException {
        int cached = cacheBits > 0 ? 1 << cacheBits : 0;
        return new PrefixCode[] {
            PrefixCode.read(bits, LITERALS + LENGTHS + cached),
            PrefixCode.read(bits, LITERALS),
            PrefixCode.read(bits, LITERALS),
            PrefixCode.read(bits, LITERALS),
            PrefixCode.read(bits, DISTANCES)
        };
    }

    /** The pixels of one picture while they are filled in. */
    private final class Pixels {

        private final int width;
        private final int[] colours;
        private final int cacheBits;
        private final int[] cache;
        private final int blockBits;
        private final int @Nullable [] blocks;
        private final List<PrefixCode[]> codes;
        private int done;
        private int cachedUpTo;

        Pixels(
                int width,
                int[] colours,
                int cacheBits,
                int blockBits,
                int @Nullable [] blocks,
                List<PrefixCode[]> codes) {
            this.width = width;
            this.colours = colours;
            this.cacheBits = cacheBits;
            this.cache = new int[cacheBits > 0 ? 1 << cacheBits : 0];
            this.blockBits = blockBits;
            this.blocks = blocks;
            this.codes = codes;
        }

        int[] fill() throws ImageException {
            PrefixCode[] group = codes.get(0);
            int[] places = blocks;
            int across = Transform.blocks(width, blockBits);
            int sameUntil = 0;
            while (done < colours.length) {
                if (places != null && done >= sameUntil) {
                    int row = done / width;
                    int column = done - row * width;
                    group = codes.get(places[(row >> blockBits) * across + (column >> blockBits)]);
                    int blockEnd = ((column >> blockBits) + 1) << blockBits;
                    sameUntil = done + Math.min(blockEnd, width) - column;
                }
                pixel(group);
            }
            return colours;
        }

        private void pixel(PrefixCode[] group) throws ImageException {
            int green = group[0].read(bits);
            if (green < LITERALS) {
                int red = group[1].read(bits);
                int blue = group[2].read(bits);
                int alpha = group[3].read(bits);
                colours[done++] = alpha << 24 | red << 16 | green << 8 | blue;
            } else if (green < LITERALS + LENGTHS) {
                int length = value(green - LITERALS);
                copy(length, distance(value(group[4].read(bits))));
            } else {
                remember();
                colours[done++] = cache[green - LITERALS - LENGTHS];
            }
        }

        /** Puts every pixel since the last time into the colour cache. */
        private void remember() {
            for (; cachedUpTo < done; cachedUpTo++) {
                int colour = colours[cachedUpTo];
                cache[(CACHE_HASH * colour) >>> (32 - cacheBits)] = colour;
            }
        }

        private int value(int prefix) throws ImageException {
            if (prefix < 4) {
                return prefix + 1;
            }
            int extra = (prefix - 2) >> 1;
            return ((2 + (prefix & 1)) << extra) + bits.read(extra) + 1;
        }

        private int distance(int code) {
            return code > Neighbours.COUNT ? code - Neighbours.COUNT : Neighbours.distance(code, width);
        }

        private void copy(int length, int distance) throws ImageException {
            if (distance > done || length > colours.length - done) {
                throw bits.damaged("copy of " + length + " pixels from " + distance + " before pixel " + done
                        + " leaves the picture");
            }
            for (int i = 0; i < length; i++, done++) {
                colours[done] = colours[done - distance];
            }
        }
    }
}
