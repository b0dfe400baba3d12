package org.vung.torch.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSpanTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s",
        "449, 0.4 s",
        "999, 0.9 s",
        "1000, 1 s",
        "59499, 59 s",
        "59500, 1 min 0 s",
        "185000, 3 min 5 s",
        "3599600, 1 h 0 min",
        "7800000, 2 h 10 min",
        "86399000, 1 d 0 h",
        "370800000, 4 d 7 h"
    })
    void timeInWords(long millis, String words) {
        assertThat(TimeSpan.words(Duration.ofMillis(millis))).isEqualTo(words);
    }
}
