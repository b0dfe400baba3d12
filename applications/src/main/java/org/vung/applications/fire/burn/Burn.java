package org.vung.applications.fire.burn;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.vung.image.Gaussian;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

/**
 * A burn that is rendered over a photo of real ground. Every pixel burns for some minutes after the fire has come, then is char; smoke
 * drifts with the wind and hides what lies under it. What burns when is known exactly.
 */
public final class Burn {

    /** Minutes a pixel burns. */
    static final double RESIDENCE = 8;

    private static final int PUFFS = 9;
    private static final double PUFF_STEP = 11;
    private static final double THICKNESS = 4;
    private static final int SMOKE = 0xC9C8C6;

    private final Terrain terrain;
    private final Weather weather;
    private final double[] arrival;
    private final double[] fine;
    private final double[] coarse;

    /**
     * Burns the ground.
     *
     * @param terrain that burns
     * @param weather that drives the fire
     * @param start pixel where it begins
     * @param seed start of chance of what flames and smoke look like
     */
    public Burn(Terrain terrain, Weather weather, int start, long seed) {
        this.terrain = terrain;
        this.weather = weather;
        this.arrival = Spread.from(terrain, weather, start);
        this.fine = noise(terrain.size(), 0.8, seed);
        this.coarse = noise(terrain.size(), 9, seed + 1);
    }

    /**
     * Smooth chance.
     *
     * @param size of the image
     * @param sigma how smooth, in pixels
     * @param seed start of chance
     * @return values about 0 with a deviation of 1, row by row
     */
    public static double[] noise(Size size, double sigma, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] white = new double[size.pixels()];
        Arrays.setAll(white, pixel -> random.nextDouble() - 0.5);
        double[] smooth = new Gaussian(sigma).smooth(white, size, 1);
        double square = 0;
        for (double value : smooth) {
            square += value * value;
        }
        double deviation = Math.sqrt(square / smooth.length);
        Arrays.setAll(smooth, pixel -> smooth[pixel] / deviation);
        return smooth;
    }

    /**
     * What has burnt or burns.
     *
     * @param minute after the beginning
     * @return row by row
     */
    public boolean[] burnt(double minute) {
        boolean[] burnt = new boolean[arrival.length];
        for (int pixel = 0; pixel < burnt.length; pixel++) {
            burnt[pixel] = arrival[pixel] <= minute;
        }
        return burnt;
    }

    /**
     * What burns.
     *
     * @param minute after the beginning
     * @return row by row
     */
    public boolean[] flaming(double minute) {
        boolean[] flaming = new boolean[arrival.length];
        for (int pixel = 0; pixel < flaming.length; pixel++) {
            flaming[pixel] = arrival[pixel] <= minute && minute - arrival[pixel] < RESIDENCE;
        }
        return flaming;
    }

    /**
     * The ground with its fire.
     *
     * @param minute after the beginning
     * @return 8-bit RGB
     */
    public Image photo(double minute) {
        Size size = terrain.size();
        byte[] ground = terrain.photo().sharedBytes();
        boolean[] flaming = flaming(minute);
        double[] glow = new Gaussian(2.5).smooth(unit(flaming), size, 1);
        double[] smoke = smoke(flaming);
        byte[] rgb = new byte[ground.length];
        for (int pixel = 0; pixel < flaming.length; pixel++) {
            double age = minute - arrival[pixel];
            double veil = 1 - Math.exp(-THICKNESS * smoke[pixel] * Math.max(0.2, 1 + 0.45 * coarse[pixel]));
            for (int channel = 0; channel < 3; channel++) {
                double value = ground[pixel * 3 + channel] & 0xFF;
                if (age >= RESIDENCE) {
                    value = charred(value, pixel, channel);
                } else if (age >= 0) {
                    value = flame(age, pixel, channel);
                }
                double light =
                        new double[] {130, 55, 10}[channel] * glow[pixel] * (age >= 0 && age < RESIDENCE ? 0.2 : 1);
                value += light;
                double thin = age >= 0 && age < RESIDENCE ? 0.3 : 1; // flames shine through
                value += ((SMOKE >> (16 - 8 * channel) & 0xFF) - value) * Math.min(0.92, veil * thin);
                rgb[pixel * 3 + channel] = (byte) Math.round(Math.max(0, Math.min(255, value)));
            }
        }
        return Image.wrap(size, Layout.RGB, rgb);
    }

    private double charred(double ground, int pixel, int channel) {
        double ash = Math.max(0, fine[pixel] - 1.2) * 18;
        return new double[] {34, 30, 29}[channel] + 0.18 * ground + 5 * fine[pixel] + ash;
    }

    /** White-yellow when it comes, red when it goes, embers between. */
    private double flame(double age, int pixel, int channel) {
        double heat = Math.max(0, Math.min(1, 1 - age / RESIDENCE + 0.22 * fine[pixel]));
        double[] cold = {140, 42, 18};
        double[] hot = {255, 214, 96};
        return cold[channel] + (hot[channel] - cold[channel]) * Math.sqrt(heat);
    }

    private static double[] unit(boolean[] mask) {
        double[] unit = new double[mask.length];
        Arrays.setAll(unit, pixel -> mask[pixel] ? 1 : 0);
        return unit;
    }

    /** Puffs that the wind has carried on, each wider and thinner. */
    private double[] smoke(boolean[] flaming) {
        Size size = terrain.size();
        double[] source = unit(flaming);
        double[] smoke = new double[source.length];
        double direction = Math.toRadians(weather.towards());
        for (int puff = 0; puff < PUFFS; puff++) {
            double[] wide = new Gaussian(2.5 + 2.6 * puff).smooth(source, size, 1);
            int down = (int) Math.round(-Math.cos(direction) * PUFF_STEP * puff);
            int right = (int) Math.round(Math.sin(direction) * PUFF_STEP * puff);
            for (int row = 0; row < size.height(); row++) {
                for (int column = 0; column < size.width(); column++) {
                    int r = row - down;
                    int c = column - right;
                    if (r >= 0 && r < size.height() && c >= 0 && c < size.width()) {
                        smoke[size.index(row, column)] += wide[size.index(r, c)] * Math.exp(-0.12 * puff);
                    }
                }
            }
        }
        return smoke;
    }
}
