package org.vung.checks.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.vung.torch.train.Progress;
import org.vung.torch.train.Setup;
import org.vung.torch.train.Trainer;
import org.vung.torch.train.plan.PlanFile;
import org.vung.torch.train.task.Look;

/** The resident memory over many steps of training, of a network of classes and of one that finds objects. */
final class TrainingGrowth {

    /** Most megabytes per thousand steps. */
    private static final double STEPS = 4;

    private static final String CLASSES = """
            name: classes
            data: {path: discs, validation: 0}
            model: {name: unet, width: 4, depth: 2, colours: grey}
            food: {crop: 64x64, batch: 2, augment: ['flip:horizontal=true,vertical=true', 'noise']}
            training: {steps: %d, optimiser: 'adamw:rate=0.002', precision: float32}
            watch: {every: 1000000, save: 1000000}
            """;

    private static final String OBJECTS = """
            name: objects
            data: {path: discs, validation: 0}
            model: {name: maskrcnn-resnet18-fpn, width: 4, colours: grey}
            detector:
              anchors: 'anchors:sizes=8/16/32/64/128,aspects=1'
              learn-boxes: 'choice:boxes=32'
              learn-proposals: 'proposals:before=100,after=50'
            food: {crop: 64x64, batch: 2, augment: ['flip:horizontal=true,vertical=true', 'scale:from=0.8,to=1.2', 'noise']}
            training: {steps: %d, optimiser: 'adamw:rate=0.002', precision: float32}
            watch: {every: 1000000, save: 1000000}
            """;

    private TrainingGrowth() {}

    /** Trains both for so many steps; whether memory stays. */
    static boolean steady(int steps) throws IOException {
        boolean classes = steady("steps of a U-Net", CLASSES, false, steps);
        return steady("steps of Mask R-CNN", OBJECTS, true, steps) && classes;
    }

    private static boolean steady(String what, String plan, boolean oneByOne, int steps) throws IOException {
        Resident resident = new Resident(what, steps, STEPS);
        Path folder = Files.createTempDirectory("vung-memory");
        try {
            Setup setup = new Setup(PlanFile.parse(plan.formatted(steps), Map.of()), new Discs(oneByOne));
            try (Trainer trainer = new Trainer(setup, folder, new Ticks(resident))) {
                trainer.run();
            }
        } finally {
            remove(folder);
        }
        return resident.holds();
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /**
     * A tick a step.
     *
     * @param resident hears them
     */
    private record Ticks(Resident resident) implements Progress {

        @Override
        public void step(int epoch, long step, int images, double loss) {
            resident.tick();
        }

        @Override
        public void look(int epoch, Look look, boolean best) {}
    }
}
