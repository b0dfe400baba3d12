package org.vung.cli.translate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vung.catalog.model.TrainedModels;
import org.vung.cli.input.Input;
import org.vung.cli.input.Inputs;
import org.vung.cli.input.Reading;
import org.vung.cli.report.Failure;
import org.vung.cli.report.Json;
import org.vung.cli.terminal.Fault;
import org.vung.cli.terminal.OutFolder;
import org.vung.cli.terminal.Talk;
import org.vung.cli.terminal.Terminal;
import org.vung.data.Dataset;
import org.vung.data.format.Datasets;
import org.vung.data.side.SideBySideWriter;
import org.vung.data.split.Subset;
import org.vung.image.Image;
import org.vung.image.Preview;
import org.vung.image.file.ImageFiles;
import org.vung.image.resample.Resampling;
import org.vung.torch.gan.Translator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vung translate}: images in, pictures out. */
@Command(
        name = "translate",
        description = {
            "Makes pictures of images by a network that 'vung train --model pix2pix' has trained: photographs of drawings,",
            "maps of aerial photos. Images are resized to what the network was trained on, and pictures have that size.",
            "Writes STEM.picture.png; with --side-by-side STEM.png, the picture on the left and the image on the right, which",
            "is a data set that --from side-by-side reads."
        },
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vung translate drawing.png -m runs/facades-1/last.vung",
            "  vung translate drawings/ -m facades.vung -o photos --seed 7",
            "  vung translate --data facades/ --from side-by-side:image=right --list runs/facades-1/validation.txt \\",
            "      -m runs/facades-1/last.vung --side-by-side -o made"
        })
public final class TranslateCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "INPUT",
            description = "Image files, folders, patterns in quotes, http(s) URLs, or - for standard input.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = {"-m", "--model"},
            paramLabel = "FILE.vung",
            required = true,
            description = "The network.")
    private String model = "";

    @Option(names = "--data", paramLabel = "DIR", description = "The images of a data set, in the place of INPUT.")
    private @Nullable Path data;

    @Option(names = "--from", paramLabel = "FORMAT", description = "Its format, as for 'vung data'.")
    private @Nullable String format;

    @Option(names = "--list", paramLabel = "FILE", description = "Only those of its images that this file names.")
    private @Nullable Path list;

    @Mixin
    private OutFolder out = new OutFolder();

    @Option(names = "--side-by-side", description = "Write picture and image into one file.")
    private boolean sideBySide;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Start of the network's chance: another gives another picture. Default: ${DEFAULT-VALUE}.",
            defaultValue = "0")
    private long seed;

    @Option(names = "--json", description = "Print one JSON object instead of a line per image.")
    private boolean json;

    @Option(
            names = {"-r", "--recursive"},
            description = "Take the folders in folders, too.")
    private boolean recursive;

    @Mixin
    private Reading reading = new Reading();

    @Mixin
    private Talk talk = new Talk();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    private final Terminal terminal;
    private final List<Made> made = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();

    /** What was written of an image. */
    private record Made(String image, Path file, double seconds) {}

    /** An image to come. */
    private interface Source {
        Image read() throws IOException;
    }

    /**
     * The command.
     *
     * @param terminal to answer on
     */
    public TranslateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        terminal.listen(talk);
        check();
        int count;
        try (Translator translator = new Translator(TrainedModels.read(model), seed)) {
            count = data == null ? ofInputs(translator) : ofData(translator, data);
        }
        terminal.clearProgress();
        if (json) {
            terminal.result(report());
        }
        return Failure.exitCode(failures, count == 1);
    }

    private void check() {
        try {
            reading.check();
            if (words.isEmpty() == (data == null)) {
                throw new IllegalArgumentException("name images, or a data set with --data, and not both");
            }
            if (data == null && (format != null || list != null)) {
                throw new IllegalArgumentException("--from and --list must go with --data; leave them out");
            }
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private int ofInputs(Translator translator) {
        List<Input> inputs = new Inputs(terminal.in(), recursive, out.path()).of(words);
        for (int at = 0; at < inputs.size(); at++) {
            Input input = inputs.get(at);
            terminal.progress(at, inputs.size(), input.name());
            Path stem = out.path().resolve(input.folder()).resolve(input.stem());
            translate(translator, input.name(), stem, () -> first(input));
        }
        return inputs.size();
    }

    private Image first(Input input) throws IOException {
        if (reading.allPages()) {
            throw new IllegalArgumentException("--page must be one page for translate, got all");
        }
        return reading.read(input).get(0).image();
    }

    private int ofData(Translator translator, Path folder) throws IOException {
        Dataset all = Datasets.open(folder, Optional.ofNullable(format));
        Dataset set = list == null ? all : Subset.read(all, list);
        int count = set.items().size();
        for (int at = 0; at < count; at++) {
            String name = set.items().get(at).name();
            int index = at;
            terminal.progress(at, count, name);
            translate(translator, name, out.path().resolve(name), () -> set.image(index));
        }
        return count;
    }

    private void translate(Translator translator, String name, Path stem, Source source) {
        try {
            Path file = stem.resolveSibling(stem.getFileName() + (sideBySide ? ".png" : ".picture.png"));
            Image image = source.read();
            long start = System.nanoTime();
            Image picture = translator.translate(image);
            double seconds = (System.nanoTime() - start) / 1e9;
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageFiles.write(sideBySide ? beside(picture, image) : picture, file, out.existing());
            made.add(new Made(name, file, seconds));
            if (!json) {
                terminal.result(
                        name + "  " + picture.size() + "  " + Math.round(seconds * 1000) / 1000.0 + " s  " + file);
            }
        } catch (Exception | OutOfMemoryError failure) {
            Fault fault = Fault.of(failure).at(name);
            terminal.report(fault, failure);
            failures.add(new Failure(name, fault.line(), fault.exitCode()));
        }
    }

    private static Image beside(Image picture, Image image) {
        return SideBySideWriter.joined(picture, Resampling.picture(Preview.rgb(image), picture.size()));
    }

    private String report() {
        return Json.object(answer -> {
            answer.writeStringProperty("model", model);
            answer.writeName("results").writeStartArray();
            for (Made each : made) {
                answer.writeStartObject();
                answer.writeStringProperty("image", each.image());
                answer.writeStringProperty("picture", each.file().toString());
                answer.writeNumberProperty("seconds", each.seconds());
                answer.writeEndObject();
            }
            for (Failure each : failures) {
                answer.writeStartObject();
                answer.writeStringProperty("image", each.subject());
                answer.writeStringProperty("error", each.error());
                answer.writeNumberProperty("exit_code", each.exitCode());
                answer.writeEndObject();
            }
            answer.writeEndArray();
        });
    }
}
