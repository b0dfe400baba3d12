package org.vung.applications.driving;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vung.Segmenter;
import org.vung.Semantic;
import org.vung.applications.sheet.Pictures;
import org.vung.applications.sheet.Sheet;
import org.vung.applications.sheet.Table;
import org.vung.applications.sheet.UsageException;
import org.vung.applications.sheet.Work;
import org.vung.catalog.Catalog;
import org.vung.cli.terminal.Terminal;
import org.vung.data.rule.RuleFile;
import org.vung.image.Image;
import org.vung.image.codec.Limits;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.measure.rule.RuleBook;
import org.vung.measure.rule.Verdict;
import org.vung.measure.rule.Watch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What lies in the way ahead: warnings over frames in their order. */
@Command(
        name = "driving",
        description = {
            "Frames from a driving car in their order: how much of the way ahead is road, who and what is in it, and when to warn.",
            "Not for driving, and not for warning anybody."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class DrivingCommand implements Callable<Integer> {

    private static final String NAME = "driving";
    private static final int SHOWN = 12;

    @Mixin
    private Work work = new Work();

    @Option(
            names = "--corridor",
            paramLabel = "TEXT",
            description = {"The way ahead in shares of the image, as the camera sees it.", "Default: ${DEFAULT-VALUE}."
            },
            defaultValue = "horizon=0.47,top=0.56,left=0.2,right=0.76,vanishing=0.49")
    private String corridor = "";

    @Option(
            names = {"-m", "--method"},
            paramLabel = "TEXT",
            description = "A method with the classes road, car, pedestrian, bicyclist. Default: ${DEFAULT-VALUE}.",
            defaultValue = "street")
    private String method = "";

    private final Terminal terminal;
    private final Table table = new Table(
            "frame",
            "road_share",
            "car_share",
            "pedestrian_share",
            "bicyclist_share",
            "nearest",
            "warnings",
            "warnings_by_labels");
    private final List<Image> shown = new ArrayList<>();
    private final Clock clock = new Clock();
    private String first = "";
    private String last = "";
    private int seen;
    private int stride = 1;
    private int warned;
    private int warnedBoth;
    private int warnedByLabels;

    /**
     * The command.
     *
     * @param terminal gets the decision
     */
    public DrivingCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Seconds of work, the first frame left out, in which libraries are loaded. */
    private static final class Clock {
        private double decide;
        private double draw;
        private int frames;

        void add(double decided, double drawn) {
            if (frames++ > 0) {
                decide += decided;
                draw += drawn;
            }
        }

        double perSecond(boolean overlay) {
            return (frames - 1) / (decide + (overlay ? draw : 0));
        }
    }

    @Override
    public Integer call() throws IOException {
        Corridor shape = Corridor.parse(corridor);
        RuleBook rules = RuleFile.read(work.rules(NAME));
        Segmenter segmenter = Catalog.segmenter(method);
        Path out = work.out(NAME);
        List<Path> frames = work.ownImages()
                ? work.images()
                : Work.matching(Work.material("camvid").resolve("val"), "*.png");
        Watch watch = rules.watch();
        Watch truth = rules.watch();
        for (Path frame : frames) {
            look(frame, segmenter, shape, watch, truth);
        }
        table.write(out.resolve("frames.csv"), work.existing());
        String decision = warned == 0
                ? "No warning in " + frames.size() + " frames"
                : "Warn in " + warned + " of " + frames.size() + " frames, first at " + first + ", last at " + last;
        List<String> notes = new ArrayList<>();
        if (!work.ownImages()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "By labels drawn by hand %d frames warn; %d of them are among those that do here.",
                    warnedByLabels,
                    warnedBoth));
        }
        notes.add(String.format(
                Locale.ROOT,
                "%.1f frames a second with decision, %.1f with picture, on %d cores, reading and writing of files left out.",
                clock.perSecond(false),
                clock.perSecond(true),
                Runtime.getRuntime().availableProcessors()));
        notes.add(
                "Distances are multiples of that of the picture's lower edge. Not for driving, and not for warning anybody.");
        if (!shown.isEmpty()) {
            Image sheet = new Sheet(decision, FramePicture.KEYS, notes).around(Pictures.grid(shown, 3));
            work.write(sheet, out.resolve("warnings.png"));
            terminal.say("wrote " + out.resolve("warnings.png") + " and frames.csv");
        }
        terminal.result(decision);
        notes.forEach(terminal::result);
        return 0;
    }

    private void look(Path file, Segmenter segmenter, Corridor shape, Watch watch, Watch truth) throws IOException {
        Image frame = ImageFiles.read(file);
        long start = System.nanoTime();
        if (!(segmenter.segment(frame) instanceof Semantic answer)) {
            throw new UsageException("method must give classes, got " + method);
        }
        List<String> classes = answer.classes().stream().map(LabelClass::name).toList();
        Outlook.View view = Outlook.View.of(shape, classes, frame.size());
        Outlook outlook = Outlook.of(answer.labels(), view, watch);
        long decided = System.nanoTime();
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
        Image picture = FramePicture.of(frame, answer.labels(), outlook, view, name);
        long drawn = System.nanoTime();
        clock.add((decided - start) / 1e9, (drawn - decided) / 1e9);
        List<Verdict> byLabels = List.of();
        if (!work.ownImages()) {
            byLabels = Outlook.of(labels(file), view, truth).warnings();
            warnedByLabels += byLabels.isEmpty() ? 0 : 1;
            warnedBoth += byLabels.isEmpty() || outlook.warnings().isEmpty() ? 0 : 1;
        }
        boolean warns = !outlook.warnings().isEmpty();
        warned += warns ? 1 : 0;
        if (warns) {
            first = first.isEmpty() ? name : first;
            last = name;
            show(picture);
        }
        table.add(
                name,
                outlook.share(view.legend(), "road"),
                outlook.share(view.legend(), "car"),
                outlook.share(view.legend(), "pedestrian"),
                outlook.share(view.legend(), "bicyclist"),
                outlook.nearest(),
                words(outlook.warnings()),
                words(byLabels));
        outlook.warnings().stream()
                .filter(warning -> warning.images() == 1) // what goes on was told when it began
                .forEach(warning -> terminal.result(name + ": " + warning.text()));
    }

    /** Keeps every n-th picture, so that those kept are spread over all of them. */
    private void show(Image picture) {
        if (seen % stride == 0) {
            shown.add(picture);
        }
        seen++;
        if (shown.size() > SHOWN) {
            for (int at = shown.size() - shown.size() % 2 - 1; at > 0; at -= 2) {
                shown.remove(at);
            }
            stride *= 2;
        }
    }

    private static String words(List<Verdict> warnings) {
        return warnings.stream()
                .map(warning -> warning.rule().name() + " " + warning.place().name())
                .map(String::strip)
                .collect(Collectors.joining("; "));
    }

    private static LabelMap labels(Path frame) throws IOException {
        Path folder = Work.material("camvid").resolve("valannot");
        return ImageFiles.readLabels(folder.resolve(String.valueOf(frame.getFileName())), Limits.standard());
    }
}
