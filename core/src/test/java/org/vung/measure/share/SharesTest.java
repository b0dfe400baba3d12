package org.vung.measure.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vung.image.Size;
import org.vung.label.Box;
import org.vung.label.LabelMap;
import org.vung.mask.RunLengths;

class SharesTest {

    private static final Size SIZE = new Size(3, 5);
    private static final LabelMap LABELS = LabelMap.of(SIZE, new int[] {
        0, 0, 0, 7, 7, //
        0, 2, 0, 7, 7, //
        2, 2, 2, 0, 7
    });

    @Test
    void everyLabelThatOccursHasAShareOfTheImage() {
        assertThat(Shares.of(LABELS))
                .containsExactly(new Share(0, 6, 6 / 15.0), new Share(2, 4, 4 / 15.0), new Share(7, 5, 5 / 15.0));
    }

    @Test
    void aGridDividesTheImageAsEvenlyAsItCan() {
        List<CellShares> cells = Shares.grid(LABELS, 2, 2);
        assertThat(cells)
                .extracting(CellShares::cell)
                .containsExactly(new Box(0, 0, 1, 2), new Box(0, 2, 1, 3), new Box(1, 0, 2, 2), new Box(1, 2, 2, 3));
        assertThat(cells.get(0).shares()).containsExactly(new Share(0, 2, 1));
        assertThat(cells.get(1).shares()).containsExactly(new Share(0, 1, 1 / 3.0), new Share(7, 2, 2 / 3.0));
        assertThat(cells.get(2).of(2)).isEqualTo(0.75);
        assertThat(cells.get(2).of(7)).isZero();
        assertThat(cells.get(3).shares())
                .containsExactly(new Share(0, 2, 2 / 6.0), new Share(2, 1, 1 / 6.0), new Share(7, 3, 3 / 6.0));
    }

    @Test
    void theImageCutsTheLastCells() {
        List<CellShares> cells = Shares.cells(LABELS, 2);
        assertThat(cells)
                .extracting(CellShares::cell)
                .containsExactly(
                        new Box(0, 0, 2, 2),
                        new Box(0, 2, 2, 2),
                        new Box(0, 4, 2, 1),
                        new Box(2, 0, 1, 2),
                        new Box(2, 2, 1, 2),
                        new Box(2, 4, 1, 1));
        assertThat(cells.get(1).shares()).containsExactly(new Share(0, 2, 0.5), new Share(7, 2, 0.5));
        assertThat(Shares.cells(LABELS, 5)).hasSize(1);
        assertThat(Shares.cells(LABELS, 100).get(0).shares()).isEqualTo(Shares.of(LABELS));
    }

    @Test
    void onePixelPerCellHasOneLabel() {
        assertThat(Shares.grid(LABELS, 3, 5))
                .allSatisfy(cell -> assertThat(cell.shares())
                        .containsExactly(new Share(
                                LABELS.at(cell.cell().row(), cell.cell().column()), 1, 1)));
    }

    @Test
    void aRegionOfInterestHasSharesOfItsOwn() {
        boolean[] part = new boolean[15];
        part[0] = part[6] = part[10] = part[14] = true;
        assertThat(Shares.within(LABELS, RunLengths.of(SIZE, part)))
                .containsExactly(new Share(0, 1, 0.25), new Share(2, 2, 0.5), new Share(7, 1, 0.25));
        assertThat(Shares.within(LABELS, RunLengths.empty(SIZE))).isEmpty();
    }

    @Test
    void moreLabelsThanATallyBeginsWith() {
        int[] labels = new int[100];
        for (int pixel = 0; pixel < 100; pixel++) {
            labels[pixel] = 99 - pixel;
        }
        assertThat(Shares.of(LabelMap.of(new Size(10, 10), labels)))
                .hasSize(100)
                .startsWith(new Share(0, 1, 0.01))
                .endsWith(new Share(99, 1, 0.01));
    }

    @Test
    void whatCannotBeDividedIsRefused() {
        assertThatThrownBy(() -> Shares.grid(LABELS, 4, 1)).hasMessage("rows of the grid must be 1 … 3, got 4");
        assertThatThrownBy(() -> Shares.grid(LABELS, 1, 0)).hasMessage("columns of the grid must be 1 … 5, got 0");
        assertThatThrownBy(() -> Shares.cells(LABELS, 0)).hasMessage("side of a cell must be at least 1, got 0");
        assertThatThrownBy(() -> Shares.within(LABELS, RunLengths.empty(new Size(5, 3))))
                .hasMessage("part must have the labels' size 3x5, got 5x3");
    }
}
