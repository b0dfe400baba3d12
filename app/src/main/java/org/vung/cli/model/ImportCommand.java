package org.vung.cli.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.vung.cli.model.given.GivenWeights;
import org.vung.cli.report.ModelReport;
import org.vung.cli.terminal.Overwriting;
import org.vung.cli.terminal.Talk;
import org.vung.cli.terminal.Terminal;
import org.vung.image.contrast.Contrast;
import org.vung.label.LabelClass;
import org.vung.name.NearestName;
import org.vung.nets.file.Answer;
import org.vung.nets.file.ClassList;
import org.vung.nets.file.ModelFile;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.graph.Graph;
import org.vung.nets.model.Model;
import org.vung.nets.model.Models;
import org.vung.nets.model.rcnn.RcnnParts;
import org.vung.nets.weights.KeyMap;
import org.vung.nets.weights.MatchReport;
import org.vung.nets.weights.WeightFileException;
import org.vung.nets.weights.Weights;
import org.vung.nets.weights.file.WeightFiles;
import org.vung.nets.weights.keras.KerasOrder;
import org.vung.nets.weights.published.Checkpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vung model import}: a network and weights that others trained become a model file. */
@Command(
        name = "import",
        description = {
            "Gives a network the weights of a file and writes both as one model file.",
            "Reads PyTorch (.pth, both formats, without running anything in it), safetensors and Keras (.h5).",
            "With --download it fetches what torchvision publishes, and checks its SHA-256; else it stays off the network."
        },
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vung model import fcn-resnet50 --download",
            "  vung model import enet --weights ENet --classes camvid -o enet.vung",
            "  vung model import fcn-resnet50 --weights fcn.pth --classes voc --normalise imagenet -o fcn.vung",
            "  vung model import retina-unet --weights test_best_weights.h5 --keras theano \\",
            "      --replace '_W$=.weight' --replace '_b$=.bias' --contrast stretch,clahe=2:8x8,gamma=1.2 \\",
            "      --classes vessels.txt -o retina.vung"
        })
final class ImportCommand implements Callable<Integer> {

    /** The reader of Keras files tells every step it takes; held, since a logger that nobody holds forgets its level. */
    private static final Logger READER = Logger.getLogger("io.jhdf");

    static {
        READER.setLevel(Level.WARNING);
    }

    @Parameters(
            paramLabel = "NAME",
            description = "A network's name (see vung model list), or a graph file such as net.json.")
    private String name = "";

    @Mixin
    private GivenWeights weights = new GivenWeights();

    @Option(
            names = "--classes",
            paramLabel = "LIST",
            description = {
                "voc, camvid, or a text file with a line 'NAME #RRGGBB' a class, in the order of the output.",
                "Default: those of the weights that --download fetches."
            })
    private @Nullable String classes;

    @Option(
            names = "--normalise",
            paramLabel = "HOW",
            description = {
                "unit (samples 0 … 1), centred (−1 … 1), imagenet, or caffe (BGR 0 … 255 less a",
                "mean). Default: unit; imagenet for --download; centred for pictures."
            })
    private @Nullable String normalise;

    @Option(
            names = "--contrast",
            paramLabel = "STEPS",
            description = {
                "For networks of one channel, what is done to the whole image first, in this order, commas between:",
                "stretch (spread over 0 … 255), dark-ground (inverted if mostly light), clahe=CLIP:ROWSxCOLUMNS,",
                "gamma=NUMBER. Default: nothing."
            })
    private String contrast = "";

    @Option(
            names = "--answer",
            paramLabel = "WHAT",
            description = {
                "logits, probabilities, logit (one channel, two classes), or picture (three channels",
                "of −1 … 1, no classes). Default: ${DEFAULT-VALUE}."
            },
            defaultValue = "logits")
    private Answer answer = Answer.LOGITS;

    @Option(
            names = "--replace",
            paramLabel = "REGEX=TEXT",
            description = "Rename the file's tensors; may be given several times, applied in order.")
    private List<String> replacements = List.of();

    @Option(
            names = "--keras",
            paramLabel = "ORDER",
            description = "Turn Keras's kernels into ours: tensorflow, theano, theano_unturned.")
    private @Nullable KerasOrder keras;

