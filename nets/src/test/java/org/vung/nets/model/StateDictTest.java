package org.vung.nets.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Our parameters are those of the checkpoints others publish: names, dimensions, order. */
class StateDictTest {

    @ParameterizedTest
    @CsvFileSource(resources = "state-dicts.csv", numLinesToSkip = 1)
    void keysAndDimensionsAreTheCheckpoints(String model, int count, String digest) throws NoSuchAlgorithmException {
        List<String> keys = Models.named(model).graph().parameters().entrySet().stream()
                .map(entry -> entry.getKey() + ":"
                        + entry.getValue().dimensions().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining("x")))
                .toList();
        assertThat(keys).hasSize(count);
        assertThat(sha256(keys))
                .as("compare with checks/peers/fixtures_nets.py --keys %s: %s", model, keys)
                .isEqualTo(digest);
    }

    private static String sha256(List<String> lines) throws NoSuchAlgorithmException {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        lines.forEach(line -> sha.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(sha.digest());
    }
}
