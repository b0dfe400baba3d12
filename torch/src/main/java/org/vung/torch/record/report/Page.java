package org.vung.torch.record.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.vung.data.html.Html;
import org.vung.torch.record.TimeSpan;

/** The page from top to bottom. */
final class Page {

    /** Whatever slips in, a browser runs no script and fetches nothing. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private final Report.Content content;
    private final Html html = new Html();

    private Page(Report.Content content) {
        this.content = content;
    }

    static String of(Report.Content content) throws IOException {
        Page page = new Page(content);
        page.head();
        page.headlines();
        page.summary();
        page.curves();
        ScoreTables.write(content.scores(), page.html);
        ExamplePictures.write(content.examples(), page.html);
        page.html.close("main").close("body").close("html");
        return page.html.toString();
    }

    private void head() throws IOException {
        html.trusted("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
        html.open("meta", "charset", "utf-8");
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("meta", "name", "color-scheme", "content", "light dark");
        html.words("title", content.title());
        html.open("style").trusted(style()).close("style").close("head");
        html.open("body").open("main").words("h1", content.title());
    }

    private static String style() throws IOException {
        try (InputStream css = Page.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(css, "report.css").readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void headlines() {
        if (content.headlines().isEmpty()) {
            return;
        }
        html.open("ul", "class", "headlines");
        for (Report.Headline headline : content.headlines()) {
            html.open("li")
                    .words("b", headline.value())
                    .words("span", headline.name())
                    .close("li");
        }
        html.close("ul");
    }

    private void summary() {
        Report.Summary summary = content.summary();
        html.open("section").words("h2", "Run").open("table", "class", "facts");
        fact("Model", summary.model());
        fact("Parameters", String.format(Locale.ROOT, "%,d", summary.parameters()));
        fact("Data", summary.data());
        fact("Seed", String.valueOf(summary.seed()));
        fact("Time", TimeSpan.words(summary.time()));
        fact("Machine", summary.machine());
        html.close("table");
        if (!summary.plan().isBlank()) {
            html.open("details")
                    .words("summary", "Plan")
                    .words("pre", summary.plan())
                    .close("details");
        }
        html.close("section");
    }

    private void fact(String name, String value) {
        html.open("tr").words("th", name, "scope", "row").words("td", value).close("tr");
    }

    private void curves() {
        Report.Curves curves = content.curves();
        if (curves.charts().isEmpty()) {
            return;
        }
        html.open("section").words("h2", "Curves").open("div", "class", "charts");
        for (Report.Chart chart : curves.charts()) {
            LineChart.write(chart, curves.metrics(), html);
        }
        html.close("div").close("section");
    }
}
