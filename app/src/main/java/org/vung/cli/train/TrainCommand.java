package org.vung.cli.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vung.cli.report.Json;
import org.vung.cli.terminal.Talk;
import org.vung.cli.terminal.Terminal;
import org.vung.data.Dataset;
import org.vung.data.format.Datasets;
import org.vung.image.file.Existing;
import org.vung.nets.file.Answer;
import org.vung.torch.parallel.GlooGroup;
import org.vung.torch.parallel.Group;
import org.vung.torch.parallel.GroupException;
import org.vung.torch.parallel.Place;
import org.vung.torch.record.RunFolder;
import org.vung.torch.train.RunReport;
import org.vung.torch.train.Setup;
import org.vung.torch.train.Trainer;
import org.vung.torch.train.plan.Plan;
import org.vung.torch.train.plan.PlanFile;
import org.vung.torch.train.task.Look;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vung train}: learns from images and masks, and writes a model file. */
@Command(
        name = "train",
        description = {
            "Trains a network on images with masks or objects. Without a plan it looks at the data, the memory and the cores and",
            "makes one, with a line of reason for each choice.",
            "Writes a folder runs/NAME-N: plan.yaml (reruns it), best.vung and last.vung (use them by path), report.html,",
            "metrics.csv, TensorBoard events, and state/, from which --resume goes on to the very same weights.",
            "With --folds 5 five networks are trained, each judged by the fifth it has not seen.",
            "Ctrl-C ends it after the step at work; nothing is lost."
        },
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vung train --data cells/",
            "  vung train --data cells/ --plan-only --name cells",
            "  vung train --data cells/ --model maskrcnn-resnet18-fpn       objects one by one: boxes, classes, masks",
            "  vung train --data facades/ --from side-by-side:image=right --model pix2pix    pictures of pictures",
            "  vung train --data cells/ --steps 1000 --folds 5",
            "  vung train plans/membrane.yaml --data isbi2012-em",
            "  vung train plans/membrane.yaml --data isbi2012-em --set training.steps=200 --set model.width=8",
            "  vung train --resume runs/membrane-1",
            "  vung train plans/membrane.yaml --data isbi2012-em --processes 4 --max-restarts 3",
            "  vung segment slice.png -m runs/membrane-1/best.vung",
            "  vung segment slice.png -m ensemble:runs/a/best.vung+runs/b/best.vung"
        })
public final class TrainCommand implements Callable<Integer> {

    private static final String PLAN = "plan.yaml";

    @Parameters(
            arity = "0..1",
            paramLabel = "PLAN.yaml",
            description = "What is to be trained, and how. Default: a plan by what is in the data.")
    private @Nullable Path plan;

    @Option(names = "--data", paramLabel = "DIR", description = "The data set, in the place of the plan's.")
    private @Nullable Path data;

    @Option(
            names = "--from",
            paramLabel = "FORMAT",
            description = "Its format, as for 'vung data'. Default: the plan's, else recognised by its files.")
    private @Nullable String format;

    @Option(
            names = "--set",
            paramLabel = "SECTION.KEY=VALUE",
            description = "Another value for a key of the plan; may be given several times.")
    private Map<String, String> changes = new LinkedHashMap<>();

    @Option(
            names = "--model",
            paramLabel = "NETWORK",
            description = "The same as --set model.name=NETWORK; 'vung model list' names them.")
    private @Nullable String model;

    @Option(names = "--steps", paramLabel = "N", description = "The same as --set training.steps=N.")
    private @Nullable Long steps;

    @Option(names = "--name", paramLabel = "NAME", description = "The same as --set name=NAME.")
    private @Nullable String name;

    @Option(
            names = "--folds",
            paramLabel = "K",
            description = "Cross-validation: train K networks, each on the images outside its own part.")
    private @Nullable Integer folds;

    @Option(
            names = "--plan-only",
            description = {
                "Write the plan to NAME.yaml, the names of the images to NAME.training.txt and NAME.validation.txt, in",
                "the folder of --runs, and stop."
            })
    private boolean planOnly;

    @Option(
            names = {"-o", "--runs"},
            paramLabel = "DIR",
            description = "Where the run's folder is made. Default: ${DEFAULT-VALUE}.",
            defaultValue = "runs")
    private Path runs = Path.of("runs");

    @Option(names = "--resume", paramLabel = "RUN", description = "Go on with a run that was stopped or killed.")
    private @Nullable Path resume;

