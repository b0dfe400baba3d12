package org.vung.torch.record.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.data.html.Html;
import org.vung.torch.record.Metrics;

class LineChartTest {

    private static final double NAN = Double.NaN;
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void valuesInOrderAreOneLine() {
        // Frame: x 46 … 446 for steps 0 … 2, y 204 … 10 for 0 … 1.
        assertThat(path(0, 0.5, 1)).isEqualTo("M46.0 204.0L246.0 107.0L446.0 10.0");
    }

    @Test
    void whatIsNoNumberIsAGap() {
        assertThat(path(0, NAN, 1, 1)).isEqualTo("M46.0 204.0h0M312.7 10.0L446.0 10.0");
        assertThat(path(0, 1, INFINITE, -INFINITE, 0, 0)).isEqualTo("M46.0 204.0L126.0 10.0M366.0 204.0L446.0 204.0");
        assertThat(path(NAN, 0, 1)).isEqualTo("M246.0 204.0L446.0 10.0");
        assertThat(text(0, NAN, 1)).contains("last 1.0000, range 0 … 1.0000, 1 value not drawn");
        assertThat(text(0, NAN, INFINITE)).contains("last Infinity, 2 values not drawn");
    }

    @Test
    void aValueAloneIsADotInTheMiddle() {
        assertThat(path(0.5)).endsWith("h0").contains(" 107.0");
        assertThat(path(0)).endsWith("h0");
    }

    @Test
    void withoutAValueNothingIsDrawn() {
        assertThat(text(NAN, NAN)).contains("No value to draw.").doesNotContain("<svg", "NaN ");
        assertThat(text()).contains("No value to draw.", "never measured");
    }

    @Test
    void aLogarithmicChartLeavesZeroOut() {
        Metrics metrics = metrics("loss", 1, 0, 100);
        Report.Chart chart = new Report.Chart("t", List.of("loss"), true);
        Html html = new Html();
        LineChart.write(chart, metrics, html);
        assertThat(html.toString())
                .contains("(logarithmic)", "1 value not drawn")
                .contains("h0M");
    }

    @Test
    void manyValuesAreThinnedButTheirPeaksAndGapsStay() {
        double[] values = new double[100_000];
        values[70_001] = 1;
        values[30_003] = NAN;
        String path = path(values);
        assertThat(path.length()).isLessThan(30_000);
        assertThat(path).contains(" 10.0").matches("M[^M]*M[^M]*");
    }

    @Test
    void extremeValuesDrawWithinTheFrame() {
        double[][] cases = {
            {1e-300, 2e-300},
            {-1e99, 1e99},
            {1, 1 + 1e-16},
            {5, 5},
            {-3, -3},
            {1e300, 1},
            {123456789, 123456790},
            {-0.0, 0.0}
        };
        for (double[] values : cases) {
            assertThat(numbers(path(values))).allMatch(place -> place >= 9 && place <= 447);
        }
    }

    @Test
    void theLargestStepIsDrawn() {
        Metrics metrics = new Metrics(
                List.of("a"),
                List.of(new Metrics.Row(0, 1, Map.of("a", 1.0)), new Metrics.Row(Long.MAX_VALUE, 1, Map.of("a", 2.0))));
        assertThat(drawn(metrics, "a")).contains("M46.0 204.0L446.0 10.0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0       | 1        | 0, 0.2, 0.4, 0.6, 0.8, 1.0
            0.5123  | 0.5127   | 0.5123, 0.5124, 0.5125, 0.5126, 0.5127
            0       | 12000    | 0, 2k, 4k, 6k, 8k, 10k, 12k
            0       | 3e6      | 0, 0.5M, 1.0M, 1.5M, 2.0M, 2.5M, 3.0M
            -20     | 30       | -20, -10, 0, 10, 20, 30
            0       | 2e-7     | 0, 5e-8, 1e-7, 1.5e-7, 2e-7
            """)
    void marksAreRound(double from, double to, String marks) {
        Axis axis = Axis.round(from, to);
        assertThat(axis.marks().stream().map(axis::label)).containsExactly(marks.split(", "));
        assertThat(axis.place(axis.from())).isZero();
        assertThat(axis.place(axis.to())).isEqualTo(1, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.01 | 1.1   | 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1
            1e-6 | 1     | 1e-6, 1e-5, 1e-4, 0.001, 0.01, 0.1, 1
            5    | 5     | 2, 5, 10
            """)
    void logarithmicMarksArePowers(double from, double to, String marks) {
        Axis axis = Axis.logarithmic(from, to);
        assertThat(axis.marks().stream().map(axis::label)).containsExactly(marks.split(", "));
    }

    @Test
    void numbersThatBelongTogetherShareAChart() {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("train/loss", new double[] {2, 0.01});
        columns.put("val/loss", new double[] {1, 0.5});
        columns.put("lr", new double[] {0.01, 0.0});
        for (int label = 0; label < 7; label++) {
            columns.put("iou/" + label, new double[] {0, 1});
        }
        columns.put("images/s", new double[] {20, 30});
        List<Report.Chart> charts = Report.Curves.usual(metrics(columns)).charts();
        assertThat(charts)
                .extracting(Report.Chart::title)
                .containsExactly("Loss", "Scores, 1 of 2", "Scores, 2 of 2", "Learning rate", "images/s");
        assertThat(charts).extracting(Report.Chart::logarithmic).containsExactly(true, false, false, false, false);
        assertThat(charts.stream().flatMap(chart -> chart.names().stream()))
                .containsExactlyInAnyOrderElementsOf(columns.keySet());
    }

    @Test
    void chartsOfUnknownNumbersAndOfTooManyAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Report.Curves(metrics("a", 1), List.of(new Report.Chart("t", List.of("b"), false))))
                .withMessage("names of chart 't' must be among [a], got [b]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Report.Chart("t", List.of("1", "2", "3", "4", "5", "6", "7"), false))
                .withMessage("chart 't' must have 1 … 6 curves, got 7; split it");
    }

    private static String path(double... values) {
        Matcher matcher = Pattern.compile("<path class=\"s0\" d=\"([^\"]*)\"").matcher(text(values));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static List<Double> numbers(String path) {
        List<Double> numbers = new ArrayList<>();
        Matcher matcher = Pattern.compile("-?[0-9.]+").matcher(path.replace("h0", ""));
        while (matcher.find()) {
            numbers.add(Double.valueOf(matcher.group()));
        }
        return numbers;
    }

    private static String text(double... values) {
        return drawn(metrics("a", values), "a");
    }

    private static String drawn(Metrics metrics, String name) {
        Html html = new Html();
        LineChart.write(new Report.Chart("t", List.of(name), false), metrics, html);
        return html.toString();
    }

    private static Metrics metrics(String name, double... values) {
        return metrics(Map.of(name, values));
    }

    private static Metrics metrics(Map<String, double[]> columns) {
        List<Metrics.Row> rows = new ArrayList<>();
        int longest = columns.values().stream()
                .mapToInt(values -> values.length)
                .max()
                .orElse(0);
        for (int row = 0; row < longest; row++) {
            Map<String, Double> values = new LinkedHashMap<>();
            for (Map.Entry<String, double[]> column : columns.entrySet()) {
                values.put(column.getKey(), column.getValue()[row]);
            }
            rows.add(new Metrics.Row(row, 1, values));
        }
        return new Metrics(List.copyOf(columns.keySet()), rows);
    }
}
