package org.vung.applications.fire;

import org.vung.applications.sheet.Morphology;
import org.vung.grid.Components;
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

    /**
     * What looks for flames and for scars.
     *
     * @param flames in one photo
     * @param scar a method that divides greys
     */
    record Methods(FlameFinder flames, String scar) {

        /** The rule of colour; a mixture of dark, a little dark, as it was, and lighter. */
        static final Methods USUAL = new Methods(Flames::in, "em:k=4");
    }

    /** Finds flames in one photo. */
    @FunctionalInterface
    interface FlameFinder {
        boolean[] in(Image photo);
    }

    private final Image before;
    private final Methods methods;
    private final Size size;
    private final boolean[] alwaysRed;
    private boolean[] burnt;
    private boolean[] flames;

    /**
     * Begins to watch.
     *
     * @param before the place without fire; what looks like flames in it never counts as such
     * @param methods that find flames and scars
     */
    Perimeter(Image before, Methods methods) {
        this.methods = methods;
        this.before = before;
        this.size = before.size();
        this.alwaysRed = Morphology.grown(methods.flames().in(before), size, 1.5);
        this.burnt = new boolean[size.pixels()];
        this.flames = burnt;
    }

    /** Looks at the next photo. */
    void see(Image photo) {
        flames = methods.flames().in(photo);
        boolean[] scar = Scar.between(before, photo, methods.scar());
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
        boolean[] closed = Morphology.filled(Morphology.grown(mask, size, REACH), size);
        boolean[] within = Morphology.shrunk(closed, size, REACH);
        for (int pixel = 0; pixel < mask.length; pixel++) {
            within[pixel] |= mask[pixel];
        }
        return within;
    }

    boolean[] burnt() {
        return burnt;
    }

    boolean[] flames() {
        return flames;
    }
}
