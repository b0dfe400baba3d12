package org.vung.nets.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.vung.nets.model.Models;

class DeterministicTest {

    @ParameterizedTest
    @CsvFileSource(resources = "deterministic.csv", numLinesToSkip = 1)
    void theFormulaIsThatOfThePythonScript(String model, String key, int index, String hexadecimal) {
        float[] numbers = key.equals("input")
                ? Deterministic.uniform(key, index + 1)
                : Deterministic.numbers(
                        key,
                        Objects.requireNonNull(
                                Models.named(model).graph().parameters().get(key)));
        assertThat(Integer.toHexString(Float.floatToIntBits(numbers[index]))).isEqualTo(hexadecimal);
    }
}
