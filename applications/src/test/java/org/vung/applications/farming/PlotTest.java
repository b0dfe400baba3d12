package org.vung.applications.farming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.vung.data.rule.RuleFile;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import org.vung.measure.rule.RuleBook;
import org.vung.measure.rule.Verdict;

class PlotTest {

    private static final Size SIZE = new Size(40, 40);

    private static RuleBook rules() throws IOException {
        return RuleFile.read(Path.of("farming", "rules.yaml"));
    }

    /** Soil with blocks: each row is top, left, height, width, class. */
    private static LabelMap field(int[]... blocks) {
        int[] labels = new int[SIZE.pixels()];
        for (int[] block : blocks) {
            for (int row = block[0]; row < block[0] + block[2]; row++) {
                for (int column = block[1]; column < block[1] + block[3]; column++) {
                    labels[SIZE.index(row, column)] = block[4];
                }
            }
        }
        return LabelMap.wrap(SIZE, labels);
    }

    @Test
    void aCellIsSprayedWhereWeedsCoverMoreThanTheCropByAMargin() throws IOException {
        LabelMap labels = field(
                new int[] {0, 0, 5, 8, Plot.WEED}, // upper left: 40 of weed, 10 of crop
                new int[] {10, 0, 2, 5, Plot.CROP},
                new int[] {0, 20, 4, 5, Plot.WEED}, // upper right: 20 of each
                new int[] {10, 20, 4, 5, Plot.CROP},
                new int[] {20, 0, 1, 1, Plot.WEED}, // lower left: one pixel in 400 is below the margin
                new int[] {20, 20, 20, 20, Plot.UNKNOWN}, // lower right: nobody knows but for a corner of weed
                new int[] {38, 38, 2, 2, Plot.WEED});
        Plot plot = Plot.of(labels, 20, rules());
        assertThat(plot.cells())
                .extracting(cell -> cell.place().name())
                .containsExactly("r1c1", "r1c2", "r2c1", "r2c2");
        assertThat(plot.cells())
                .extracting(cell -> plot.sprays(cell.place()))
                .containsExactly(true, false, false, true);
        assertThat(plot.sprayedArea()).isEqualTo(800);
    }

    @Test
    void theTutorialsTriggerFiresWhereWeedsOutgrowTheCropInTheWholePhoto() throws IOException {
        Plot more = Plot.of(field(new int[] {0, 0, 4, 5, Plot.WEED}, new int[] {9, 9, 3, 5, Plot.CROP}), 40, rules());
        assertThat(more.verdicts()).extracting(verdict -> verdict.rule().name()).contains("overgrown");
        assertThat(more.verdicts())
                .filteredOn(verdict -> verdict.rule().name().equals("overgrown"))
                .extracting(Verdict::value)
                .containsExactly(20 / 15.0);
        Plot less = Plot.of(field(new int[] {0, 0, 3, 5, Plot.WEED}, new int[] {9, 9, 4, 5, Plot.CROP}), 40, rules());
        assertThat(less.verdicts()).isEmpty();
    }

    @Test
    void decisionsAreCountedBesideThoseOfOtherLabels() throws IOException {
        Plot said = Plot.of(field(new int[] {0, 0, 5, 5, Plot.WEED}, new int[] {0, 20, 5, 5, Plot.WEED}), 20, rules());
        Plot truth = Plot.of(field(new int[] {0, 0, 5, 5, Plot.WEED}, new int[] {20, 0, 5, 5, Plot.WEED}), 20, rules());
        Agreement agreement = Agreement.of(said, truth);
        assertThat(agreement).isEqualTo(new Agreement(1, 1, 1, 1));
        assertThat(agreement.precision()).isEqualTo(0.5);
        assertThat(agreement.recall()).isEqualTo(0.5);
    }

    @Test
    void theMapShowsWhereTheSprayGoes() throws IOException {
        LabelMap labels = field(new int[] {2, 2, 10, 10, Plot.WEED});
        Image photo = Image.wrap(SIZE, Layout.RGB, new byte[SIZE.pixels() * 3]);
        Image map = SprayPicture.of(photo, labels, Plot.of(labels, 20, rules()));
        assertThat(map.sample(18, 18, 0)).as("red of the cell that is sprayed").isGreaterThan(map.sample(18, 18, 2));
        assertThat(map.sample(30, 30, 0)).as("soil is left as it is").isZero();
    }
}
