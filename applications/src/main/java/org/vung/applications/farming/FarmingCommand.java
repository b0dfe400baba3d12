package org.vung.applications.farming;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vung.Segmenter;
import org.vung.applications.sheet.Pictures;
import org.vung.applications.sheet.Sheet;
import org.vung.applications.sheet.Table;
import org.vung.applications.sheet.Work;
import org.vung.catalog.Catalog;
import org.vung.cli.terminal.Terminal;
import org.vung.data.rule.RuleFile;
import org.vung.image.Image;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelMap;
import org.vung.measure.rule.RuleBook;
import org.vung.measure.scene.Coverage;
import org.vung.name.Bounds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Weeds against crop: which cells of a field are sprayed. */
@Command(
        name = "farming",
        description = {
            "Weeds against crop in photos of a field, cell by cell: where the sprayer opens, and what that saves.",
            "Photos have two bands, near infra-red as green and red as red and blue, as CWFID has."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class FarmingCommand implements Callable<Integer> {

    private static final String NAME = "farming";

    /** The photos of CWFID that {@code plans/crops.yaml} holds back. */
    private static final List<String> HELD_BACK = List.of("005", "014", "016");

    @Mixin
    private Work work = new Work();

    @Option(
            names = "--cell",
            paramLabel = "PIXELS",
            description = "Side of a cell, as wide as a nozzle reaches. Default: ${DEFAULT-VALUE}.",
            defaultValue = "108")
    private int side;

    @Option(
            names = {"-m", "--method"},
            paramLabel = "TEXT",
            description = "A method with the classes soil, crop, weed. Default: ${DEFAULT-VALUE}.",
            defaultValue = "crops")
    private String method = "";

    private final Terminal terminal;
    private final Table cells = new Table(
            "photo",
            "cell",
            "row_px",
            "column_px",
            "crop_share",
            "weed_share",
            "weed_over_crop",
            "spray",
            "spray_by_labels");
    private final List<Image> maps = new ArrayList<>();
    private Agreement agreement = Agreement.NONE;
    private int sprayedCells;
    private int allCells;
    private long sprayed;
    private long all;
    private long weedHit;
    private long weeds;

    /**
     * The command.
     *
     * @param terminal gets the decision
     */
    public FarmingCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Bounds.check("--cell", side, 8, 100_000);
        RuleBook rules = RuleFile.read(work.rules(NAME));
        Segmenter segmenter = Catalog.segmenter(method);
        Path out = work.out(NAME);
        for (Path photo : photos()) {
            look(photo, segmenter, rules, out);
        }
        cells.write(out.resolve("cells.csv"), work.existing());
        String saved = String.format(
                Locale.ROOT,
                "Spray %d of %d cells: %.0f %% of the spray is saved beside spraying all of it",
                sprayedCells,
                allCells,
                100 - 100.0 * sprayed / all);
        List<String> notes = new ArrayList<>();
        if (agreement.both() + agreement.missed() > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "Beside labels by hand (right): of the sprayed cells %.0f %% should be (precision), of those that should be "
                            + "%.0f %% were (recall); %.0f %% of the weeds' area got spray.",
                    100 * agreement.precision(),
                    100 * agreement.recall(),
                    100.0 * weedHit / weeds));
        }
        notes.add(
                "Advice from a network that learned from 11 photos of one field. Not for deciding what a machine destroys.");
        Image sheet = new Sheet(saved, SprayPicture.KEYS, notes).around(Pictures.grid(maps, work.ownImages() ? 1 : 2));
        work.write(sheet, out.resolve("spray-map.png"));
        terminal.result(saved);
        notes.forEach(terminal::result);
        terminal.say("wrote " + out.resolve("spray-map.png") + " and cells.csv");
        return 0;
    }

    private List<Path> photos() throws IOException {
        if (work.ownImages()) {
            return work.images();
        }
        Path folder = Work.material("cwfid").resolve("images");
        return HELD_BACK.stream().map(id -> folder.resolve(id + "_image.png")).toList();
    }

    private void look(Path file, Segmenter segmenter, RuleBook rules, Path out) throws IOException {
        Image photo = ImageFiles.read(file);
        LabelMap labels = segmenter.segment(photo).labels();
        Plot plot = Plot.of(labels, side, rules);
        String name = String.valueOf(file.getFileName());
        Optional<LabelMap> byHand =
                work.ownImages() ? Optional.empty() : Optional.of(HandLabels.of(Work.material("cwfid"), name));
        Optional<Plot> truth = byHand.map(map -> Plot.of(map, side, rules));
        for (Coverage cell : plot.cells()) {
            double crop = cell.share(Plot.CROP);
            double weed = cell.share(Plot.WEED);
            cells.add(
                    name,
                    cell.place().name(),
                    cell.place().box().row(),
                    cell.place().box().column(),
                    crop,
                    weed,
                    weed / crop,
                    plot.sprays(cell.place()) ? "yes" : "no",
                    truth.map(other -> other.sprays(cell.place()) ? "yes" : "no")
                            .orElse(""));
        }
        Image map = SprayPicture.of(photo, labels, plot);
        work.write(map, out.resolve(name.replaceFirst("\\.[^.]*$", "") + ".spray.png"));
        maps.add(Pictures.scaled(map, width(photo)));
        truth.ifPresent(other -> {
            agreement = agreement.plus(Agreement.of(plot, other));
            maps.add(Pictures.scaled(SprayPicture.of(photo, byHand.orElseThrow(), other), width(photo)));
            hit(plot, other);
        });
        sprayedCells += plot.sprayedCells();
        allCells += plot.cells().size();
        sprayed += plot.sprayedArea();
        all += photo.size().pixels();
        terminal.result(String.format(
                Locale.ROOT,
                "%s: weed %.1f %%, crop %.1f %% of the ground; %d of %d cells are sprayed",
                name,
                100 * plot.whole().share(Plot.WEED),
                100 * plot.whole().share(Plot.CROP),
                plot.sprayedCells(),
                plot.cells().size()));
        plot.verdicts().stream()
                .filter(verdict -> verdict.place().name().isEmpty())
                .forEach(verdict -> terminal.result("  " + verdict.text()));
    }

    private int width(Image photo) {
        return Math.min(photo.width(), work.ownImages() ? 1296 : 864);
    }

    /** How much of the true weeds lies in cells which were sprayed. */
    private void hit(Plot said, Plot truth) {
        for (Coverage cell : truth.cells()) {
            weeds += cell.area(Plot.WEED);
            weedHit += said.sprays(cell.place()) ? cell.area(Plot.WEED) : 0;
        }
    }
}