    @Mixin
    private Ranks ranks = new Ranks();

    @Option(names = "--json", description = "Print one JSON object at the end.")
    private boolean json;

    @Mixin
    private Talk talk = new Talk();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    private final Terminal terminal;

    /**
     * The command.
     *
     * @param terminal to answer on
     */
    public TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        terminal.listen(talk);
        try {
            ranks.check();
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
        Optional<Place> place = Place.of(System.getenv());
        place.filter(own -> own.rank() > 0).ifPresent(other -> terminal.hush());
        Map<String, String> all = all();
        if (folds != null && folds < 2) {
            throw new ParameterException(spec.commandLine(), "--folds must be at least 2, got " + folds);
        }
        if (folds != null && (ranks.processes() > 1 || place.isPresent())) {
            throw new ParameterException(
                    spec.commandLine(), "--folds must go without --processes; train each fold by --set data.fold=N");
        }
        if (resume == null && plan == null) {
            return byData(all, place);
        }
        Wanted wanted = Wanted.of(file(), all);
        Plan.Data source = wanted.plan().data();
        if (source.path().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "the plan names no data; name a folder with --data");
        }
        return planOnly ? write(wanted, open(source)) : train(wanted, open(source), place);
    }

    /** Makes the plan, too. */
    private int byData(Map<String, String> all, Optional<Place> place) throws IOException {
        if (data == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "name a plan, a folder of images and masks with --data, or a run with --resume");
        }
        Plan.Data source = Plan.Data.of(data.toString(), format == null ? "auto" : format);
        Dataset set = open(source);
        Wanted wanted = Wanted.by(set, source, all, terminal);
        return planOnly ? write(wanted, set) : train(wanted, set, place);
    }

    private static Dataset open(Plan.Data source) throws IOException {
        String named = source.format();
        return Datasets.open(Path.of(source.path()), named.equals("auto") ? Optional.empty() : Optional.of(named));
    }

    private int write(Wanted wanted, Dataset set) throws IOException {
        Setup setup = new Setup(wanted.plan(), set);
        Files.createDirectories(runs);
        String own = wanted.plan().name() + ".";
        Path file = runs.resolve(own + "yaml");
        PlanFile.write(wanted.plan(), wanted.reasons(), file, Existing.KEEP);
        setup.writeLists(runs, own);
        terminal.result(file.toString());
        return 0;
    }

    private int train(Wanted wanted, Dataset set, Optional<Place> place) throws IOException {
        if (folds != null) {
            return trainFolds(wanted, set, folds);
        }
        Setup setup = new Setup(wanted.plan(), set);
        if (place.isPresent()) {
            return inGroup(place.get(), setup, wanted);
        }
        Path folder = announced(folder(wanted), setup);
        if (ranks.processes() > 1) {
            return new Supervisor(ranks, folder, options(), terminal).run();
        }
        return told(folder, setup, train(setup, wanted.plan(), folder, Group.alone()));
    }

    private int told(Path folder, Setup setup, Optional<Trained> trained) {
        String use = setup.task().answer() == Answer.PICTURE ? "translate" : "segment";
        trained.flatMap(Trained::look)
                .ifPresent(look -> answer(folder, trained.get().ending(), look, use));
        return trained.isPresent() ? 0 : Stopping.INTERRUPTED;
    }

    private int trainFolds(Wanted wanted, Dataset set, int count) throws IOException {
        FoldScores scores = new FoldScores();
        for (int fold = 0; fold < count; fold++) {
            Wanted own = wanted.fold(fold, count);
            Setup setup = new Setup(own.plan(), set);
            Path folder = announced(folder(own), setup);
            Optional<Look> look =
                    train(setup, own.plan(), folder, Group.alone()).flatMap(Trained::look);
            if (look.isEmpty()) {
                return Stopping.INTERRUPTED;
            }
            scores.add(RunReport.model(folder), look.get());
        }
        if (json) {
            terminal.result(scores.json());
        } else {
            scores.print(terminal);
            terminal.say("use them together: vung segment IMAGE -m " + scores.ensemble());
        }
        return 0;
    }

    private Path announced(Path folder, Setup setup) throws IOException {
        setup.writeLists(folder, "");
        terminal.say(setup.training().items().size() + " images to learn from, "
                + setup.held().items().size() + " held back; the run is in " + folder);
        return folder;
    }

    /** As one of several processes, of which the first makes the folder and talks. */
    private int inGroup(Place place, Setup setup, Wanted wanted) throws IOException {
        if (ranks.processes() > 1 && ranks.processes() != place.ranks()) {
            throw new IllegalArgumentException("--processes must be WORLD_SIZE where that is set, got "
                    + ranks.processes() + " and " + place.ranks());
        }
        boolean watched = System.getenv(Supervisor.STARTER) != null;
        try (Group group = GlooGroup.join(place, ranks.bind(), ranks.timeout())) {
            Path folder = group.leads() ? folder(wanted) : runs;
            return told(folder, setup, train(setup, wanted.plan(), watched ? folder : announced(folder, setup), group));
        } catch (GroupException lost) {
            if (!watched) {
                throw lost;
            }
            terminal.detail(String.valueOf(lost.getMessage()));
            return Supervisor.LOST;
        }
    }

    /** What was said to this command and concerns each of its processes. */
    private List<String> options() {
        List<String> options = new ArrayList<>();
        if (data != null) {
            options.addAll(List.of("--data", data.toString()));
        }
        if (format != null) {
            options.addAll(List.of("--from", format));
        }
        if (json) {
            options.add("--json");
        }
        options.addAll(talk.words());
        return options;
    }

    /**
     * A training that came to its end.
     *
     * @param ending its last step and best score
     * @param look at the images held back, where this process is the one that looks
     */
    private record Trained(Trainer.Ending ending, Optional<Look> look) {}

    /** Trains, and tells in the run's folder; nothing if it was stopped. */
    private Optional<Trained> train(Setup setup, Plan wanted, Path folder, Group group) throws IOException {
        long start = System.nanoTime();
        TrainTalk progress = new TrainTalk(terminal, setup, wanted, group.ranks());
        Trainer.Ending ending;
        try (Trainer trainer = new Trainer(setup, folder, group, progress);
                Stopping stopping = Stopping.of(trainer)) {
            ending = trainer.run();
            progress.end();
            if (!ending.whole()) {
                terminal.say("stopped after step " + ending.steps() + "; go on with: vung train --resume " + folder);
                return Optional.empty();
            }
        } catch (RuntimeException failure) {
            group.check();
            throw failure;
        }
        if (!group.leads()) {
            return Optional.of(new Trained(ending, Optional.empty()));
        }
        Look look = RunReport.write(setup, folder, Duration.ofNanos(System.nanoTime() - start));
        return Optional.of(new Trained(ending, Optional.of(look)));
    }

    private void answer(Path folder, Trainer.Ending ending, Look look, String use) {
        Path model = RunReport.model(folder);
        if (json) {
            terminal.result(Json.object(answer -> {
                answer.writeStringProperty("run", folder.toString());
                answer.writeStringProperty("model", model.toString());
                answer.writeNumberProperty("steps", ending.steps());
                if (!look.images().isEmpty()) {
                    look.scores().forEach(score -> answer.writeNumberProperty(score.key(), score.value()));
                }
            }));
            return;
        }
        terminal.result(model.toString());
        terminal.say("report: " + folder.resolve("report.html") + "; use it: vung " + use + " IMAGE -m " + model);
    }

    /** What stands on the command line in the place of the plan's. */
    private Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        if (data != null) {
            all.put("data.path", PlanFile.quoted(data.toString()));
        }
        if (format != null) {
            all.put("data.format", PlanFile.quoted(format));
        }
        if (model != null) {
            all.put("model.name", PlanFile.quoted(model));
        }
        if (steps != null) {
            all.put("training.steps", steps.toString());
        }
        if (name != null) {
            all.put("name", PlanFile.quoted(name));
        }
        all.putAll(changes);
        return all;
    }

    /** The plan's file. */
    private Path file() {
        if (resume == null) {
            return Objects.requireNonNull(plan);
        }
        if (plan != null
                || !changes.isEmpty()
                || model != null
                || steps != null
                || name != null
                || folds != null
                || planOnly) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--resume goes on with the run's own plan; leave the plan, --set, --model, --steps, --name, --folds and"
                            + " --plan-only away");
        }
        return resume.resolve(PLAN);
    }

    private Path folder(Wanted wanted) throws IOException {
        if (resume != null) {
            return resume;
        }
        Path folder = RunFolder.create(runs, wanted.plan().name());
        PlanFile.write(wanted.plan(), wanted.reasons(), folder.resolve(PLAN), Existing.REPLACE);
        return folder;
    }
}
