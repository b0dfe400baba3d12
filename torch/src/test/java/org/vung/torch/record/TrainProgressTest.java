package org.vung.torch.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainProgressTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private long now;

    @Test
    void anEpochIsALine() {
        TrainProgress progress = progress(false, 2, 4);
        for (int step = 1; step <= 4; step++) {
            now += seconds(1);
            progress.step(1, step, 8, step / 4.0);
        }
        now += seconds(2); // judging
        progress.epoch(1, 0.8125);
        for (int step = 1; step <= 4; step++) {
            now += seconds(0.5);
            progress.step(2, step, 8, 0.125);
        }
        progress.epoch(2, Double.NaN);
        assertThat(text().lines())
                .containsExactly(
                        "epoch 1/2  step 4/4  loss 0.6250  score 0.8125  8.0 images/s  6 s left",
                        "epoch 2/2  step 4/4  loss 0.1250  score -  16.0 images/s  done after 8 s");
    }

    @Test
    void withoutATerminalNothingIsWrittenOver() {
        TrainProgress progress = progress(false, 1, 2);
        now += seconds(1);
        progress.step(1, 1, 1, 1);
        assertThat(text()).isEmpty();
    }

    @Test
    void onATerminalALineChanges() {
        TrainProgress progress = progress(true, 10, 100);
        now += seconds(1);
        progress.step(1, 1, 4, 1.5);
        String first = "epoch  1/10  step   1/100  loss 1.500  score -  4.0 images/s  16 min 39 s left";
        assertThat(text()).isEqualTo(first);
        progress.step(1, 2, 4, 0.5); // too soon to draw
        assertThat(text()).isEqualTo(first);
        progress.say("saved");
        assertThat(text()).isEqualTo(first + "\r" + " ".repeat(first.length()) + "\rsaved\n");
    }

    @Test
    void aLossThatIsNoNumberIsSeen() {
        TrainProgress progress = progress(false, 1, 1);
        now += seconds(1);
        progress.step(1, 1, 4, Double.NaN);
        progress.epoch(1, 0);
        assertThat(text()).contains("loss NaN  score 0.000");
    }

    @Test
    void aRunThatGoesOnCountsItsOwnSteps() {
        TrainProgress progress = progress(false, 10, 100);
        now += seconds(10);
        progress.step(9, 100, 1, 0.5);
        progress.epoch(9, 0.5);
        assertThat(text()).contains("epoch  9/10  step 100/100").contains("16 min 40 s left");
    }

    @Test
    void aLongLineIsCutToTheTerminal() {
        TrainProgress progress = progress(true, Integer.MAX_VALUE, Long.MAX_VALUE / Integer.MAX_VALUE);
        now += seconds(1);
        progress.step(1, 1, 4, 1e300);
        assertThat(text()).hasSize(79);
    }

    @Test
    void nothingToDoIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainProgress(out, true, 0, 5))
                .withMessage("epochs and steps must be at least 1, got 0 and 5");
    }

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

    private TrainProgress progress(boolean terminal, int epochs, long steps) {
        return new TrainProgress(out, terminal, epochs, steps, () -> now);
    }

    private static long seconds(double seconds) {
        return (long) (seconds * 1e9);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
