package org.vung.torch.train.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.data.augment.Recipe;
import org.vung.data.stats.DataStats;
import org.vung.image.Size;
import org.vung.torch.train.loss.Losses;
import org.vung.torch.train.optimise.Optimisation;
import org.vung.torch.train.optimise.Schedule;

class FingerprintTest {

    private static final Fingerprint.Machine SMALL = new Fingerprint.Machine(8L << 30, 2);
    private static final Fingerprint.Machine LARGE = new Fingerprint.Machine(128L << 30, 32);
    private static final Traits CELLS = new Traits(true, 0.01, 0.01, Traits.Grounds.NONE);
    private static final Traits ROADS = new Traits(false, 0.6, 0.05, Traits.Grounds.NONE);
    private static final Plan.Data HERE = Plan.Data.of("here", "auto");

    /** Shares are those of the classes in percent; machine, images, size, colours and what follows from them. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "many tiny cells    | SMALL | CELLS |   600 |   64x64   | 80 20 |   64x64 | 3 | 16 | 16 | 0.2   |  1500 | 0    | false",
                "membranes          | SMALL | CELLS |    30 |  512x512  | 22 78 | 256x256 | 4 | 16 |  4 | 0.2   |  1200 | 0    | false",
                "few aerial photos  | SMALL | CELLS |     8 | 6000x6000 | 97 3  | 256x256 | 4 | 16 |  4 | 0.2   | 20000 | 0.33 | true",
                "the same, large    | LARGE | CELLS |     8 | 6000x6000 | 97 3  | 512x512 | 5 | 32 |  2 | 0.2   | 20000 | 0.33 | true",
                "11 uneven classes  | SMALL | ROADS |   367 |  360x480  | 17 24 1 34 4 11 1 1 5 1 1 | 256x256 | 4 | 16 | 4 | 0.2 | 9700 | 0.33 | true",
                "one image          | SMALL | CELLS |     1 |  512x512  | 60 40 | 256x256 | 4 | 16 |  4 | 0     |   500 | 0    | false",
                "10,000 images      | SMALL | ROADS | 10000 |  256x256  | 50 50 | 256x256 | 4 | 16 |  4 | 0.02  | 20000 | 0    | false",
                "photos of 1 GB     | SMALL | CELLS |     5 | 19000x19000 | 90 10 | 256x256 | 4 | 16 | 4 | 0.2 | 20000 | 0.33 | true",
                "the same, small    | TINY  | CELLS |     5 | 19000x19000 | 90 10 | 256x256 | 4 | 16 | 1 | 0   | 20000 | 0.33 | true",
                "icons              | SMALL | ROADS |    50 |   16x20   | 50 50 |   32x32 | 2 | 16 | 16 | 0.2   |   500 | 0    | false",
                "long strips        | SMALL | CELLS |    20 |  40x3000  | 50 50 |  64x256 | 3 | 16 | 16 | 0.2   |   500 | 0    | false"
            })
    void whatASetIsDecidesItsPlan(
            String name,
            String machine,
            String traits,
            int images,
            String size,
            String shares,
            String crop,
            int depth,
            int width,
            int batch,
            double validation,
            long steps,
            double foreground,
            boolean weighted) {
        Fingerprint.Machine on = switch (machine) {
            case "SMALL" -> SMALL;
            case "LARGE" -> LARGE;
            default -> new Fingerprint.Machine(1L << 30, 1);
        };
        Fingerprint made =
                Fingerprint.of(stats(images, size, shares), traits.equals("CELLS") ? CELLS : ROADS, on, "made", HERE);
        Plan plan = made.plan();
        assertThat(plan.food().crop().rows() + "x" + plan.food().crop().columns())
                .isEqualTo(crop);
        assertThat(plan.net().depth()).isEqualTo(depth);
        assertThat(plan.net().width()).isEqualTo(width);
        assertThat(plan.food().batch()).isEqualTo(batch);
        assertThat(plan.data().validation()).isEqualTo(validation);
        assertThat(plan.training().steps()).isEqualTo(steps);
        assertThat(plan.food().foreground()).isEqualTo(foreground);
        assertThat(!plan.training().classWeights().isEmpty()).isEqualTo(weighted);
        assertTrainable(made);
    }

    /** Every text in it is understood by what will read it, and the reasons survive the file. */
    private static void assertTrainable(Fingerprint made) {
        Plan plan = made.plan();
        assertThat(Losses.parse(plan.training().loss(), plan.training().classWeights()))
                .isNotNull();
        assertThat(Optimisation.parse(plan.training().optimiser()).rate()).isPositive();
        assertThat(Schedule.parse(plan.training().schedule()).warmup()).isNotNegative();
        assertThat(Recipe.parse(plan.food().augment()).steps()).isNotEmpty();
        String text = PlanFile.text(plan, made.reasons());
        assertThat(PlanFile.parse(text, Map.of())).isEqualTo(plan);
        assertThat(text.lines().filter(line -> line.contains("  # ")))
                .hasSameSizeAs(made.reasons().entrySet());
        assertThat(made.reasons()).containsKeys("food.crop", "model.depth", "training.steps", "data.validation");
        assertThat(made.reasons().values()).noneMatch(reason -> reason.contains("\n") || reason.length() > 120);
    }