    @Option(
            names = "--about",
            paramLabel = "KEY=TEXT",
            description = "Something worth knowing, such as source, licence or a score; may be given several times.")
    private Map<String, String> about = Map.of();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE.vung",
            description = "The model file. Default: the network's name with .vung.")
    private @Nullable Path out;

    @Mixin
    private Overwriting overwriting = new Overwriting();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private Talk talk = new Talk();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    private final Terminal terminal;

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        terminal.listen(talk);
        check();
        Optional<Checkpoint> published = weights.checkpoint(name);
        List<LabelClass> list = classes(published);
        Graph graph = graph(list.size());
        Preprocessing preprocessing =
                preprocessing(graph.input().channels(), published.isPresent() ? "imagenet" : usual());
        KeyMap rules = rules(graph);
        GivenWeights.Here here = weights.here(name, terminal);
        Weights given = WeightFiles.read(here.file());
        MatchReport report = rules.match(keras == null ? given : keras.convert(given), ModelFile.dimensions(graph));
        if (!report.missing().isEmpty() || !report.clashes().isEmpty()) {
            report.matchedOrThrow();
        }
        checkFinite(here.file(), report.matched());
        if (!report.unexpected().isEmpty()) {
            terminal.say("left out, since the network has no place for them: " + shortened(report.unexpected()));
        }
        Map<String, String> notes = new LinkedHashMap<>(about);
        here.about().forEach(notes::putIfAbsent);
        ModelFile model = new ModelFile(graph, report.matched(), preprocessing, answer, list, notes);
        Path target = target();
        model.write(target, overwriting.existing());
        terminal.result(
                json
                        ? ModelReport.of(target.toString(), model)
                        : target + "  " + report.matched().names().size() + " tensors, "
                                + report.matched().numbers() + " numbers");
        return 0;
    }

    private String usual() {
        return answer == Answer.PICTURE ? "centred" : "unit";
    }

    private static String shortened(List<String> names) {
        int shown = Math.min(5, names.size());
        String some = String.join(", ", names.subList(0, shown));
        return names.size() == shown ? some : some + " … (" + names.size() + " in all)";
    }

    private static void checkFinite(Path file, Weights weights) throws WeightFileException {
        for (String key : weights.names()) {
            for (float number : weights.get(key).floats()) {
                if (!Float.isFinite(number)) {
                    throw new WeightFileException(
                            file.toString(),
                            "weights must be finite numbers, got " + number + " in " + key
                                    + "; take a checkpoint from before the training went astray");
                }
            }
        }
    }

    private Path target() {
        if (out != null) {
            return out;
        }
        String file = String.valueOf(Path.of(name).getFileName());
        return Path.of((file.endsWith(".json") ? file.substring(0, file.length() - 5) : file) + Networks.MODEL_FILE);
    }

    private List<LabelClass> classes(Optional<Checkpoint> published) throws IOException {
        if (answer == Answer.PICTURE) {
            if (classes != null) {
                throw wrong("--classes must be left away for a network that makes pictures, got '" + classes + "'");
            }
            return List.of();
        }
        if (classes != null) {
            return ClassList.of(classes);
        }
        int count = published
                .orElseThrow(
                        () -> wrong("--classes must say what the answer's channels are: voc, camvid or a text file"))
                .classes();
        return count == 21 ? ClassList.of("voc") : ClassList.numbered(count);
    }

    private void check() {
        if (Networks.isUnknown(name) || Networks.isModelFile(name)) {
            throw wrong("network must be a graph file such as net.json or one of " + String.join(", ", Networks.names())
                    + ", got '" + name + "'" + NearestName.hint(name, Networks.names()));
        }
    }

    /** The network's main answer alone, but all parts of a detector; what only training needs is left away. */
    private Graph graph(int count) throws IOException {
        Graph graph;
        if (Networks.names().contains(name)) {
            Model model = Models.named(name);
            graph = model.graph(model.standard().withClasses(channels(count)));
        } else {
            graph = Networks.find(name).graph();
        }
        return RcnnParts.is(graph)
                ? graph
                : graph.only(graph.outputs().keySet().iterator().next());
    }

    private int channels(int classes) {
        return switch (answer) {
            case LOGIT -> 1;
            case PICTURE -> 3;
            default -> classes;
        };
    }

    private Preprocessing preprocessing(int channels, String usual) {
        String how = normalise == null ? usual : normalise;
        Preprocessing.Colours colours = channels == 1 ? Preprocessing.Colours.GREY : Preprocessing.Colours.RGB;
        if (channels == 1 && !how.equals("unit") && !how.equals("centred")) {
            throw wrong("--normalise must be unit or centred for a network of one channel, got '" + how + "'");
        }
        if (channels != 1 && !contrast.isEmpty()) {
            throw wrong("--contrast must be left away for a network of colour images, got '" + contrast + "'");
        }
        return switch (how) {
            case "unit" -> Preprocessing.unit(colours).withContrast(steps());
            case "centred" -> Preprocessing.centred(colours).withContrast(steps());
            case "imagenet" -> Preprocessing.imageNet();
            case "caffe" -> Preprocessing.caffe();
            default -> throw wrong("--normalise must be one of unit, centred, imagenet, caffe, got '" + how + "'");
        };
    }

    private List<Contrast> steps() {
        try {
            return Contrast.parse(contrast);
        } catch (IllegalArgumentException wrong) {
            throw wrong("--contrast cannot be read: " + wrong.getMessage());
        }
    }

    private KeyMap rules(Graph graph) {
        KeyMap rules = RcnnParts.is(graph) ? RcnnParts.olderNames() : KeyMap.none();
        for (String each : replacements) {
            int equals = each.lastIndexOf('=');
            if (equals < 1) {
                throw wrong("--replace must read REGEX=TEXT, got '" + each + "'");
            }
            rules = rules.replacing(each.substring(0, equals), each.substring(equals + 1));
        }
        return rules;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
