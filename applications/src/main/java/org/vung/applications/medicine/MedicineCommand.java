package org.vung.applications.medicine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.vung.applications.sheet.Page;
import org.vung.applications.sheet.Pictures;
import org.vung.applications.sheet.Sheet;
import org.vung.applications.sheet.Table;
import org.vung.applications.sheet.UsageException;
import org.vung.applications.sheet.Work;
import org.vung.catalog.Catalog;
import org.vung.cli.terminal.Terminal;
import org.vung.data.rule.RuleFile;
import org.vung.figure.Canvas;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelMap;
import org.vung.measure.PixelSize;
import org.vung.measure.rule.RuleBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where it is, what shape it has, how large it is. */
@Command(
        name = "medicine",
        description = {
            "Vessels of the retina, lungs in X-rays, cell nuclei: where they are, what shape they have, how large they are.",
            "Never a diagnosis."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class MedicineCommand implements Callable<Integer> {

    /** On everything that is written. */
    static final String NOTE = "Measures of pictures, for research. Not a diagnosis, and not for any medical decision.";

    private static final String NAME = "medicine";

    /** What is looked at. */
    enum Theme {
        VESSELS,
        LUNGS,
        NUCLEI;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Mixin
    private Work work = new Work();

    @Option(names = "--look", paramLabel = "NAME", description = "What your images show: vessels, lungs or nuclei.")
    private Optional<Theme> theme = Optional.empty();

    @Option(
            names = "--mm",
            paramLabel = "N",
            description =
                    "Millimetres a pixel is wide and high, where you know. Without it all measures are in pixels.")
    private Optional<Double> millimetres = Optional.empty();

    private final Terminal terminal;

    /**
     * The command.
     *
     * @param terminal gets the decision
     */
    public MedicineCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        PixelSize pixel = millimetres.map(side -> PixelSize.square(side, "mm")).orElse(PixelSize.NONE);
        Path out = work.out(NAME);
        Page page = new Page("What was found", NOTE);
        terminal.result(NOTE);
        if (work.ownImages()) {
            Theme of = theme.orElseThrow(
                    () -> new UsageException("--look must say what your images show: vessels, lungs or nuclei"));
            look(of, own(work.images()), pixel, page, out);
        } else {
            for (Theme each : Theme.values()) {
                look(each, Material.of(each), pixel, page, out);
            }
        }
        page.write(out.resolve("findings.html"), work.existing());
        terminal.say("wrote findings.html, pictures and tables in " + out);
        return 0;
    }

    private static List<Material> own(List<Path> files) {
        return files.stream().map(file -> new Material(file, Optional.empty())).toList();
    }

    private RuleBook rules(Theme of) throws IOException {
        Path usual = work.rules(NAME);
        boolean named = !usual.endsWith(Path.of(NAME, "rules.yaml")) || of == Theme.VESSELS;
        return RuleFile.read(named ? usual : usual.resolveSibling("rules-" + of.word() + ".yaml"));
    }

    private void look(Theme of, List<Material> material, PixelSize pixel, Page page, Path out) throws IOException {
        Function<Opened, Finding> looking = looking(of, rules(of), pixel);
        List<Finding> findings = new ArrayList<>();
        for (Material each : material) {
            Finding finding = looking.apply(new Opened(each.name(), ImageFiles.read(each.file()), each.truth()));
            finding.lines().forEach(terminal::result);
            findings.add(finding);
        }
        String verdict = verdict(of, findings);
        page.heading(of.word());
        page.words(verdict);
        Table all = joined(findings);
        all.write(out.resolve(of.word() + ".csv"), work.existing());
        for (Finding finding : findings) {
            finding.lines().forEach(page::words);
            page.picture(finding.picture(), of.word() + " found in " + finding.name() + ", outlined");
            if (of != Theme.NUCLEI) {
                page.table(finding.table());
            }
        }
        List<Image> pictures = findings.stream().map(Finding::picture).toList();
        Image sheet = new Sheet(verdict, List.of(), List.of(NOTE)).around(beside(pictures));
        work.write(sheet, out.resolve(of.word() + ".png"));
        terminal.result(verdict);
    }

    /** One picture with its truth. */
    private record Opened(String name, Image image, Optional<LabelMap> truth) {}

    private static Function<Opened, Finding> looking(Theme of, RuleBook rules, PixelSize pixel) {
        return switch (of) {
            case VESSELS -> {
                VesselLook look = new VesselLook(Catalog.segmenter("vessels"), rules, pixel);
                yield opened -> look.of(opened.name, opened.image, opened.truth);
            }
            case LUNGS -> {
                LungLook look = new LungLook(rules, pixel);
                yield opened -> look.of(opened.name, opened.image, opened.truth);
            }
            case NUCLEI -> {
                NucleusLook look = new NucleusLook(Catalog.segmenter("nuclei-semantic"), rules, pixel);
                yield opened -> look.of(opened.name, opened.image, opened.truth);
            }
        };
    }

    private static String verdict(Theme of, List<Finding> findings) {
        long marked = findings.stream()
                .flatMap(finding -> finding.table().rows().stream())
                .filter(row -> row.contains("yes"))
                .count();
        long fired =
                findings.stream().filter(finding -> finding.lines().size() > 1).count();
        String what = switch (of) {
            case VESSELS -> marked + " quarters of the view";
            case LUNGS -> fired + " of " + findings.size() + " X-rays";
            case NUCLEI -> marked + " nuclei";
        };
        double mean = findings.stream()
                .flatMap(finding -> finding.agreement().stream())
                .mapToDouble(Finding.Agreement::value)
                .average()
                .orElse(Double.NaN);
        String score = findings.stream()
                .flatMap(finding -> finding.agreement().stream())
                .findFirst()
                .map(agreement -> String.format(Locale.ROOT, "; %s: %.3f in the mean", agreement.score(), mean))
                .orElse("");
        return of.word() + " in " + findings.size() + (findings.size() == 1 ? " picture: " : " pictures: ") + what
                + " for a second look" + score;
    }

    /** All rows under the name of their picture. */
    private static Table joined(List<Finding> findings) {
        List<String> columns = new ArrayList<>(List.of("picture"));
        columns.addAll(findings.get(0).table().columns());
        Table all = new Table(columns.toArray(String[]::new));
        for (Finding finding : findings) {
            for (List<String> row : finding.table().rows()) {
                List<Object> cells = new ArrayList<>(List.of(finding.name()));
                cells.addAll(row);
                all.add(cells.toArray());
            }
        }
        return all;
    }

    /** Pictures of whatever sizes, each in a cell of the largest. */
    private static Image beside(List<Image> pictures) {
        int height = pictures.stream().mapToInt(Image::height).max().orElse(1);
        int width = pictures.stream().mapToInt(Image::width).max().orElse(1);
        List<Image> cells = pictures.stream()
                .map(picture -> {
                    Canvas canvas = new Canvas(new Size(height, width));
                    canvas.paste(picture, (height - picture.height()) / 2, (width - picture.width()) / 2);
                    return canvas.image();
                })
                .toList();
        return Pictures.grid(cells, Math.min(3, (int) Math.ceil(Math.sqrt(cells.size()))));
    }
}
