package org.vung.applications.fire.burn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

class SpreadTest {

    private static final Size SIZE = new Size(121, 121);

    private static Terrain meadow() {
        Image photo = Image.wrap(SIZE, Layout.RGB, new byte[SIZE.pixels() * 3]);
        float[] fuel = new float[SIZE.pixels()];
        Arrays.fill(fuel, 1);
        return new Terrain(photo, 10, fuel, new float[SIZE.pixels()]);
    }

    private static double[] burn(Terrain terrain, Weather weather) {
        return Spread.from(terrain, weather, SIZE.index(60, 60));
    }

    @Test
    void withoutWindItIsACircleAtTheCalmRate() {
        double[] minutes = burn(meadow(), new Weather(0, 0, 2));
        assertThat(minutes[SIZE.index(60, 90)]).isCloseTo(150, within(1e-9)); // 300 m at 2 m a minute
        assertThat(minutes[SIZE.index(30, 60)]).isCloseTo(150, within(1e-9));
        assertThat(minutes[SIZE.index(40, 47)]).isCloseTo(Math.hypot(20, 13) * 5, within(2.5));
    }

    @Test
    void windMakesTheEllipseOfAlexander() {
        Weather weather = new Weather(20, 90, 1);
        double e = weather.eccentricity();
        double[] minutes = burn(meadow(), weather);
        double head = minutes[SIZE.index(60, 100)];
        double back = minutes[SIZE.index(60, 20)];
        assertThat(back / head).as("back over head").isCloseTo((1 + e) / (1 - e), within(1e-6));
        assertThat(head).isCloseTo(400 / (1 + weather.windFactor()), within(1e-6));
        assertThat(weather.lengthToBreadth()).isCloseTo(1 + 0.0012 * Math.pow(20, 2.154), within(1e-12));
    }

    @Test
    void fireRunsUphill() {
        Image photo = Image.wrap(SIZE, Layout.RGB, new byte[SIZE.pixels() * 3]);
        float[] fuel = new float[SIZE.pixels()];
        Arrays.fill(fuel, 1);
        float[] height = new float[fuel.length];
        for (int pixel = 0; pixel < height.length; pixel++) {
            height[pixel] = -3 * (pixel / SIZE.width()); // rises by 30 % upwards
        }
        double[] minutes = Spread.from(new Terrain(photo, 10, fuel, height), new Weather(10, 0, 1), SIZE.index(60, 60));
        assertThat(minutes[SIZE.index(30, 60)]).isLessThan(minutes[SIZE.index(90, 60)] / 2);
        assertThat(Weather.slopeFactor(0.3)).isCloseTo(5.275 * Math.pow(0.01, -0.3) * 0.09, within(1e-12));
    }

    @Test
    void nothingJumpsAcrossWater() {
        Image photo = Image.wrap(SIZE, Layout.RGB, new byte[SIZE.pixels() * 3]);
        float[] fuel = new float[SIZE.pixels()];
        for (int pixel = 0; pixel < fuel.length; pixel++) {
            fuel[pixel] = pixel % SIZE.width() == 80 ? 0 : 1;
        }
        double[] minutes = burn(new Terrain(photo, 10, fuel, new float[fuel.length]), new Weather(20, 90, 1));
        assertThat(minutes[SIZE.index(60, 79)]).isFinite();
        assertThat(minutes[SIZE.index(60, 81)]).isInfinite();
    }

    @Test
    void impossibleWeatherIsRefused() {
        assertThatThrownBy(() -> new Weather(80, 0, 1))
                .hasMessageContaining("0 … 50 km/h")
                .hasMessageContaining("80");
        assertThatThrownBy(() -> new Weather(Double.NaN, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
