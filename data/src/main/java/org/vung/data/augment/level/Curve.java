package org.vung.data.augment.level;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.vung.image.SampleType;

/** A curve from sample to sample. For whole numbers it is worked out once for each value that occurs. */
final class Curve {

    private static final int UNKNOWN = -1;

    private final DoubleUnaryOperator exact;
    private final SampleType type;
    private final int[] table;

    Curve(DoubleUnaryOperator exact, SampleType type) {
        this.exact = exact;
        this.type = type;
        this.table = new int[type == SampleType.FLOAT32 ? 0 : (int) type.white() + 1];
        Arrays.fill(table, UNKNOWN);
    }

    DoubleUnaryOperator exact() {
        return exact;
    }

    void through(byte[] samples, int first, int step) {
        for (int at = first; at < samples.length; at += step) {
            samples[at] = (byte) answer(samples[at] & 0xFF);
        }
    }

    void through(short[] samples, int first, int step) {
        for (int at = first; at < samples.length; at += step) {
            samples[at] = (short) answer(samples[at] & 0xFFFF);
        }
    }

    void through(float[] samples, int first, int step) {
        for (int at = first; at < samples.length; at += step) {
            if (Float.isFinite(samples[at])) {
                samples[at] = (float) exact.applyAsDouble(samples[at]);
            }
        }
    }

    private int answer(int sample) {
        if (table[sample] == UNKNOWN) {
            table[sample] = whole(exact.applyAsDouble(sample), type);
        }
        return table[sample];
    }

    /** Rounded, and cut off at 0 and white. */
    static int whole(double sample, SampleType type) {
        return (int) (Math.max(0, Math.min(type.white(), sample)) + 0.5);
    }
}
