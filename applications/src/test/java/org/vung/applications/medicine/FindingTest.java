package org.vung.applications.medicine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vung.Partition;
import org.vung.data.rule.RuleFile;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import org.vung.mask.RunLengths;
import org.vung.measure.PixelSize;
import org.vung.measure.rule.RuleBook;
import org.vung.measure.scene.Part;

class FindingTest {

    private static final Size SIZE = new Size(160, 160);

    private static RuleBook rules(String file) throws IOException {
        return RuleFile.read(Path.of("medicine", file));
    }

    private static boolean inside(int row, int column, double[] ellipse) {
        double down = (row - ellipse[0]) / ellipse[2];
        double across = (column - ellipse[1]) / ellipse[3];
        return down * down + across * across <= 1;
    }

    @Test
    void lungsAreFoundAndMeasuredInMillimetres() throws IOException {
        double[] left = {75, 45, 45, 22};
        double[] right = {75, 115, 45, 22};
        byte[] grey = new byte[SIZE.pixels()];
        int[] truth = new int[SIZE.pixels()];
        for (int row = 0; row < SIZE.height(); row++) {
            for (int column = 0; column < SIZE.width(); column++) {
                boolean lung = inside(row, column, left) || inside(row, column, right);
                truth[SIZE.index(row, column)] = lung ? 1 : 0;
                grey[SIZE.index(row, column)] = (byte) (lung ? 90 : column < 6 ? 5 : 200);
            }
        }
        LungLook look = new LungLook(rules("rules-lungs.yaml"), PixelSize.square(2, "mm"));
        Finding finding =
                look.of("made up", Image.wrap(SIZE, Layout.GREY, grey), Optional.of(LabelMap.wrap(SIZE, truth)));
        assertThat(finding.agreement().orElseThrow().value()).isGreaterThan(0.9);
        assertThat(finding.table().columns()).contains("area_mm2");
        assertThat(finding.table().rows()).hasSize(2);
        double area = Double.parseDouble(finding.table().rows().get(0).get(2));
        assertThat(area).isCloseTo(Math.PI * 45 * 22 * 4, within(0.15 * Math.PI * 45 * 22 * 4));
        assertThat(finding.lines()).as("lungs of one size are not marked").hasSize(1);
    }

    /** A red field of view with a bright disc on the right, from which two vessels lead to the left. */
    private static Image retina() {
        byte[] rgb = new byte[SIZE.pixels() * 3];
        for (int row = 0; row < SIZE.height(); row++) {
            for (int column = 0; column < SIZE.width(); column++) {
                if (inside(row, column, new double[] {80, 80, 70, 70})) {
                    boolean disc = inside(row, column, new double[] {80, 120, 11, 11});
                    int at = SIZE.index(row, column) * 3;
                    rgb[at] = (byte) (disc ? 250 : 170);
                    rgb[at + 1] = (byte) (disc ? 220 : 80);
                    rgb[at + 2] = (byte) (disc ? 120 : 30);
                }
            }
        }
        return Image.wrap(SIZE, Layout.RGB, rgb);
    }

    private static LabelMap vessels() {
        int[] labels = new int[SIZE.pixels()];
        for (int column = 40; column < 120; column++) {
            for (int thick = 0; thick < 3; thick++) {
                labels[SIZE.index(60 + thick, column)] = 1;
            }
        }
        for (int row = 60; row < 80; row++) {
            for (int thick = 0; thick < 3; thick++) {
                labels[SIZE.index(row, 118 + thick)] = 1;
            }
        }
        return LabelMap.wrap(SIZE, labels);
    }

    @Test
    void vesselsAreCountedByQuartersAroundTheDisc() throws IOException {
        Retina retina = new Retina(retina(), vessels());
        assertThat((double) Retina.count(retina.view()))
                .isCloseTo(Math.PI * 70 * 70, within(900.0)); // smoothing reaches a little over the edge
        assertThat(retina.discColumn()).isBetween(108, 132);
        assertThat(retina.discRow()).isBetween(60, 92);
        assertThat(retina.length()).isCloseTo(97, within(8.0));
        assertThat(retina.meanWidth()).isCloseTo(3, within(0.5));
        int pixels = retina.quarters().stream()
                .map(Part::mask)
                .mapToInt(RunLengths::area)
                .sum();
        assertThat(pixels).isEqualTo(Retina.count(retina.view()));
        VesselLook look = new VesselLook(image -> new Partition(vessels()), rules("rules.yaml"), PixelSize.NONE);
        Finding finding = look.of("made up", retina(), Optional.of(vessels()));
        assertThat(finding.agreement().orElseThrow().value()).isEqualTo(1);
        assertThat(finding.lines()).anyMatch(line -> line.contains("few vessels: part lower"));
        assertThat(finding.table().rows().get(0)).first().isEqualTo("whole view");
    }

    @Test
    void nucleiAreNumberedAndOddOnesAreMarked() throws IOException {
        int[] labels = new int[SIZE.pixels()];
        for (int row = 0; row < SIZE.height(); row++) {
            for (int column = 0; column < SIZE.width(); column++) {
                boolean round = inside(row, column, new double[] {40, 40, 12, 12});
                boolean one = inside(row, column, new double[] {100, 90, 10, 10});
                boolean other = inside(row, column, new double[] {100, 109, 10, 10});
                labels[SIZE.index(row, column)] = round ? 1 : one || other ? 2 : 0;
            }
        }
        LabelMap found = LabelMap.wrap(SIZE, labels);
        NucleusLook look = new NucleusLook(image -> new Partition(found), rules("rules-nuclei.yaml"), PixelSize.NONE);
        Image photo = Image.wrap(SIZE, Layout.GREY, new byte[SIZE.pixels()]);
        Finding finding = look.of("made up", photo, Optional.empty());
        assertThat(finding.table().rows())
                .extracting(row -> List.of(row.get(0), row.get(row.size() - 1)))
                .containsExactly(List.of("1", ""), List.of("2", "yes"));
        assertThat(finding.lines().get(0)).contains("2 nuclei", "1 are marked");
        assertThat(finding.picture().width()).isEqualTo(480);
    }

    @Test
    void everythingThatIsWrittenSaysThatItIsNoDiagnosis() {
        assertThat(MedicineCommand.NOTE).contains("Not a diagnosis");
    }
}
