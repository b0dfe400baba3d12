package org.vung.torch.record.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vung.data.html.Html;
import org.vung.torch.record.Metrics;
import org.vung.torch.record.Metrics.Point;

/** Curves over the steps as inline SVG, with their legend and last values as words under it. */
final class LineChart {

    private static final int WIDTH = 460;
    private static final int HEIGHT = 244;
    private static final int LEFT = 46;
    private static final int RIGHT = 14;
    private static final int TOP = 10;
    private static final int BOTTOM = 40;

    /** Beyond this a value is a failure, not a measurement, and would flatten all others. */
    private static final double LARGEST = 1e100;

    private final Report.Chart chart;
    private final List<List<Point>> curves = new ArrayList<>();
    private final Html html;

    private LineChart(Report.Chart chart, Metrics metrics, Html html) {
        this.chart = chart;
        this.html = html;
        chart.names().forEach(name -> curves.add(metrics.points(name)));
    }

    static void write(Report.Chart chart, Metrics metrics, Html html) {
        LineChart drawing = new LineChart(chart, metrics, html);
        html.open("figure", "class", "chart");
        html.words("figcaption", chart.title() + (chart.logarithmic() ? " (logarithmic)" : ""));
        drawing.frame();
        drawing.legend();
        html.close("figure");
    }

    private void frame() {
        double[] values = curves.stream()
                .flatMap(List::stream)
                .mapToDouble(Point::value)
                .filter(this::drawn)
                .sorted()
                .toArray();
        if (values.length == 0) {
            html.words("p", "No value to draw.", "class", "note");
            return;
        }
        Axis vertical = chart.logarithmic()
                ? Axis.logarithmic(values[0], values[values.length - 1])
                : Axis.round(values[0], values[values.length - 1]);
        double[] steps = curves.stream()
                .flatMap(List::stream)
                .mapToDouble(point -> (double) point.step())
                .sorted()
                .toArray();
        Axis horizontal = Axis.exact(steps[0], steps[steps.length - 1]);
        html.open("svg", "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "role", "img", "aria-label", spoken());
        vertical.marks().forEach(mark -> row(mark, vertical));
        horizontal.marks().forEach(mark -> column(mark, horizontal));
        html.words("text", "step", "class", "axis", "x", (WIDTH + LEFT - RIGHT) / 2, "y", HEIGHT - 4);
        for (int curve = 0; curve < curves.size(); curve++) {
            curve(curves.get(curve), horizontal, vertical, "s" + curve);
        }
        html.close("svg");
    }

    private String spoken() {
        return chart.title() + " over the steps: " + String.join(", ", chart.names());
    }

    private void row(double mark, Axis vertical) {
        double y = y(mark, vertical);
        html.open("line", "x1", LEFT, "x2", WIDTH - RIGHT, "y1", tenths(y), "y2", tenths(y))
                .close("line");
        html.words("text", vertical.label(mark), "class", "mark", "x", LEFT - 6, "y", tenths(y + 4));
    }

    private void column(double mark, Axis horizontal) {
        double x = x(mark, horizontal);
        html.open("line", "x1", tenths(x), "x2", tenths(x), "y1", HEIGHT - BOTTOM, "y2", HEIGHT - BOTTOM + 4)
                .close("line");
        html.words("text", horizontal.label(mark), "class", "axis", "x", tenths(x), "y", HEIGHT - BOTTOM + 16);
    }

    /** Lines between values that follow each other, broken where one cannot be drawn; a value alone is a dot. */
    private void curve(List<Point> points, Axis horizontal, Axis vertical, String style) {
        StringBuilder path = new StringBuilder();
        StringBuilder run = new StringBuilder();
        int length = 0;
        for (Point point : Thinning.of(points, this::drawn)) {
            if (drawn(point.value())) {
                run.append(length++ == 0 ? 'M' : 'L');
                run.append(tenths(x((double) point.step(), horizontal))).append(' ');
                run.append(tenths(y(point.value(), vertical)));
            } else {
                end(run, length, path);
                length = 0;
            }
        }
        end(run, length, path);
        html.open("path", "class", style, "d", path).close("path");
    }

    /** Moves a run of values into the path; round caps make a dot of a line without length. */
    private static void end(StringBuilder run, int length, StringBuilder path) {
        path.append(run).append(length == 1 ? "h0" : "");
        run.setLength(0);
    }

    private void legend() {
        html.open("ul", "class", "legend");
        for (int curve = 0; curve < curves.size(); curve++) {
            html.open("li").words("i", "", "class", "s" + curve);
            html.words("span", chart.names().get(curve)).words("small", told(curves.get(curve)));
            html.close("li");
        }
        html.close("ul");
    }

    private String told(List<Point> points) {
        if (points.isEmpty()) {
            return "never measured";
        }
        double[] values = points.stream()
                .mapToDouble(Point::value)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        long gaps = points.stream().filter(point -> !drawn(point.value())).count();
        String last = "last " + number(points.get(points.size() - 1).value());
        String range =
                values.length < 2 ? "" : ", range " + number(values[0]) + " … " + number(values[values.length - 1]);
        return last + range + (gaps == 0 ? "" : ", " + gaps + (gaps == 1 ? " value" : " values") + " not drawn");
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Numbers.digits(value) : String.valueOf(value);
    }

    private boolean drawn(double value) {
        return Math.abs(value) < LARGEST && !(chart.logarithmic() && value <= 0);
    }

    private static double x(double step, Axis axis) {
        return LEFT + axis.place(step) * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double value, Axis axis) {
        return HEIGHT - BOTTOM - axis.place(value) * (HEIGHT - TOP - BOTTOM);
    }

    private static String tenths(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }
}
