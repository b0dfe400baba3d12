package org.vung.data.check;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.vung.image.Image;

/**
 * What tells whether two images are one, without keeping them: a hash of the pixels, and for near twins a thumbnail of 16×16 mean
 * brightnesses with its difference hash (a bit for each two neighbours in a row: is the right one brighter?).
 */
final class Print {

    private static final int SIDE = 16;
    private static final int WORDS = 4;
    /** Bits of 240 that may differ between near twins; of unrelated photos about 120 do. */
    private static final int MOST_BITS = 24;
    /** Correlation of near twins' thumbnails. */
    private static final double LEAST_CORRELATION = 0.998;
    /** Deviation of a thumbnail, in shares of its range, below which there is nothing to compare. */
    private static final double FLAT = 1e-6;

    private final String exact;
    private final float[] thumbnail;
    private final long[] bits;

    private Print(String exact, float[] thumbnail, long[] bits) {
        this.exact = exact;
        this.thumbnail = thumbnail;
        this.bits = bits;
    }

    static Print of(Image image) {
        float[] thumbnail = thumbnail(image);
        long[] bits = bits(thumbnail);
        standardise(thumbnail);
        return new Print(hash(image), thumbnail, bits);
    }

    /** Equal for the same pixels, whatever file they came from. */
    String exact() {
        return exact;
    }

    boolean isNear(Print other) {
        int different = 0;
        for (int word = 0; word < WORDS; word++) {
            different += Long.bitCount(bits[word] ^ other.bits[word]);
        }
        if (different > MOST_BITS) {
            return false;
        }
        double correlation = 0;
        for (int at = 0; at < thumbnail.length; at++) {
            correlation += thumbnail[at] * other.thumbnail[at];
        }
        return correlation >= LEAST_CORRELATION;
    }

    private static String hash(Image image) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(image.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            switch (image.type()) {
                case UINT8 -> digest.update(image.sharedBytes());
                case UINT16 -> {
                    ByteBuffer bytes = ByteBuffer.allocate(2 * image.width() * image.channels());
                    for (int row = 0; row < image.height(); row++) {
                        bytes.clear()
                                .asShortBuffer()
                                .put(image.sharedShorts(), row * bytes.capacity() / 2, bytes.capacity() / 2);
                        digest.update(bytes);
                    }
                }
                case FLOAT32 -> {
                    ByteBuffer bytes = ByteBuffer.allocate(4 * image.width() * image.channels());
                    for (int row = 0; row < image.height(); row++) {
                        bytes.clear()
                                .asFloatBuffer()
                                .put(image.sharedFloats(), row * bytes.capacity() / 4, bytes.capacity() / 4);
                        digest.update(bytes);
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK must know SHA-256", impossible);
        }
    }

    /** Mean sample of each of 16×16 blocks; a block of a small image is the pixel it lies in. */
    private static float[] thumbnail(Image image) {
        float[] means = new float[SIDE * SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                int top = row * image.height() / SIDE;
                int left = column * image.width() / SIDE;
                int bottom = Math.max(top + 1, (row + 1) * image.height() / SIDE);
                int right = Math.max(left + 1, (column + 1) * image.width() / SIDE);
                means[row * SIDE + column] = mean(image, top, left, bottom, right);
            }
        }
        return means;
    }

    private static float mean(Image image, int top, int left, int bottom, int right) {
        double sum = 0;
        long count = 0;
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                for (int channel = 0; channel < image.colourChannels(); channel++) {
                    float sample = image.sample(row, column, channel);
                    if (Float.isFinite(sample)) {
                        sum += sample;
                        count++;
                    }
                }
            }
        }
        return count == 0 ? 0 : (float) (sum / count);
    }

    private static long[] bits(float[] thumbnail) {
        long[] bits = new long[WORDS];
        int bit = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 1; column < SIDE; column++, bit++) {
                boolean brighter = thumbnail[row * SIDE + column] > thumbnail[row * SIDE + column - 1];
                bits[bit / 64] |= brighter ? 1L << (bit % 64) : 0;
            }
        }
        return bits;
    }

    /** Mean 0 and length 1, so that a product of two is their correlation; a flat one becomes 0 and is near to nothing. */
    private static void standardise(float[] thumbnail) {
        double sum = 0;
        for (float value : thumbnail) {
            sum += value;
        }
        double mean = sum / thumbnail.length;
        double squares = 0;
        for (float value : thumbnail) {
            squares += (value - mean) * (value - mean);
        }
        double length = Math.sqrt(squares);
        boolean flat = length <= FLAT * Math.abs(mean) || length == 0;
        for (int at = 0; at < thumbnail.length; at++) {
            thumbnail[at] = flat ? 0 : (float) ((thumbnail[at] - mean) / length);
        }
    }
}
