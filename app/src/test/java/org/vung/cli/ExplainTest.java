package org.vung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import tools.jackson.databind.JsonNode;

class ExplainTest {

    @TempDir
    Path folder = Path.of("");

    private String photo = "";
    private String figure = "";

    /** Half the pixels at 60, half at 180: two modes. */
    @BeforeEach
    void twoPeaks() throws Exception {
        byte[] samples = new byte[400];
        Arrays.fill(samples, 0, 200, (byte) 60);
        Arrays.fill(samples, 200, 400, (byte) 180);
        Path file = folder.resolve("peaks.png");
        ImageFiles.write(Image.wrap(new Size(20, 20), Layout.GREY, samples), file, Existing.KEEP);
        photo = file.toString();
        figure = folder.resolve("figure.png").toString();
    }

    @Test
    void theCentreClimbsToThePeakOnItsSide() {
        for (int[] startAndMode : new int[][] {{90, 60}, {150, 180}}) {
            Run run = Run.of(
                    "explain",
                    "meanshift",
                    photo,
                    "--start",
                    "" + startAndMode[0],
                    "--bandwidth",
                    "15",
                    "-o",
                    figure,
                    "--overwrite",
                    "--json");
            assertThat(run.code()).isZero();
            JsonNode path = run.json().path("path");
            assertThat(path.get(0).asDouble()).isEqualTo(startAndMode[0]);
            assertThat(run.json().path("mode").asDouble()).isBetween(startAndMode[1] - 0.5, startAndMode[1] + 0.5);
            assertThat(run.json().path("density")).hasSameSizeAs(path);
        }
    }

    @Test
    void theFigureShowsTheModeAndEveryStepIsPrinted() throws Exception {
        Run run = Run.of("explain", "meanshift", photo, "--start", "90", "--bandwidth", "15", "-o", figure);
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("step   0  level   90.000").contains("step   1");
        Image drawn = ImageFiles.read(Path.of(figure));
        assertThat(drawn.size()).isEqualTo(new Size(560, 1440));
        long green = 0;
        for (int row = 0; row < drawn.height(); row++) {
            for (int column = 0; column < drawn.width(); column++) {
                green += drawn.sample(row, column, 0) == 0 && drawn.sample(row, column, 1) == 0x9E ? 1 : 0;
            }
        }
        assertThat(green).isGreaterThan(50); // the dot of the mode
    }

    @Test
    void whatIsMistypedIsUsage() {
        assertThat(Run.of("explain").code()).isEqualTo(2);
        assertThat(Run.of("explain", "meanshift", photo, "--start", "300").err())
                .hasLineCount(1)
                .contains("--start must be 0 … 255, got 300");
        assertThat(Run.of("explain", "meanshift", photo, "--bandwidth", "0").code())
                .isEqualTo(2);
    }
}
