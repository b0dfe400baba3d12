package org.vung.applications.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vung.applications.fire.burn.Burn;
import org.vung.applications.fire.burn.Terrain;
import org.vung.applications.fire.burn.Weather;
import org.vung.data.rule.RuleFile;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.measure.PixelSize;
import org.vung.measure.rule.Verdict;
import org.vung.measure.rule.Watch;

class PerimeterTest {

    private static final Size SIZE = new Size(120, 150);
    private static final PixelSize PIXEL = PixelSize.square(10, "m");

    /** A wood in greens and browns. */
    private static Terrain wood() {
        double[] patches = Burn.noise(SIZE, 4, 7);
        byte[] rgb = new byte[SIZE.pixels() * 3];
        for (int pixel = 0; pixel < patches.length; pixel++) {
            rgb[pixel * 3] = (byte) Math.round(70 + 12 * patches[pixel]);
            rgb[pixel * 3 + 1] = (byte) Math.round(95 + 10 * patches[pixel]);
            rgb[pixel * 3 + 2] = (byte) Math.round(50 + 8 * patches[pixel]);
        }
        float[] fuel = new float[SIZE.pixels()];
        Arrays.fill(fuel, 1);
        return new Terrain(Image.wrap(SIZE, Layout.RGB, rgb), 10, fuel, new float[SIZE.pixels()]);
    }

    @Test
    void aBurnIsFollowedAndTheAlarmIsRaised() throws IOException {
        Terrain wood = wood();
        Burn burn = new Burn(wood, new Weather(20, 90, 1), SIZE.index(60, 40), 3);
        Perimeter perimeter = new Perimeter(wood.photo(), Perimeter.Methods.USUAL);
        Watch watch = RuleFile.read(Path.of("fire", "rules.yaml")).watch();
        List<String> fired = new ArrayList<>();
        for (int minute = 15; minute <= 60; minute += 15) {
            perimeter.see(burn.photo(minute));
            Sighting found = new Sighting(minute, SIZE, PIXEL, perimeter.burnt(), perimeter.flames());
            Sighting truth = new Sighting(minute, SIZE, PIXEL, burn.burnt(minute), burn.flaming(minute));
            assertThat(Sighting.iou(found.burnt(), truth.burnt()))
                    .as("burnt after %d min", minute)
                    .isGreaterThan(0.8);
            assertThat(found.hectares()).isCloseTo(truth.hectares(), within(0.2 * truth.hectares()));
            watch.judge(found.measure(), Duration.ofMinutes(15)).stream()
                    .map(verdict -> verdict.rule().name())
                    .forEach(fired::add);
        }
        assertThat(fired).contains("fire", "spreads fast").startsWith("fire");
    }

    @Test
    void whatIsRedBeforeAndWhatDarkensElsewhereIsNoFire() throws IOException {
        byte[] rgb = wood().photo().sharedBytes().clone();
        for (int row = 10; row < 20; row++) {
            for (int column = 10; column < 20; column++) {
                int at = SIZE.index(row, column) * 3; // a roof, as red as flames
                rgb[at] = (byte) 230;
                rgb[at + 1] = 90;
                rgb[at + 2] = 30;
            }
        }
        Image before = Image.wrap(SIZE, Layout.RGB, rgb);
        byte[] shadow = rgb.clone();
        for (int row = 60; row < 100; row++) {
            for (int at = SIZE.index(row, 50) * 3; at < SIZE.index(row, 100) * 3; at++) {
                shadow[at] = (byte) ((shadow[at] & 0xFF) / 3);
            }
        }
        Perimeter perimeter = new Perimeter(before, Perimeter.Methods.USUAL);
        perimeter.see(Image.wrap(SIZE, Layout.RGB, shadow));
        Sighting found = new Sighting(10, SIZE, PIXEL, perimeter.burnt(), perimeter.flames());
        assertThat(found.hectares()).isZero();
        assertThat(found.front()).isZero();
        List<Verdict> verdicts =
                RuleFile.read(Path.of("fire", "rules.yaml")).watch().judge(found.measure(), Duration.ofMinutes(10));
        assertThat(verdicts).isEmpty();
    }

    @Test
    void aSquareHasItsAreaAndItsPerimeter() {
        boolean[] square = new boolean[SIZE.pixels()];
        for (int row = 20; row < 70; row++) {
            Arrays.fill(square, SIZE.index(row, 30), SIZE.index(row, 80), true);
        }
        Sighting sighting = new Sighting(0, SIZE, PIXEL, square, square.clone());
        assertThat(sighting.hectares()).isCloseTo(25, within(1e-9));
        assertThat(sighting.perimeter()).isCloseTo(1.96, within(0.01)); // between the middles of its outer pixels
        assertThat(sighting.front()).isCloseTo(sighting.perimeter(), within(1e-9));
    }
}
