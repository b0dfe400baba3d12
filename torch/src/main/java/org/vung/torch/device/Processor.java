package org.vung.torch.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the processor can do. */
public final class Processor {

    private static final String FEATURES = features();
    private static final boolean BFLOAT16 = has("avx512_bf16") || has("amx_bf16") || has("bf16");
    private static final boolean NARROW = has("avx2") && !has("avx512f");

    private Processor() {}

    /**
     * Whether it multiplies bfloat16 in hardware. Known on Linux only; elsewhere false, which is always right to assume.
     *
     * @return whether AVX512-BF16, AMX or their like on ARM is there
     */
    public static boolean multipliesBfloat16() {
        return BFLOAT16;
    }

    /**
     * Whether its vectors have 256 bits and no more. Known on Linux only; elsewhere false.
     *
     * @return whether AVX2 is there without AVX-512
     */
    public static boolean hasNarrowVectors() {
        return NARROW;
    }

    private static boolean has(String feature) {
        return FEATURES.contains(" " + feature + " ");
    }

    /** With a blank before and after each. */
    private static String features() {
        Path description = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(description)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(description)) {
            return lines.filter(line -> line.startsWith("flags") || line.startsWith("Features"))
                    .findFirst()
                    .map(line -> line + " ")
                    .orElse("");
        } catch (IOException unknown) {
            return "";
        }
    }
}
