package org.vung.applications.fire;

import org.vung.grid.Components;
import org.vung.grid.DistanceTransform;
import org.vung.grid.Neighbourhood;
import org.vung.image.Image;
import org.vung.image.Size;

/**
 * Follows a fire through the photos of one place. What has burnt stays burnt. What becomes dark counts as burnt where it hangs together
 * with flames seen then or before: shadows of clouds and what is wetted far from them do not.
 */
final class Perimeter {

    /** Pixels. */
    private static final double REACH = 4;

    /** Four components: dark, a little dark, as it was, lighter. */
    private static final String METHOD = "em:k=4";

    private final Image before;
    private final Size size;
    private final boolean[] alwaysRed;
    private boolean[] burnt;
    private boolean[] flames;

    /**
     * Begins to watch.
     *
     * @param before the place without fire; what looks like flames in it never counts as such
     */
    Perimeter(Image before) {
        this.before = before;
        this.size = before.size();
        this.alwaysRed = near(Flames.in(before), size, 1.5);
        this.burnt = new boolean[size.pixels()];
        this.flames = burnt;
    }

    /** Looks at the next photo. */
    void see(Image photo) {
        flames = Flames.in(photo);
        boolean[] scar = Scar.between(before, photo, METHOD);
        boolean[] candidates = new boolean[burnt.length];
        boolean[] sure = new boolean[burnt.length];
        for (int pixel = 0; pixel < burnt.length; pixel++) {
            flames[pixel] &= !alwaysRed[pixel];
            sure[pixel] = burnt[pixel] || flames[pixel];
            candidates[pixel] = sure[pixel] || scar[pixel];
        }
        burnt = within(reached(candidates, sure));
    }

    /** Candidates that hang together with something sure. */
    private boolean[] reached(boolean[] candidates, boolean[] sure) {
        int[] parts = Components.label(candidates, size.height(), size.width(), Neighbourhood.EIGHT);
        boolean[] chosen = new boolean[parts.length];
        for (int pixel = 0; pixel < parts.length; pixel++) {
            chosen[parts[pixel]] |= sure[pixel];
        }
        boolean[] reached = new boolean[parts.length];
        for (int pixel = 0; pixel < parts.length; pixel++) {
            reached[pixel] = candidates[pixel] && chosen[parts[pixel]];
        }
        return reached;
    }

    /**
     * What lies within the perimeter: gaps of up to twice the reach are closed, then holes are filled, as hand-drawn perimeters do, for
     * smoke hides what has burnt behind the flames.
     */
    private boolean[] within(boolean[] mask) {
        boolean[] wide = near(mask, size, REACH);
        int[] parts = Components.label(wide, size.height(), size.width(), Neighbourhood.FOUR);
        boolean[] outside = new boolean[mask.length];
        boolean[] open = new boolean[mask.length];
        for (int row = 0, pixel = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++, pixel++) {
                boolean border = row == 0 || column == 0 || row == size.height() - 1 || column == size.width() - 1;
                open[parts[pixel]] |= border && !wide[pixel];
            }
        }
        for (int pixel = 0; pixel < mask.length; pixel++) {
            outside[pixel] = open[parts[pixel]];
        }
        boolean[] away = near(outside, size, REACH);
        boolean[] within = new boolean[mask.length];
        for (int pixel = 0; pixel < mask.length; pixel++) {
            within[pixel] = mask[pixel] || !away[pixel];
        }
        return within;
    }

    boolean[] burnt() {
        return burnt;
    }

    boolean[] flames() {
        return flames;
    }

    /** Pixels within some pixels of a mask. */
    static boolean[] near(boolean[] mask, Size size, double distance) {
        boolean[] outside = new boolean[mask.length];
        for (int pixel = 0; pixel < mask.length; pixel++) {
            outside[pixel] = !mask[pixel];
        }
        double[] away = DistanceTransform.toOutside(outside, size.height(), size.width());
        boolean[] near = new boolean[mask.length];
        for (int pixel = 0; pixel < mask.length; pixel++) {
            near[pixel] = away[pixel] <= distance;
        }
        return near;
    }
}
