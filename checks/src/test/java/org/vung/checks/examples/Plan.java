package org.vung.checks.examples;

/** A suburb from above: streets along v and across it, and lots with house, yard and garage between them. */
final class Plan {

    /** Colour and height, in pixels, at a place; colours are display values. */
    record Spot(Vec colour, double height) {}

    /** Centre and half width of the streets along v; those less than 7 wide are alleys. */
    static final double[][] ALONG = {{52, 10}, {197, 6}, {338, 11}};

    static final double[][] ACROSS = {{147, 11.5}, {388, 10}};

    private static final double LOT = 25;
    private static final Vec CONCRETE = new Vec(134, 129, 114);
    private static final Vec LAWN = new Vec(52, 68, 36);
    private static final Vec EARTH = new Vec(84, 78, 62);
    private static final Vec[] ROOFS = {
        new Vec(88, 71, 58),
        new Vec(100, 102, 104),
        new Vec(62, 60, 60),
        new Vec(124, 101, 76),
        new Vec(76, 66, 60),
        new Vec(98, 74, 66),
        new Vec(190, 192, 190)
    };

    private Plan() {}

    static Spot at(double u, double v) {
        double rough = 0.86 + 0.28 * Noise.cloudy(u / 3, v / 3, 1);
        double[] street = nearest(ALONG, u);
        double[] cross = nearest(ACROSS, v);
        double beside = Math.abs(u - street[0]) - street[1];
        double above = Math.abs(v - cross[0]) - cross[1];
        boolean alley = street[1] < 7;
        if (beside < 0 || above < 0) {
            return new Spot(asphalt(u, v, beside, above, alley).times(rough), 0);
        }
        double gap = alley ? above : Math.min(beside, above);
        double lawn = Noise.cloudy(u / 14, v / 14, 2);
        Vec soil = LAWN.mix(EARTH, Math.max(0, Math.min(1, lawn * 4 - 2)));
        boolean walk = gap < 1 || (gap > 6 && gap < 9.5);
        Vec floor = walk ? CONCRETE : soil.times(0.75 + 0.5 * Noise.at((int) (u * 1.3), (int) (v * 1.3), 4));
        Spot open = new Spot(floor.times(rough), 0);
        return above > 12 ? lot(u, v, rough, open) : open;
    }

    private static double[] nearest(double[][] streets, double place) {
        double[] best = streets[0];
        for (double[] street : streets) {
            best = Math.abs(place - street[0]) - street[1] < Math.abs(place - best[0]) - best[1] ? street : best;
        }
        return best;
    }

    private static Vec asphalt(double u, double v, double beside, double above, boolean alley) {
        double patch = Noise.cloudy(u / 25, v / 25, 3) - 0.5;
        double worn = 4 * Math.sin((above < 0 ? above : beside) * 1.1);
        double paint = Math.min(Math.abs(above - 3), Math.abs(above - 6));
        if (!alley && paint < 0.5 && beside < -1.5) {
            return new Vec(150, 149, 143);
        }
        Vec grey = above < 0 ? new Vec(98, 95, 88) : alley ? new Vec(108, 103, 92) : new Vec(82, 80, 76);
        return grey.plus(new Vec(1, 1, 1).times(worn + 26 * patch));
    }

    /** A house and a garage with its yard, on a strip of land from a street to the alley. */
    private static Spot lot(double u, double v, double rough, Spot open) {
        double[] front = Math.abs(u - ALONG[0][0]) < Math.abs(u - ALONG[2][0]) ? ALONG[0] : ALONG[2];
        double back = Math.abs(u - ALONG[1][0]) - ALONG[1][1];
        double deep = Math.abs(u - front[0]) - front[1];
        int side = u < front[0] ? 0 : 1;
        boolean below = v > ACROSS[0][0];
        double down = below ? v - ACROSS[0][0] - 24 : ACROSS[0][0] - 24 - v;
        int lot = (int) Math.floor(down / LOT) * 2 + (below ? 1 : 0);
        double across = down - Math.floor(down / LOT) * LOT;
        int seed = lot * 4 + side + (front == ALONG[0] ? 0 : 2);
        double start = 15 + 4 * Noise.at(seed, 1, 0);
        double end = start + 36 + 16 * Noise.at(seed, 2, 0);
        double wide = 8 + 1.5 * Noise.at(seed, 3, 0);
        double middle = Math.abs(across - 12);
        Vec roof = ROOFS[(int) (6.5 * Noise.at(seed, 4, 0))];
        if (deep > start && deep < end && middle < wide) {
            return roof(roof, u, v, across - 12, wide, 9, rough);
        }
        if (back > 2 && back < 17 + 3 * Noise.at(seed, 5, 0) && across > 3 && across < 18) {
            return roof(ROOFS[(int) (6.4 * Noise.at(seed, 6, 0))], u, v, across - 10.5, 7.5, 6, rough);
        }
        if (deep > 9 && ((deep < start && middle < 1.6) || (across > 22.8 && Noise.at(seed, 8, 0) < 0.4))) {
            return new Spot(CONCRETE.times(0.9 * rough), 0);
        }
        if ((back > 0 && back < 22 && across < 22) || (deep > end && deep < end + 7 && middle < 5)) {
            Vec paved = Noise.at(seed, 7, 0) < 0.5 ? CONCRETE.times(0.85) : EARTH;
            return new Spot(paved.times(rough), 0);
        }
        return open;
    }

    private static Spot roof(Vec colour, double u, double v, double from, double half, double eaves, double rough) {
        boolean south = from > 0 == v > ACROSS[0][0];
        double vent = Noise.at((int) (u / 2.5), (int) (v / 2.5), 8) > 0.985 ? 1.3 : 1;
        double courses = 0.9 + 0.2 * Noise.at(0, (int) (v * 1.5), 9);
        Vec seen = colour.times((south ? 1.1 : 0.82) * vent * courses * (0.5 + 0.5 * rough));
        return new Spot(seen, eaves + 4 * (1 - Math.abs(from) / half));
    }
}
