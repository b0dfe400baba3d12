package org.vung.data.augment;

import java.util.random.RandomGenerator;
import org.vung.data.augment.warp.Affine;
import org.vung.data.augment.warp.Border;
import org.vung.data.augment.warp.View;
import org.vung.image.Size;
import org.vung.name.Phrase;

/**
 * Turns the pair by 0, 90, 180 or 270 degrees, each as often as the others.
 *
 * @param keep the size is kept: an image that is not square is turned by 0 or 180 degrees only
 */
public record Turn(boolean keep) implements Augmentation.Geometric {

    static Turn of(Phrase phrase) {
        return new Turn(phrase.allow("keep").flag("keep", true));
    }

    @Override
    public View view(View before, RandomGenerator random) {
        Size size = before.size();
        boolean halves = keep && size.height() != size.width();
        int quarters = halves ? 2 * random.nextInt(2) : random.nextInt(4);
        return quarters == 0 ? before : quarter(quarters, before);
    }

    /** Quarters counter-clockwise, as the picture is seen. */
    static View quarter(int quarters, View before) {
        int lastRow = before.size().height() - 1;
        int lastColumn = before.size().width() - 1;
        Size lying = new Size(lastColumn + 1, lastRow + 1);
        return switch (quarters) {
            case 1 -> before.then(new Affine(0, 1, 0, -1, 0, lastColumn), lying, Border.MIRROR);
            case 2 -> before.then(new Affine(-1, 0, lastRow, 0, -1, lastColumn), before.size(), Border.MIRROR);
            default -> before.then(new Affine(0, -1, lastRow, 1, 0, 0), lying, Border.MIRROR);
        };
    }

    @Override
    public String text() {
        return Phrase.of("turn").with("keep", keep).text();
    }
}
