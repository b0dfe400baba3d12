package org.vung.torch.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the processor can do. */
public final class Processor {

    private static final boolean BFLOAT16 = flags();

    private Processor() {}

    /**
     * Whether it multiplies bfloat16 in hardware. Known on Linux only; elsewhere false, which is always right to assume.
     *
     * @return whether AVX512-BF16, AMX or their like on ARM is there
     */
    public static boolean multipliesBfloat16() {
        return BFLOAT16;
    }

    private static boolean flags() {
        Path description = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(description)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(description)) {
            return lines.filter(line -> line.startsWith("flags") || line.startsWith("Features"))
                    .findFirst()
                    .map(line -> (line + " ").matches(".*\\b(avx512_bf16|amx_bf16|bf16)\\b.*"))
                    .orElse(false);
        } catch (IOException unknown) {
            return false;
        }
    }
}
