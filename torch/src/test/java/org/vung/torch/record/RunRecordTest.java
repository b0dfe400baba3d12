package org.vung.torch.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {

    @TempDir
    Path folder;

    @Test
    void aRowIsALineOfTheTableAndAnEvent() throws IOException {
        try (RunRecord record = RunRecord.open(folder, 0)) {
            record.log(1, 1, values("train/loss", 0.75, "lr", 1e-4));
            record.log(1L << 40, 2, values("lr", 2.5, "train/loss", Double.NaN));
        }
        assertThat(table()).isEqualTo("step,epoch,train/loss,lr\n1,1,0.75,1.0E-4\n1099511627776,2,NaN,2.5\n");
        List<EventRecords.Event> events = events();
        assertThat(events).hasSize(3);
        assertThat(events.get(0).version()).isEqualTo("brain.Event:2");
        assertThat(events.get(0).wallTime()).isBetween(1.7e9, 1e11);
        assertThat(events.get(1).step()).isEqualTo(1);
        assertThat(events.get(1).scalars()).isEqualTo(Map.of("train/loss", 0.75f, "lr", 1e-4f));
        assertThat(events.get(2).step()).isEqualTo(1L << 40);
        assertThat(events.get(2).scalars()).isEqualTo(Map.of("train/loss", Float.NaN, "lr", 2.5f));
    }

    @Test
    void theChecksumOfTheReaderIsThatOfTheStandard() {
        // RFC 3720, B.4: 32 bytes of zeros have the CRC-32C 8A9136AA.
        int crc = 0x8A9136AA;
        assertThat(EventRecords.masked(new byte[32])).isEqualTo(Integer.rotateRight(crc, 15) + 0xA282EAD8);
    }

    @Test
    void rowsStandInTheTableOnceTheyAreLogged() throws IOException {
        try (RunRecord record = RunRecord.open(folder, 0)) {
            record.log(1, 1, Map.of("loss", 1.0));
            assertThat(Metrics.read(folder).points("loss")).containsExactly(new Metrics.Point(1, 1));
            assertThat(events()).hasSize(2);
        }
    }

    @Test
    void oddNumbersComeBackAsTheyWere() throws IOException {
        double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE, 1 / 3.0
        };
        try (RunRecord record = RunRecord.open(folder, 0)) {
            for (int step = 0; step < odd.length; step++) {
                record.log(step, 0, Map.of("loss", odd[step]));
            }
        }
        assertThat(Metrics.read(folder).points("loss"))
                .extracting(Metrics.Point::value)
                .containsExactly(Arrays.stream(odd).boxed().toArray(Double[]::new));
    }

    @Test
    void declaredNamesAreColumnsAndMayStayEmpty() throws IOException {
        try (RunRecord record = RunRecord.open(folder, 0, List.of("loss", "val/iou"))) {
            assertThat(table()).isEqualTo("step,epoch,loss,val/iou\n");
            record.log(5, 1, Map.of("loss", 2.0));
            record.log(5, 1, Map.of("val/iou", 0.5));
        }
        assertThat(table()).isEqualTo("step,epoch,loss,val/iou\n5,1,2.0,\n5,1,,0.5\n");
        assertThat(Metrics.read(folder).points("val/iou")).containsExactly(new Metrics.Point(5, 0.5));
    }

    @Test
    void aNameWithoutAColumnIsRefusedAndNothingWritten() throws IOException {
        try (RunRecord record = RunRecord.open(folder, 0)) {
            record.log(1, 1, Map.of("loss", 2.0));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> record.log(2, 1, values("loss", 1.0, "iou", 0.5)))
                    .withMessage(
                            "names must be among the columns [loss], got [iou]; declare all names when the run is opened");
            record.log(2, 1, Map.of("loss", 1.0));
        }
        assertThat(Metrics.read(folder).rows()).hasSize(2);
        assertThat(events()).hasSize(3);
    }

    @Test
    void namesThatWouldBreakTheTableAreRefused() throws IOException {
        for (String name : List.of("", " ", "a\nb", "a\u0000", "step", "epoch")) {
            try (RunRecord record = RunRecord.open(folder, 0)) {
                assertThatIllegalArgumentException().isThrownBy(() -> record.log(1, 1, Map.of(name, 1.0)));
            }
            assertThatIllegalArgumentException().isThrownBy(() -> RunRecord.open(folder, 0, List.of(name)));
        }
        assertThat(table()).isEmpty();
    }

    @Test
    void namesWithCommasAndQuotesComeBack() throws IOException {
        List<String> names = List.of("iou/car, parked", "iou/\"sky\"", "iou/đường", "=1+1", ",", "\"");
        try (RunRecord record = RunRecord.open(folder, 0, names)) {
            record.log(1, 1, Map.of(names.get(0), 0.5));
        }
        try (RunRecord record = RunRecord.open(folder, 1)) {
            record.log(2, 1, Map.of(names.get(1), 0.25));
        }
        assertThat(Metrics.read(folder).names()).isEqualTo(names);
        assertThat(Metrics.read(folder).points(names.get(1))).containsExactly(new Metrics.Point(2, 0.25));
    }

    @Test
    void stepsThatFallAreRefused() throws IOException {
        try (RunRecord record = RunRecord.open(folder, 0)) {
            record.log(3, 1, Map.of("loss", 2.0));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> record.log(2, 1, Map.of("loss", 2.0)))
                    .withMessageContaining("at least 3 as recorded before, got 2");
        }
    }

    @Test
    void goingOnDropsWhatIsLater() throws IOException {
        recordSteps(0, 1, 5, 1.0);
        recordSteps(3, 4, 6, 2.0);
        assertThat(table()).isEqualTo("step,epoch,loss\n1,1,1.0\n2,1,1.0\n3,1,1.0\n4,1,2.0\n5,1,2.0\n6,1,2.0\n");
        assertThat(EventRecords.curve(folder, "loss"))
                .isEqualTo(Map.of(1L, 1f, 2L, 1f, 3L, 1f, 4L, 2f, 5L, 2f, 6L, 2f));
    }

    @Test
    void goingOnAtTheLastStepDropsNothing() throws IOException {
        recordSteps(0, 1, 3, 1.0);
        recordSteps(3, 4, 4, 2.0);
        assertThat(table()).isEqualTo("step,epoch,loss\n1,1,1.0\n2,1,1.0\n3,1,1.0\n4,1,2.0\n");
        List<EventRecords.Event> second =
                EventRecords.read(EventRecords.files(folder).get(1));
        assertThat(second.get(0).version()).isEqualTo("brain.Event:2");
        assertThat(second.get(1).session()).isEqualTo(1);
        assertThat(second.get(1).step()).isEqualTo(4);
    }

    @Test
    void startingAgainFromTheBeginningFreesTheColumns() throws IOException {
        recordSteps(0, 1, 3, 1.0);
        try (RunRecord record = RunRecord.open(folder, 0)) {
            record.log(1, 1, Map.of("accuracy", 0.5));
        }
        assertThat(table()).isEqualTo("step,epoch,accuracy\n1,1,0.5\n");
    }

    @Test
    void goingOnWithMoreNamesAddsColumns() throws IOException {
        recordSteps(0, 1, 2, 1.0);
        try (RunRecord record = RunRecord.open(folder, 2, List.of("iou", "loss"))) {
            record.log(3, 1, values("loss", 0.5, "iou", 0.25));
        }
        assertThat(table()).isEqualTo("step,epoch,loss,iou\n1,1,1.0,\n2,1,1.0,\n3,1,0.5,0.25\n");
    }

    @Test
    void everyOpeningGetsAnEventFileThatSortsLast() throws IOException {
        for (int opening = 0; opening < 4; opening++) {
            recordSteps(opening, opening + 1, opening + 1, opening);
        }
        assertThat(EventRecords.files(folder)).hasSize(4);
        assertThat(EventRecords.curve(folder, "loss")).isEqualTo(Map.of(1L, 0f, 2L, 1f, 3L, 2f, 4L, 3f));
    }

    @Test
    void cutAtAnyByteTheTableStaysReadableAndCanGoOn() throws IOException {
        try (RunRecord record = RunRecord.open(folder, 0, List.of("loss", "a, b"))) {
            record.log(1, 1, Map.of("loss", 12.25));
            record.log(2, 1, Map.of("a, b", -1e-300));
        }
        byte[] whole = Files.readAllBytes(folder.resolve("metrics.csv"));
        for (int length = 0; length <= whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            Files.write(folder.resolve("metrics.csv"), cut);
            long lines = new String(cut, StandardCharsets.UTF_8)
                    .chars()
                    .filter(letter -> letter == '\n')
                    .count();
            assertThat(Metrics.read(folder).rows()).hasSize((int) Math.max(0, lines - 1));
            try (RunRecord record = RunRecord.open(folder, 2, List.of("loss", "a, b"))) {
                record.log(3, 2, Map.of("loss", 1.0));
            }
            assertThat(Metrics.read(folder).points("loss")).last().isEqualTo(new Metrics.Point(3, 1));
        }
    }

    @Test
    void whatACrashLeftAtTheEndIsDropped() throws IOException {
        recordSteps(0, 1, 2, 1.0);
        Files.write(
                folder.resolve("metrics.csv"), (table() + "3,1,\u0000\u0000\u0000").getBytes(StandardCharsets.UTF_8));
        recordSteps(2, 3, 3, 2.0);
        assertThat(table()).isEqualTo("step,epoch,loss\n1,1,1.0\n2,1,1.0\n3,1,2.0\n");
    }

    @Test
    void aDamagedTableIsRefusedWithItsLineAndLeftAsItIs() throws IOException {
        Map<String, String> cases = new LinkedHashMap<>();
        cases.put("time,loss\n1,2\n", "line 1 of .*columns must be step, epoch and names that differ.*");
        cases.put("step,epoch,a,a\n", "line 1 of .*names that differ.*");
        cases.put("step,epoch,a\n1,1,2\n2,1\n", "line 3 of .*must have 3 cells as the first, got 2; mend the line.*");
        cases.put("step,epoch,a\n1,1,two\n", "line 2 of .*cells must be numbers.*two.*");
        cases.put("step,epoch,a\n5,1,2\n4,1,2\n", "line 3 of .*at least 5 as above, got 4.*");
        for (Map.Entry<String, String> damaged : cases.entrySet()) {
            Files.writeString(folder.resolve("metrics.csv"), damaged.getKey());
            assertThatIOException()
                    .isThrownBy(() -> RunRecord.open(folder, 9))
                    .satisfies(failure -> assertThat(failure.getMessage()).matches(damaged.getValue()));
            assertThat(table()).isEqualTo(damaged.getKey());
        }
    }

    @Test
    void aTableThatASpreadsheetSavedIsRead() throws IOException {
        Files.writeString(folder.resolve("metrics.csv"), "\uFEFFstep,epoch,a\r\n1,1,2\r\n");
        assertThat(Metrics.read(folder).points("a")).containsExactly(new Metrics.Point(1, 2));
    }

    @Test
    void aMissingFolderOrTableIsNamed() {
        assertThatExceptionOfType(NotDirectoryException.class)
                .isThrownBy(() -> RunRecord.open(folder.resolve("none"), 0))
                .withMessageContaining("none");
        assertThatIOException()
                .isThrownBy(() -> Metrics.read(folder))
                .withMessageContaining("metrics.csv: no such file");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunRecord.open(folder, -1))
                .withMessage("afterStep must be at least 0, got -1");
    }

    @Test
    void aFullDiskIsSaidInWords() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no full device");
        try (WholeAppend out = new WholeAppend(full)) {
            assertThatIOException()
                    .isThrownBy(() -> out.append(new byte[10]))
                    .withMessage("cannot write /dev/full: No space left on device; what was recorded before is whole,"
                            + " free the disk and resume the run");
        }
    }

    @Test
    void anInterruptedThreadStillWrites() throws IOException {
        try (RunRecord record = RunRecord.open(folder, 0)) {
            Thread.currentThread().interrupt();
            record.log(1, 1, Map.of("loss", 1.0));
            assertThat(Thread.interrupted()).isTrue();
            record.log(2, 1, Map.of("loss", 1.0));
        }
        assertThat(Metrics.read(folder).rows()).hasSize(2);
    }

    private void recordSteps(long afterStep, int from, int to, double loss) throws IOException {
        try (RunRecord record = RunRecord.open(folder, afterStep)) {
            for (int step = from; step <= to; step++) {
                record.log(step, 1, Map.of("loss", loss));
            }
        }
    }

    private String table() throws IOException {
        return Files.readString(folder.resolve("metrics.csv"));
    }

    private List<EventRecords.Event> events() throws IOException {
        return EventRecords.read(EventRecords.files(folder).get(0));
    }

    private static Map<String, Double> values(String first, double one, String second, double two) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(first, one);
        values.put(second, two);
        return values;
    }
}
