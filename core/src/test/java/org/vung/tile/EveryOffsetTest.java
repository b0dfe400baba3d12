package org.vung.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vung.Instance;
import org.vung.Instances;
import org.vung.grid.Neighbourhood;
import org.vung.image.Size;
import org.vung.image.codec.Limits;
import org.vung.image.file.ImageFiles;
import org.vung.label.Box;
import org.vung.label.ConnectedRegions;
import org.vung.label.LabelMap;
import org.vung.mask.RunLengths;

/** A sheet of objects cut at every offset: always the same objects, to the pixel. */
class EveryOffsetTest {

    private static final Tiling TILING = new Tiling(64, 24);
    private static final int STEP = TILING.side() - TILING.overlap();

    /** Three windows each way, exactly a step apart; a sheet fits at every offset of a step. */
    private static final Size FRAME = new Size(64 + 2 * STEP, 64 + 2 * STEP);

    private static final int SHEET = FRAME.height() - STEP + 1;

    private static void assertTheSameEverywhere(Sheet sheet, boolean masks) {
        TiledDetector detector = new TiledDetector(new TellsAll(masks), TILING);
        for (int top = 0; top < STEP; top++) {
            for (int left = 0; left < STEP; left++) {
                Sheet moved = sheet.on(FRAME, top, left);
                Instances found = detector.segment(moved.image());
                Set<RunLengths> truth = moved.masks();
                assertThat(found.objects()).as("at %d, %d", top, left).hasSameSizeAs(truth);
                if (masks) {
                    assertThat(masksOf(found)).as("at %d, %d", top, left).isEqualTo(truth);
                }
                assertThat(boxesOf(found)).as("at %d, %d", top, left).isEqualTo(boxesOf(truth));
            }
        }
    }

    private static Set<RunLengths> masksOf(Instances found) {
        return found.objects().stream()
                .map(object -> object.mask().orElseThrow())
                .collect(Collectors.toSet());
    }

    private static Set<Box> boxesOf(Instances found) {
        return found.objects().stream().map(EveryOffsetTest::box).collect(Collectors.toSet());
    }

    private static Box box(Instance object) {
        return new Box((int) object.row(), (int) object.column(), (int) object.height(), (int) object.width());
    }

    private static Set<Box> boxesOf(Set<RunLengths> masks) {
        return masks.stream().map(mask -> mask.box().orElseThrow()).collect(Collectors.toSet());
    }

    /** Discs of 5 … 21 pixels across that do not touch. */
    private static Sheet nuclei() {
        Sheet sheet = new Sheet(SHEET, SHEET);
        Random random = new Random(8);
        int object = 1;
        for (int row = 12; row < SHEET - 11; row += 23) {
            for (int column = 12; column < SHEET - 11; column += 23) {
                sheet.disc(object++, row, column, 2.5 + 8 * random.nextDouble());
            }
        }
        return sheet;
    }

    @Test
    void aSheetOfNucleiCutAtEveryOffsetGivesTheSameCount() {
        assertTheSameEverywhere(nuclei(), true);
    }

    @Test
    void soDoBoxesAlone() {
        assertTheSameEverywhere(nuclei(), false);
    }

    /** Every pixel belongs to a brick, and every brick touches six others. */
    @Test
    void objectsThatTouchStayApart() {
        Sheet sheet = new Sheet(SHEET, SHEET);
        for (int row = 0; row < SHEET; row++) {
            for (int column = 0; column < SHEET; column++) {
                sheet.set(1 + row / 13 * 20 + (column + row / 13 % 2 * 10) / 21, row, column);
            }
        }
        assertTheSameEverywhere(sheet, true);
        assertTheSameEverywhere(sheet, false);
    }

    /** Discs laid over each other like scales: crescents, whose boxes overlap by half and more. */
    @Test
    void scalesStayApart() {
        Sheet sheet = new Sheet(SHEET, SHEET);
        int object = 1;
        for (int row = 10; row < SHEET - 10; row += 16) {
            for (int column = 10; column < SHEET - 10; column += 12) {
                sheet.disc(object++, row, column, 11);
            }
        }
        assertTheSameEverywhere(connected(sheet), true);
    }

    /** Bars along both axes, a disc larger than the overlap, a ring around it longer than a window, a comb and a stair. */
    @Test
    void objectsLargerThanTheOverlapAreJoined() {
        Sheet sheet = new Sheet(SHEET, SHEET);
        sheet.bar(1, 2, 1, 3, SHEET - 2);
        sheet.bar(2, 8, 1, SHEET - 10, 4);
        sheet.disc(3, 45, 50, 37);
        sheet.disc(0, 45, 50, 33);
        sheet.disc(4, 45, 50, 22);
        sheet.bar(5, 85, 10, 4, 90);
        for (int tooth = 10; tooth < 95; tooth += 11) {
            sheet.bar(5, 89, tooth, 12, 5);
        }
        for (int step = 0; step < 75; step++) {
            sheet.bar(6, 6 + step, 70 + step / 3, 1, 3);
        }
        assertTheSameEverywhere(connected(sheet), true);
    }

    @Test
    void objectsOfOnePixelAreToldOnce() {
        Sheet sheet = new Sheet(SHEET, SHEET);
        int object = 1;
        for (int row = 0; row < SHEET; row += 9) {
            for (int column = row / 9 % 3; column < SHEET; column += 11) {
                sheet.set(object++, row, column);
            }
        }
        assertTheSameEverywhere(sheet, true);
        assertTheSameEverywhere(sheet, false);
    }

    @Test
    void anEmptySheetStaysEmpty() {
        assertTheSameEverywhere(new Sheet(SHEET, SHEET), true);
    }

    /** Nuclei as they are, touching, of all shapes and sizes. */
    @Test
    void realNucleiKeepTheirCount() throws IOException {
        for (Path file : labels().subList(0, 3)) {
            LabelMap labels = ImageFiles.readLabels(file, Limits.standard());
            Sheet sheet = new Sheet(SHEET, SHEET);
            for (int row = 0; row < Math.min(SHEET, labels.size().height()); row++) {
                for (int column = 0; column < Math.min(SHEET, labels.size().width()); column++) {
                    sheet.set(labels.sharedLabels()[labels.size().index(row, column)], row, column);
                }
            }
            assertTheSameEverywhere(connected(sheet), true);
        }
    }

    private static List<Path> labels() throws IOException {
        String root = System.getenv("VUNG_DATA");
        assumeTrue(root != null, "VUNG_DATA is not set");
        try (Stream<Path> files = Files.list(Path.of(root, "dsb2018", "labels"))) {
            return files.sorted().toList();
        }
    }

    /** Every connected part of an object becomes an object of its own; pixels touch by their corners, too. */
    private static Sheet connected(Sheet sheet) {
        int[] objects = new int[sheet.size.pixels()];
        for (int pixel = 0; pixel < objects.length; pixel++) {
            objects[pixel] = sheet.get(pixel / sheet.size.width(), pixel % sheet.size.width());
        }
        LabelMap parts = ConnectedRegions.split(LabelMap.wrap(sheet.size, objects), Neighbourhood.EIGHT);
        Sheet split = new Sheet(sheet.size.height(), sheet.size.width());
        for (int pixel = 0; pixel < objects.length; pixel++) {
            if (objects[pixel] > 0) {
                split.set(parts.sharedLabels()[pixel] + 1, pixel / sheet.size.width(), pixel % sheet.size.width());
            }
        }
        return split;
    }
}
