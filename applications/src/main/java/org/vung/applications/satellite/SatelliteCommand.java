package org.vung.applications.satellite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.vung.applications.sheet.Key;
import org.vung.applications.sheet.Pictures;
import org.vung.applications.sheet.Sheet;
import org.vung.applications.sheet.Table;
import org.vung.applications.sheet.Work;
import org.vung.cli.terminal.Terminal;
import org.vung.data.rule.RuleFile;
import org.vung.image.Image;
import org.vung.measure.rule.RuleBook;
import org.vung.name.Bounds;
import org.vung.score.ConfusionMatrix;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Water, roads and land from above. */
@Command(
        name = "satellite",
        description = {
            "Images from above: water in chips of Sentinel-2 (13 bands, GeoTIFF), roads in aerial photos, land on a map of the Earth,",
            "in hectares where the size of a pixel is known, and as GeoJSON in longitude and latitude where the place is."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class SatelliteCommand implements Callable<Integer> {

    private static final String NAME = "satellite";

    /** What is looked for. */
    enum Theme {
        WATER,
        ROADS,
        LAND;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Mixin
    private Work work = new Work();

    @Option(
            names = "--look",
            paramLabel = "NAME",
            description = {
                "What to look for in your images: water, roads or land.",
                "Default: water in images of 13 bands, else roads."
            })
    private Optional<Theme> theme = Optional.empty();

    @Option(
            names = "--water",
            paramLabel = "NAME",
            description = "How water is told from land: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.",
            defaultValue = "MNDWI_OTSU")
    private WaterIndex index = WaterIndex.MNDWI_OTSU;

    @Option(
            names = "--simplify",
            paramLabel = "PIXELS",
            description = "How far lines of the GeoJSON may lie from the edge. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private double tolerance;

    private final Terminal terminal;
    private final Table table = new Table("image", "class", "pixels", "share", "hectares", "iou");

    /**
     * The command.
     *
     * @param terminal gets the decision
     */
    public SatelliteCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Bounds.check("--simplify", tolerance, 0, 1000);
        Path out = work.out(NAME);
        Looks looks = new Looks(index);
        if (work.ownImages()) {
            own(looks, out);
        } else {
            water(looks.flood(), out);
            for (String line : looks.indices()) {
                terminal.result(line);
            }
            roads(looks.heldBackRoads(), out);
            land(looks.earth(), out);
        }
        table.write(out.resolve("classes.csv"), work.existing());
        terminal.say("wrote pictures, GeoJSON and classes.csv in " + out);
        return 0;
    }

    private void own(Looks looks, Path out) throws IOException {
        List<Look> roads = new ArrayList<>();
        for (Path file : work.images()) {
            Looks.Opened opened = looks.open(file);
            Theme wanted = theme.orElse(opened.image().channels() == 13 ? Theme.WATER : Theme.ROADS);
            switch (wanted) {
                case WATER -> water(looks.water(opened), out);
                case LAND -> land(looks.land(opened), out);
                case ROADS -> roads.add(looks.roads(opened));
            }
        }
        if (!roads.isEmpty()) {
            roads(roads, out);
        }
    }

    private RuleBook rules(Theme of) throws IOException {
        Path usual = work.rules(NAME);
        boolean named = !usual.endsWith(Path.of(NAME, "rules.yaml")) || of == Theme.WATER;
        return RuleFile.read(named ? usual : usual.resolveSibling("rules-" + of.word() + ".yaml"));
    }

    private void water(Look look, Path out) throws IOException {
        LookReport report = new LookReport(look, 32, rules(Theme.WATER));
        tell(report, 1);
        report.writeMap(out.resolve(look.name() + ".geojson"), tolerance, work.existing());
        String decision = String.format(
                Locale.ROOT,
                "%.0f ha of water (%.1f %% of the chip); %d of %d cells count as flooded",
                report.hectares(1),
                100 * report.share(1),
                report.cells().size(),
                report.allCells());
        List<Image> panels = Stream.of(look.picture(), report.picture(1))
                .map(picture -> Pictures.scaled(picture, picture.width() < 700 ? picture.width() * 2 : picture.width()))
                .toList();
        sheet(decision, report, look, Pictures.grid(panels, 2), out.resolve(look.name() + ".water.png"));
    }

    private void roads(List<Look> looks, Path out) throws IOException {
        RuleBook rules = rules(Theme.ROADS);
        List<Image> pictures = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        int without = 0;
        int cells = 0;
        double intersection = 0;
        double union = 0;
        for (Look look : looks) {
            LookReport report = new LookReport(look, Math.max(8, look.picture().width() / 4), rules);
            tell(report, 1);
            report.writeMap(out.resolve(look.name() + ".geojson"), tolerance, work.existing());
            without += report.cells().size();
            cells += report.allCells();
            pictures.add(report.picture(1));
            if (report.scores().isPresent()) {
                ConfusionMatrix scores = report.scores().orElseThrow();
                intersection += scores.count(1, 1);
                union += scores.truth(1) + scores.said(1) - scores.count(1, 1);
            }
        }
        if (union > 0) {
            notes.add(String.format(
                    Locale.ROOT, "IoU of roads with the labels over all tiles: %.3f.", intersection / union));
        }
        notes.add("Parking lots and paths between buildings are taken for roads at times. Not for navigation.");
        String decision = without + " of " + cells + " cells have hardly a road: not to be reached by car";
        int width = pictures.stream().mapToInt(Image::width).min().orElseThrow();
        Image grid = Pictures.grid(
                pictures.stream()
                        .map(picture -> Pictures.scaled(picture, width))
                        .toList(),
                4);
        Image sheet = new Sheet(decision, keys(looks.get(0), 1), notes).around(grid);
        work.write(sheet, out.resolve("roads.png"));
        terminal.result(decision);
        notes.forEach(terminal::result);
    }

    private void land(Look look, Path out) throws IOException {
        LookReport report = new LookReport(look, Math.max(8, look.picture().width() / 16), rules(Theme.LAND));
        boolean globe = look.picture().width() == 2 * look.picture().height();
        for (int at = 0; at < look.classes().size(); at++) {
            terminal.result(report.line(at)
                    + (globe
                            ? String.format(
                                    Locale.ROOT, ", %.1f million km² on the globe", Globe.area(look.labels(), at) / 1e6)
                            : ""));
        }
        report.rows(table);
        String decision =
                report.cells().size() + " of " + report.allCells() + " tiles are open water: nothing to map on them";
        int width = Math.min(1024, look.picture().width());
        Image both =
                Pictures.grid(List.of(Pictures.scaled(look.picture(), width), Pictures.scaled(report.map(), width)), 1);
        sheet(decision, report, look, both, out.resolve(look.name() + ".land.png"));
    }

    private void tell(LookReport report, int index) {
        terminal.result(report.line(index));
        report.rows(table);
        report.verdicts().stream()
                .filter(verdict -> verdict.place().name().isEmpty())
                .forEach(verdict -> terminal.result("  " + verdict.text()));
    }

    private void sheet(String decision, LookReport report, Look look, Image picture, Path file) throws IOException {
        List<String> notes = new ArrayList<>();
        for (int at = 0; at < look.classes().size(); at++) {
            notes.add(report.line(at));
        }
        List<Key> keys = new ArrayList<>(look.classes());
        keys.add(new Key(
                report.cells().isEmpty()
                        ? "marked by a rule"
                        : report.cells().get(0).rule().name(),
                0xFF3D00));
        work.write(new Sheet(decision, keys, notes).around(picture), file);
        terminal.result(decision);
    }

    private static List<Key> keys(Look look, int index) {
        return List.of(look.classes().get(index), new Key("no road to speak of", 0xFF3D00));
    }
}
