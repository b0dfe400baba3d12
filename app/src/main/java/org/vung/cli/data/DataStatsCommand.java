package org.vung.cli.data;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vung.cli.report.DataReport;
import org.vung.cli.terminal.Talk;
import org.vung.cli.terminal.Terminal;
import org.vung.data.Dataset;
import org.vung.data.stats.DataStats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vung data stats}: what a data set holds. */
@Command(
        name = "stats",
        description = "Counts images, sizes, the pixels of every class, objects and their sizes.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vung data stats CamVid",
            "  vung data stats roads --from pairs:threshold=128 --json | jq '.classes'"
        })
final class DataStatsCommand implements Callable<Integer> {

    /** Sizes that are listed for people; JSON has all. */
    private static final int MOST_SIZES = 6;

    @Mixin
    private Source source = new Source();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private Talk talk = new Talk();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    private final Terminal terminal;

    DataStatsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        terminal.listen(talk);
        Dataset set = source.open(spec);
        int all = set.items().size();
        DataStats stats = DataStats.of(
                set,
                index -> terminal.progress(index, all, set.items().get(index).name()));
        String format = source.formatName();
        if (json) {
            terminal.result(DataReport.of(source.folder().toString(), format, stats));
        } else {
            print(stats, format);
        }
        return 0;
    }

    private void print(DataStats stats, String format) {
        line("data set", stats.name() + " (" + format + ")");
        line(
                "images",
                count(stats.images()) + (stats.groups() < stats.images() ? " in " + stats.groups() + " groups" : ""));
        line("sizes", sizes(stats.sizes()));
        line("truth", stats.kind());
        line("unknown", percent(stats.unknown(), stats.pixels()) + " of all pixels");
        boolean objects = !stats.objects().isEmpty();
        if (objects) {
            line("background", percent(stats.uncovered(), stats.pixels() - stats.unknown()) + " of known pixels");
        }
        terminal.result("");
        row("class", "images", "pixels", "share", objects ? "objects" : "");
        for (DataStats.ClassCount each : stats.classes()) {
            row(
                    each.name(),
                    count(each.images()),
                    count(each.pixels()),
                    String.format(Locale.ROOT, "%.2f %%", 100 * each.share()),
                    objects ? count(each.objects()) : "");
        }
        stats.objects().forEach(this::objects);
    }

    private void objects(DataStats.ObjectCounts counts) {
        terminal.result("");
        line("objects", count(counts.total()) + " and " + count(counts.crowds()) + " crowds");
        line("per image", spread(counts.perImage()));
        line("pixels each", spread(counts.area()));
        line(
                "by size",
                count(counts.small()) + " below 32², " + count(counts.medium()) + " up to 96², " + count(counts.large())
                        + " above");
    }

    private void line(String name, String value) {
        terminal.result(String.format(Locale.ROOT, "%-14s %s", name, value));
    }

    private void row(String name, String images, String pixels, String share, String objects) {
        terminal.result(String.format(Locale.ROOT, "%-20s %8s %16s %9s %9s", name, images, pixels, share, objects)
                .stripTrailing());
    }

    private static String sizes(List<DataStats.SizeCount> sizes) {
        StringBuilder text = new StringBuilder();
        for (DataStats.SizeCount each : sizes.subList(0, Math.min(MOST_SIZES, sizes.size()))) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(each.size())
                    .append(" (")
                    .append(each.images())
                    .append(')');
        }
        return text + (sizes.size() > MOST_SIZES ? " and " + (sizes.size() - MOST_SIZES) + " more" : "");
    }

    private static String spread(DataStats.Spread spread) {
        return String.format(
                Locale.ROOT,
                "%,.0f … %,.0f, median %,.0f, mean %,.1f",
                spread.least(),
                spread.most(),
                spread.median(),
                spread.mean());
    }

    private static String percent(long some, long all) {
        return String.format(Locale.ROOT, "%.2f %%", all == 0 ? 0 : 100.0 * some / all);
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
