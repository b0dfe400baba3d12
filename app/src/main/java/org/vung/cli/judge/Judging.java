package org.vung.cli.judge;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vung.data.geo.GroundSize;
import org.vung.data.rule.RuleFile;
import org.vung.data.scene.Parts;
import org.vung.image.Size;
import org.vung.image.codec.Georeference;
import org.vung.image.file.ImageFiles;
import org.vung.measure.PixelSize;
import org.vung.measure.rule.RuleBook;
import org.vung.measure.scene.Grid;
import org.vung.measure.scene.Scene;
import picocli.CommandLine.Option;

/** Options that say how large pixels are, where is looked, and which rules decide. */
public final class Judging {

    private static final Set<String> NO_GROUND = Set.of("none");
    private static final Pattern GRID = Pattern.compile("([0-9]{1,6})x([0-9]{1,6})");

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = {
                "Rules in YAML that decide over every image; what fires is told with its numbers. Images of one call",
                "are taken in their order as the order of time. docs/measurement.md has the words."
            })
    private @Nullable Path rules;

    @Option(
            names = "--pixel-size",
            paramLabel = "SIZE",
            description = {
                "Size of a pixel: 0.5um, or 10x20m for height x width. Units: nm, um, mm, cm, m, km. Default: that of a",
                "GeoTIFF, else pixels."
            })
    private @Nullable String pixelSize;

    @Option(names = "--grid", paramLabel = "RxC", description = "Look at R rows of C cells one by one, too.")
    private @Nullable String grid;

    @Option(
            names = "--cell",
            paramLabel = "SIDE",
            description = "Look at square cells one by one, too: 64px, or 5m where the size of a pixel is known.")
    private @Nullable String cell;

    @Option(
            names = "--within",
            paramLabel = "FILE",
            description = {
                "Parts of interest: a mask of the labels' size, each value above 0 a part, or polygons as GeoJSON in",
                "pixels. All else stays out."
            })
    private @Nullable Path within;

    @Option(names = "--connected", description = "Take every connected part of a label as a region of its own.")
    private boolean connected;

    @Option(
            names = "--ground",
            paramLabel = "NAME,…",
            split = ",",
            description = {
                "Classes that are no regions, or none. Default: label 0 where labels have no names, else what is named",
                "background."
            })
    private List<String> ground = new ArrayList<>();

    @Option(
            names = "--every",
            paramLabel = "TIME",
            description = "Time between images, in their order: 30min, 2h, 1d. Growth is told per hour.")
    private @Nullable String every;

    /** None but the usual ones. */
    public Judging() {}

    /**
     * Checks what was typed, before any image is read.
     *
     * @throws IllegalArgumentException if an option holds what it cannot
     */
    public void check() {
        if (grid != null && cell != null) {
            throw new IllegalArgumentException("--grid and --cell must not go together; leave one out");
        }
        typedSize();
        every();
        grid(PixelSize.NONE, true);
    }

    /**
     * Whether something was asked for that changes nothing without rules.
     *
     * @return true for {@code --grid} and its like without {@code --rules}
     */
    public boolean lacksRules() {
        boolean placed = grid != null || cell != null || within != null || pixelSize != null;
        return rules == null && (placed || every != null || connected || !ground.isEmpty());
    }

    /**
     * Whether rules decide.
     *
     * @return true with {@code --rules}
     */
    public boolean hasRules() {
        return rules != null;
    }

    /**
     * The rules.
     *
     * @return empty without {@code --rules}
     * @throws IOException if the file cannot be read or is no such file; the message has line and mend
     */
    public Optional<RuleBook> rules() throws IOException {
        return rules == null ? Optional.empty() : Optional.of(RuleFile.read(rules));
    }

    /**
     * The time between images.
     *
     * @return empty without {@code --every}
     */
    public Optional<Duration> every() {
        return every == null ? Optional.empty() : Optional.of(Spans.parse("--every", every));
    }

    /**
     * A scene with pixel size, cells and parts as they were asked for.
     *
     * @param scene in pixels
     * @param files that may tell where the image lies on a map, the first that does being taken
     * @return the scene
     * @throws IOException if a file cannot be read
     */
    public Scene placed(Scene scene, List<Path> files) throws IOException {
        Size size = scene.labels().size();
        Optional<PixelSize> typed = typedSize();
        PixelSize pixel = typed.isPresent() ? typed.get() : onMap(files, size);
        Scene placed = grounded(scene).withPixel(pixel);
        if (connected) {
            placed = placed.withConnectedParts();
        }
        Optional<Grid> cells = grid(pixel, false);
        if (cells.isPresent()) {
            placed = placed.withGrid(cells.get());
        }
        return within == null ? placed : placed.within(Parts.read(within, size));
    }

    private Scene grounded(Scene scene) {
        if (ground.isEmpty()) {
            return scene;
        }
        Set<String> names = new HashSet<>();
        ground.forEach(name -> names.add(name.strip()));
        return scene.withLegend(scene.legend().withGround(names.equals(NO_GROUND) ? Set.of() : names));
    }

    private Optional<PixelSize> typedSize() {
        try {
            return pixelSize == null ? Optional.empty() : Optional.of(PixelSize.parse(pixelSize));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("--pixel-size: " + wrong.getMessage(), wrong);
        }
    }

    private static PixelSize onMap(List<Path> files, Size size) throws IOException {
        for (Path file : files) {
            Optional<Georeference> georeference = ImageFiles.georeference(file);
            Optional<PixelSize> ground = georeference.flatMap(found -> GroundSize.of(found, size));
            if (ground.isPresent()) {
                return ground.get();
            }
        }
        return PixelSize.NONE;
    }

    /** The cells; of those with a side in units only the text is checked where no pixel size can be known yet. */
    private Optional<Grid> grid(PixelSize pixel, boolean textAlone) {
        if (cell != null) {
            CellSize typed = CellSize.parse(cell);
            return textAlone ? Optional.empty() : Optional.of(typed.grid(pixel));
        }
        if (grid == null) {
            return Optional.empty();
        }
        Matcher sides = GRID.matcher(grid);
        if (!sides.matches()) {
            throw new IllegalArgumentException("--grid must be ROWSxCOLUMNS, such as 4x6, got '" + grid + "'");
        }
        return Optional.of(Grid.of(Integer.parseInt(sides.group(1)), Integer.parseInt(sides.group(2))));
    }
}
