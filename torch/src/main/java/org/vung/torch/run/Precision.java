package org.vung.torch.run;

/** In which numbers a network is run. */
public enum Precision {
    /** {@code BFLOAT16} where the processor multiplies it in hardware (AVX512-BF16, AMX), else {@code FLOAT32}. */
    AUTO,
    /** 24 bits of mantissa. */
    FLOAT32,
    /** The range of float32 with 8 bits of mantissa; sums are kept in float32. */
    BFLOAT16;

    /** The precision that is meant on this machine; never {@code AUTO}. */
    Precision here() {
        if (this == AUTO) {
            return Processor.multipliesBfloat16() ? BFLOAT16 : FLOAT32;
        }
        return this;
    }
}
