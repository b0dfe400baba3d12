package org.vung.applications.fire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vung.Segmenter;
import org.vung.applications.fire.burn.Burn;
import org.vung.applications.fire.burn.Terrain;
import org.vung.applications.fire.burn.Weather;
import org.vung.applications.satellite.Sentinel2;
import org.vung.applications.sheet.Table;
import org.vung.applications.sheet.UsageException;
import org.vung.applications.sheet.Work;
import org.vung.catalog.Catalog;
import org.vung.cli.terminal.Terminal;
import org.vung.data.geo.GroundSize;
import org.vung.data.rule.RuleFile;
import org.vung.image.Image;
import org.vung.image.Preview;
import org.vung.image.codec.Georeference;
import org.vung.image.file.ImageFiles;
import org.vung.measure.PixelSize;
import org.vung.measure.rule.Rule;
import org.vung.measure.rule.RuleBook;
import org.vung.measure.rule.Verdict;
import org.vung.measure.rule.Watch;
import org.vung.name.Bounds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A fire in photos of one place: where, how large, how fast, and when to raise the alarm. */
@Command(
        name = "fire",
        description = {
            "A fire in photos of one place, in their order: where it is, how large, how fast it grows, and when to raise the alarm.",
            "The first photo shows the place before. Without photos a burn is rendered over real ground, whose truth is known."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class FireCommand implements Callable<Integer> {

    private static final String NAME = "fire";
    private static final int PHOTOS = 12;

    @Mixin
    private Work work = new Work();

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "Minutes from one photo to the next. Default: ${DEFAULT-VALUE}.",
            defaultValue = "20")
    private double minutes;

    @Option(
            names = "--metres",
            paramLabel = "N",
            description = "Metres a pixel is wide and high, where the first photo is no GeoTIFF that says so.")
    private double metres;

    @Option(
            names = "--flames",
            paramLabel = "TEXT",
            description = {
                "How flames are found: rule, pixel by pixel, or a method whose clusters are named by that rule, such as em:k=6.",
                "Default: ${DEFAULT-VALUE}."
            },
            defaultValue = "rule")
    private String flames = "";

    @Option(
            names = "--scar",
            paramLabel = "TEXT",
            description = "The method that divides what is darker than before. Default: ${DEFAULT-VALUE}.",
            defaultValue = "em:k=4")
    private String scar = "";

    @Option(
            names = "--wind",
            paramLabel = "KM/H",
            description = "Of the rendered burn. Default: ${DEFAULT-VALUE}.",
            defaultValue = "20")
    private double wind;

    @Option(
            names = "--towards",
            paramLabel = "DEGREES",
            description = "Where that wind blows to, clockwise from up. Default: ${DEFAULT-VALUE}.",
            defaultValue = "60")
    private double towards;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Start of chance of the rendered burn. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private long seed;

    private final Terminal terminal;
    private final Table table = new Table(
            "minute",
            "area_ha",
            "area_true_ha",
            "area_iou",
            "fire_ha",
            "fire_true_ha",
            "fire_iou",
            "perimeter_km",
            "perimeter_true_km",
            "front_km",
            "front_true_km",
            "growth_ha_per_hour",
            "growth_true_ha_per_hour",
            "alarms");

    /**
     * The command.
     *
     * @param terminal gets the decision
     */
    public FireCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Bounds.check("--minutes", minutes, 0.01, 1e6);
        RuleBook rules = RuleFile.read(work.rules(NAME));
        Path out = work.out(NAME);
        FireStory story = work.ownImages() ? own() : rendered(out);
        watch(story, rules.watch());
        table.write(out.resolve("series.csv"), work.existing());
        List<FalseAlarms> falseAlarms = work.ownImages() ? List.of() : falseAlarms(rules);
        FirePages pages = new FirePages(story, falseAlarms);
        work.write(pages.isochrones(), out.resolve("isochrones.png"));
        work.write(pages.series(), out.resolve("series.png"));
        pages.writeMap(out.resolve("perimeter.geojson"), work.existing());
        terminal.result(story.decision());
        story.notes().forEach(terminal::result);
        falseAlarms.forEach(kind -> terminal.result("false alarms: " + kind.text()
                + (kind.named().isEmpty() ? "" : " (" + String.join(", ", kind.named()) + ")")));
        terminal.say("wrote isochrones.png, series.png, series.csv and perimeter.geojson in " + out);
        return 0;
    }

    private Perimeter.Methods methods() {
        if (flames.equals("rule")) {
            return new Perimeter.Methods(Flames::in, scar);
        }
        Segmenter clusters = Catalog.segmenter(flames);
        return new Perimeter.Methods(photo -> Flames.in(photo, clusters), scar);
    }

    private FireStory own() throws IOException {
        List<Path> files = work.images();
        if (files.size() < 2) {
            throw new UsageException(
                    "IMAGE must be at least 2 photos, the first of the place before the fire, got " + files.size());
        }
        Optional<Georeference> map = ImageFiles.georeference(files.get(0));
        Image before = Preview.rgb(ImageFiles.read(files.get(0)).withoutAlpha());
        PixelSize pixel = metres > 0
                ? PixelSize.square(metres, "m")
                : map.flatMap(known -> GroundSize.of(known, before.size()))
                        .orElseThrow(() -> new UsageException("--metres must say how wide a pixel is, since "
                                + files.get(0) + " is no GeoTIFF that does"));
        List<Image> photos = new ArrayList<>();
        for (Path file : files.subList(1, files.size())) {
            photos.add(Preview.rgb(ImageFiles.read(file).withoutAlpha()));
        }
        return new FireStory(before, pixel, map, photos, List.of());
    }

    /** Vegetation that Sentinel-2 has seen, set on fire. */
    private FireStory rendered(Path out) throws IOException {
        Path file = Work.material("sen1floods11-sample").resolve("sample/S2/Spain_7370579_S2Hand.tif");
        Terrain terrain = Terrain.of(new Sentinel2(ImageFiles.read(file)), seed);
        Weather weather = new Weather(wind, towards, Weather.CALM);
        int start = terrain.size()
                .index(terrain.size().height() * 3 / 5, terrain.size().width() * 3 / 8);
        Burn burn = new Burn(terrain, weather, start, seed);
        PixelSize pixel = PixelSize.square(terrain.metres(), "m");
        List<Image> photos = new ArrayList<>();
        List<Sighting> truths = new ArrayList<>();
        Path frames = Files.createDirectories(out.resolve("photos"));
        for (int at = 1; at <= PHOTOS; at++) {
            double minute = at * minutes;
            Image photo = burn.photo(minute);
            photos.add(photo);
            truths.add(new Sighting(minute, terrain.size(), pixel, burn.burnt(minute), burn.flaming(minute)));
            work.write(photo, frames.resolve(String.format(Locale.ROOT, "%04.0f-min.png", minute)));
        }
        return new FireStory(terrain.photo(), pixel, ImageFiles.georeference(file), photos, truths);
    }

    private void watch(FireStory story, Watch watch) {
        Perimeter perimeter = new Perimeter(story.before(), methods());
        Duration step = Duration.ofNanos((long) (minutes * 60e9));
        for (int at = 0; at < story.photos().size(); at++) {
            perimeter.see(story.photos().get(at));
            Sighting found = new Sighting(
                    (at + 1) * minutes, story.before().size(), story.pixel(), perimeter.burnt(), perimeter.flames());
            List<Verdict> alarms = watch.judge(found.measure(), step);
            story.add(found, alarms);
            alarms.stream()
                    .filter(alarm -> alarm.images() == 1)
                    .forEach(alarm ->
                            terminal.result(String.format(Locale.ROOT, "%.0f min: ", found.minute()) + alarm.text()));
            row(story, at, alarms);
        }
    }

    private void row(FireStory story, int at, List<Verdict> alarms) {
        Sighting found = story.found().get(at);
        Optional<Sighting> truth = story.truth(at);
        table.add(
                found.minute(),
                found.hectares(),
                truth.map(Sighting::hectares).orElse(Double.NaN),
                truth.map(other -> Sighting.iou(found.burnt(), other.burnt())).orElse(Double.NaN),
                found.burningHectares(),
                truth.map(Sighting::burningHectares).orElse(Double.NaN),
                truth.map(other -> Sighting.iou(found.fire(), other.fire())).orElse(Double.NaN),
                found.perimeter(),
                truth.map(Sighting::perimeter).orElse(Double.NaN),
                found.front(),
                truth.map(Sighting::front).orElse(Double.NaN),
                story.growth(at),
                story.trueGrowth(at),
                alarms.stream().map(alarm -> alarm.rule().name()).collect(Collectors.joining("; ")));
    }

    /** By the first rule, over photos that show no fire. */
    private List<FalseAlarms> falseAlarms(RuleBook rules) throws IOException {
        Rule rule = rules.rules().get(0);
        Perimeter.FlameFinder finder = methods().flames();
        return List.of(
                FalseAlarms.in("aerial photos", Work.material("epfl-roads").resolve("images"), finder, rule),
                FalseAlarms.in("street scenes", Work.material("camvid").resolve("val"), finder, rule),
                FalseAlarms.in(
                        "photos of anything (bsds500)", Work.material("bsds500").resolve("images/train"), finder, rule),
                FalseAlarms.in("photos of anything (standard-photos)", Work.material("standard-photos"), finder, rule));
    }
}
