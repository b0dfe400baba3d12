package org.vung.applications.fire.burn;

import org.vung.applications.satellite.Sentinel2;
import org.vung.applications.satellite.Sentinel2.Band;
import org.vung.image.Image;
import org.vung.image.Size;

/** Ground that may burn. */
public final class Terrain {

    /** A pixel of Sentinel-2's bands of 10 m. */
    static final double METRES = 10;

    private static final double HILL_PIXELS = 45;
    private static final double HILL_METRES = 60;
    private static final float LEAST_FUEL = 0.15f;

    private final Image photo;
    private final double metres;
    private final float[] fuel;
    private final float[] height;

    /**
     * Ground of a known make.
     *
     * @param photo what it looks like, 8-bit RGB
     * @param metres a pixel is wide and high, above 0
     * @param fuel per pixel, 0 where nothing burns … 1; given away
     * @param height above anything, in metres, per pixel; given away
     */
    public Terrain(Image photo, double metres, float[] fuel, float[] height) {
        if (fuel.length != photo.size().pixels() || height.length != fuel.length || !(metres > 0)) {
            throw new IllegalArgumentException("fuel and height must fill " + photo.size()
                    + " of pixels above 0 m, got " + fuel.length + ", " + height.length + " and " + metres);
        }
        this.photo = photo;
        this.metres = metres;
        this.fuel = fuel;
        this.height = height;
    }

    /**
     * Vegetation of a chip of Sentinel-2 over a relief that is made up. Fuel grows with the vegetation index from 0.1 to 0.5; water does
     * not burn.
     *
     * @param chip of 10 m a pixel
     * @param seed start of chance of the relief
     * @return the ground
     */
    public static Terrain of(Sentinel2 chip, long seed) {
        Image green = chip.index(Band.NEAR_INFRARED, Band.RED);
        Image water = chip.index(Band.GREEN, Band.NEAR_INFRARED);
        Size size = chip.bands().size();
        double[] hills = Burn.noise(size, HILL_PIXELS, seed);
        float[] fuel = new float[size.pixels()];
        float[] height = new float[fuel.length];
        for (int pixel = 0; pixel < fuel.length; pixel++) {
            float vegetation = green.sharedFloats()[pixel];
            boolean burns = water.sharedFloats()[pixel] < 0;
            fuel[pixel] = burns ? Math.max(LEAST_FUEL, Math.min(1, (vegetation - 0.1f) / 0.4f)) : 0;
            height[pixel] = (float) (HILL_METRES * hills[pixel]);
        }
        return new Terrain(chip.picture(), METRES, fuel, height);
    }

    /**
     * What it looks like.
     *
     * @return 8-bit RGB
     */
    public Image photo() {
        return photo;
    }

    /**
     * How wide and high a pixel is.
     *
     * @return metres
     */
    public double metres() {
        return metres;
    }

    float fuel(int pixel) {
        return fuel[pixel];
    }

    float height(int pixel) {
        return height[pixel];
    }

    /**
     * Height and width.
     *
     * @return the size in pixels
     */
    public Size size() {
        return photo.size();
    }
}
