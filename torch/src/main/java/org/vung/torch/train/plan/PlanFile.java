package org.vung.torch.train.plan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.vung.image.codec.ImageException;
import org.vung.image.file.AtomicFile;
import org.vung.image.file.Existing;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.layer.Extent;
import org.vung.torch.run.Precision;

/** Plans as YAML: sections of keys; what is missing takes its default, what is not known is refused. */
public final class PlanFile {

    private static final int MOST_BYTES = 1 << 20;
    private static final int DEEPEST = 8;
    private static final String USUAL_NETWORK = "unet";

    private PlanFile() {}

    /**
     * Reads a file.
     *
     * @param file a plan
     * @param changes values to put in the place of the file's, by {@code section.key}, each as YAML
     * @return the plan; relative paths in it are from the folder one is in, not the file's
     * @throws IOException if it cannot be read or says something that is not known; the message names the place
     */
    public static Plan read(Path file, Map<String, String> changes) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1); // a device has no size and no end
        }
        if (bytes.length > MOST_BYTES) {
            throw new IOException(file + ": a plan must have at most 1 MB; is this one?");
        }
        try {
            return parse(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    changes);
        } catch (CharacterCodingException notText) {
            throw new IOException(file + ": a plan must be UTF-8 text; save it as such", notText);
        } catch (IllegalArgumentException wrong) {
            throw new IOException(file + ": " + wrong.getMessage(), wrong);
        }
    }

    /**
     * Reads a text.
     *
     * @param yaml the plan
     * @param changes as for {@link #read}
     * @return the plan
     * @throws IllegalArgumentException if it says something that is not known
     */
    public static Plan parse(String yaml, Map<String, String> changes) {
        Section plan = Section.of("plan", load(yaml));
        changes.forEach((key, value) -> plan.put(key, load(value)));
        Section data = plan.section("data");
        Section net = plan.section("model");
        Optional<Section> detector = plan.has("detector") ? Optional.of(plan.section("detector")) : Optional.empty();
        Usual usual = Usual.of(net.text("name", USUAL_NETWORK));
        Section food = plan.section("food");
        Section training = plan.section("training");
        Section watch = plan.section("watch");
        Plan read = new Plan(
                plan.text("name", "run"),
                plan.whole("seed", 0),
                new Plan.Data(
                        data.text("path", ""),
                        data.text("format", "auto"),
                        data.text("objects", "classes"),
                        data.number("validation", 0.2),
                        data.texts("held"),
                        data.integer("folds", 0),
                        data.integer("fold", 0)),
                new Plan.Net(
                        net.text("name", USUAL_NETWORK),
                        net.integer("width", 0),
                        net.integer("depth", 0),
                        net.text("encoder", "plain"),
                        net.integer("stride", 1),
                        net.choice("colours", Preprocessing.Colours.RGB),
                        net.text("contrast", ""),
                        net.text("weights", "")),
                detector.map(PlanFile::detector).or(usual::detector),
                new Plan.Food(
                        size(food.text("crop", "256x256")),
                        food.number("foreground", 0),
                        food.has("augment") ? food.texts("augment") : usual.augment(),
                        food.integer("batch", usual.batch()),
                        food.integer("accumulate", 1)),
                new Plan.Training(
                        training.whole("steps", 2000),
                        training.text("loss", usual.loss()),
                        training.numbers("class-weights"),
                        training.text("pixel-weights", "none"),
                        training.number("auxiliary", 0.5),
                        training.text("optimiser", usual.optimiser()),
                        training.text("schedule", usual.schedule()),
                        training.number("clip", 0),
                        training.number("average", 0),
                        training.choice("precision", Precision.AUTO),
                        training.flag("sync-norm", false)),
                new Plan.Watch(watch.whole("every", 100), watch.integer("patience", 0), watch.integer("save", 60)));
        List.of(plan, data, net, food, training, watch).forEach(Section::checkAllRead);
        detector.ifPresent(Section::checkAllRead);
        return read;
    }

    private static Plan.Detector detector(Section section) {
        Plan.Detector usual = Plan.Detector.usual();
        return new Plan.Detector(
                section.text("resizing", usual.resizing()),
                section.text("anchors", usual.anchors()),
                section.text("proposals", usual.proposals()),
                section.text("objects", usual.objects()),
                section.text("masks", usual.masks()),
                section.text("learn-anchors", usual.learnAnchors()),
                section.text("learn-proposals", usual.learnProposals()),
                section.text("learn-boxes", usual.learnBoxes()));
    }

    /** What a text holds, its nesting known before anything recurses into it. */
    private static @Nullable Object load(String yaml) {
        LoadSettings settings = LoadSettings.builder()
                .setMaxAliasesForCollections(0)
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .setCodePointLimit(MOST_BYTES)
                .build();
        try {
            checkDepth(new Parse(settings).parseString(yaml));
            return new Load(settings).loadFromString(yaml);
        } catch (YamlEngineException | ClassCastException wrong) { // the latter where a tag does not fit its value
            throw new IllegalArgumentException(Section.line(String.valueOf(wrong.getMessage()), 300), wrong);
        }
    }

    /** Deep nesting would end the reader's stack; a plan needs three levels. */
    private static void checkDepth(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                throw new IllegalArgumentException("plan must nest at most " + DEEPEST + " deep");
            }
        }
    }

    private static Extent size(String text) {
        if (!text.matches("[1-9][0-9]{0,4}x[1-9][0-9]{0,4}")) {
            throw new IllegalArgumentException("crop must be ROWSxCOLUMNS, got '" + text + "'");
        }
        int cross = text.indexOf('x');
        return new Extent(Integer.parseInt(text.substring(0, cross)), Integer.parseInt(text.substring(cross + 1)));
    }

    /**
     * A plan as YAML.
     *
     * @param plan any
     * @param reasons why a key has its value, by {@code section.key}; a line each
     * @return text that {@link #parse} reads
     */
    public static String text(Plan plan, Map<String, String> reasons) {
        StringBuilder yaml = new StringBuilder();
        sections(plan).forEach((section, keys) -> {
            boolean top = section.isEmpty();
            yaml.append(top ? "" : section + ":\n");
            keys.forEach((key, value) -> {
                String reason = reasons.get(top ? key : section + "." + key);
                yaml.append(top ? "" : "  ").append(key).append(": ").append(value);
                yaml.append(reason == null ? "\n" : "  # " + Section.line(reason, 1000) + "\n");
            });
        });
        return yaml.toString();
    }

    private static Map<String, Map<String, String>> sections(Plan plan) {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        sections.put("", keys("name", quoted(plan.name()), "seed", plan.seed()));
        Plan.Data data = plan.data();
        sections.put(
                "data",
                keys(
                        "path", quoted(data.path()),
                        "format", quoted(data.format()),
                        "objects", quoted(data.objects()),
                        "validation", data.validation(),
                        "held", list(data.held().stream().map(PlanFile::quoted).toList()),
                        "folds", data.folds(),
                        "fold", data.fold()));
        Plan.Net net = plan.net();
        sections.put(
                "model",
                keys(
                        "name", quoted(net.model()),
                        "width", net.width(),
                        "depth", net.depth(),
                        "encoder", quoted(net.encoder()),
                        "stride", net.stride(),
                        "colours", lower(net.colours()),
                        "contrast", quoted(net.contrast()),
                        "weights", quoted(net.weights())));
        plan.detector().ifPresent(detector -> sections.put("detector", keys(detector)));
        Plan.Food food = plan.food();
        sections.put(
                "food",
                keys(
                        "crop", food.crop().rows() + "x" + food.crop().columns(),
                        "foreground", food.foreground(),
                        "augment",
                                list(food.augment().stream()
                                        .map(PlanFile::quoted)
                                        .toList()),
                        "batch", food.batch(),
                        "accumulate", food.accumulate()));
        Plan.Training training = plan.training();
        sections.put(
                "training",
                keys(
                        "steps", training.steps(),
                        "loss", quoted(training.loss()),
                        "class-weights", list(training.classWeights()),
                        "pixel-weights", quoted(training.pixelWeights()),
                        "auxiliary", training.auxiliary(),
                        "optimiser", quoted(training.optimiser()),
                        "schedule", quoted(training.schedule()),
                        "clip", training.clip(),
                        "average", training.average(),
                        "precision", lower(training.precision()),
                        "sync-norm", training.syncNorm()));
        Plan.Watch watch = plan.watch();
        sections.put("watch", keys("every", watch.every(), "patience", watch.patience(), "save", watch.save()));
        return sections;
    }

    private static Map<String, String> keys(Plan.Detector detector) {
        return keys(
                "resizing", quoted(detector.resizing()),
                "anchors", quoted(detector.anchors()),
                "proposals", quoted(detector.proposals()),
                "objects", quoted(detector.objects()),
                "masks", quoted(detector.masks()),
                "learn-anchors", quoted(detector.learnAnchors()),
                "learn-proposals", quoted(detector.learnProposals()),
                "learn-boxes", quoted(detector.learnBoxes()));
    }

    private static Map<String, String> keys(Object... pairs) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            keys.put(pairs[at].toString(), pairs[at + 1].toString());
        }
        return keys;
    }

    private static String list(List<?> items) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(item.toString()));
        return "[" + String.join(", ", texts) + "]";
    }

    /**
     * A text as YAML reads it back: in single quotes, with escapes where a control character would not survive them.
     *
     * @param text any
     * @return in quotes
     */
    public static String quoted(String text) {
        if (text.codePoints().noneMatch(PlanFile::needsEscape)) {
            return "'" + text.replace("'", "''") + "'";
        }
        StringBuilder escaped = new StringBuilder("\"");
        text.codePoints()
                .forEach(point -> escaped.append(
                        needsEscape(point) || point == '"' || point == '\\'
                                ? String.format("\\U%08x", point)
                                : Character.toString(point)));
        return escaped.append('"').toString();
    }

    private static boolean needsEscape(int point) {
        int kind = Character.getType(point);
        return Character.isISOControl(point)
                || kind == Character.LINE_SEPARATOR
                || kind == Character.PARAGRAPH_SEPARATOR
                || point == 0xFEFF
                || (point & 0xFFFE) == 0xFFFE;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Writes a plan.
     *
     * @param plan any
     * @param reasons as for {@link #text}
     * @param file where
     * @param existing what happens to a file that is there
     * @throws ImageException if the disk fails or the file is there and must stay
     */
    public static void write(Plan plan, Map<String, String> reasons, Path file, Existing existing)
            throws ImageException {
        AtomicFile.write(file, existing, out -> out.write(text(plan, reasons).getBytes(StandardCharsets.UTF_8)));
    }
}