    @Test
    void rareClassesCountMore() {
        List<Double> weights = plan(CELLS, 10, "512x512", "97 3 0").training().classWeights();
        assertThat(weights.get(0)).isBetween(0.2, 1.0);
        assertThat(weights.get(1)).isBetween(3.0, 5.0);
        assertThat(weights.get(2)).isEqualTo(1); // does not occur
    }

    @Test
    void whatHasATopIsNotTurned() {
        assertThat(plan(ROADS, 10, "512x512", "50 50").food().augment())
                .contains("flip:horizontal=true,vertical=false")
                .noneMatch(step -> step.startsWith("turn"));
        assertThat(plan(CELLS, 10, "512x512", "50 50").food().augment())
                .contains("flip:horizontal=true,vertical=true", "turn");
        assertThat(plan(new Traits(true, 0.5, 0.5, Traits.Grounds.NONE), 10, "512x512", "50 50")
                        .food()
                        .augment())
                .noneMatch(step -> step.startsWith("flip") || step.startsWith("turn"));
    }

    @Test
    void coloursAndClassesDecideTheEnds() {
        assertThat(plan(CELLS, 10, "512x512", "50 50").net().colours().channels())
                .isEqualTo(1);
        assertThat(plan(ROADS, 10, "512x512", "50 50").net().colours().channels())
                .isEqualTo(3);
        assertThat(plan(ROADS, 10, "512x512", "5 ".repeat(20)).net().width()).isEqualTo(24);
    }

    @Test
    void lightAndDarkGroundsAreMadeAlike() {
        Traits mixed = new Traits(false, 0.01, 0.01, new Traits.Grounds(27, 5, 32));
        Fingerprint made = Fingerprint.of(stats(100, "256x256", "80 20"), mixed, SMALL, "made", HERE);
        assertThat(made.plan().net().contrast()).isEqualTo("stretch,dark-ground");
        assertThat(made.plan().net().colours().channels()).isEqualTo(1);
        assertThat(made.reasons())
                .containsEntry(
                        "model.contrast",
                        "lighter than c0 in 27 images, darker in 5; light images inverted, lighter in 32");
        assertTrainable(made);
        assertThat(plan(ROADS, 10, "512x512", "50 50").net().contrast()).isEmpty();
    }

    @Test
    void aSetNothingCanBeLearnedFromIsRefused() {
        assertThatThrownBy(() -> plan(CELLS, 0, "8x8", "50 50")).hasMessageContainingAll("must have images", "got 0");
        assertThatThrownBy(() -> plan(CELLS, 5, "8x8", "100 0")).hasMessageContainingAll("2 classes", "got 1 of 2");
    }

    private static Plan plan(Traits traits, int images, String size, String shares) {
        return Fingerprint.of(stats(images, size, shares), traits, SMALL, "made", HERE)
                .plan();
    }

    private static DataStats stats(int images, String size, String shares) {
        String[] sides = size.split("x", -1);
        Size one = new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        long pixels = (long) images * one.height() * one.width();
        List<DataStats.ClassCount> classes = new ArrayList<>();
        for (String share : shares.strip().split(" ", -1)) {
            double part = Double.parseDouble(share) / 100;
            classes.add(new DataStats.ClassCount("c" + classes.size(), images, (long) (part * pixels), part, 0));
        }
        return new DataStats(
                "made",
                images,
                images,
                images == 0 ? List.of() : List.of(new DataStats.SizeCount(one, images)),
                "classes",
                classes,
                pixels,
                0,
                0,
                List.of());
    }
}
