package org.vung.data.augment;

import java.util.random.RandomGenerator;
import org.vung.data.augment.warp.Affine;
import org.vung.data.augment.warp.Border;
import org.vung.data.augment.warp.View;
import org.vung.name.Phrase;

/**
 * Mirrors the pair, along each direction asked for in half of the cases.
 *
 * @param horizontal left and right change places
 * @param vertical top and bottom change places
 */
public record Flip(boolean horizontal, boolean vertical) implements Augmentation.Geometric {

    static Flip of(Phrase phrase) {
        phrase.allow("horizontal", "vertical");
        return new Flip(phrase.flag("horizontal", true), phrase.flag("vertical", false));
    }

    @Override
    public View view(View before, RandomGenerator random) {
        boolean across = horizontal && random.nextBoolean();
        boolean down = vertical && random.nextBoolean();
        if (!across && !down) {
            return before;
        }
        int lastRow = before.size().height() - 1;
        int lastColumn = before.size().width() - 1;
        Affine map = new Affine(down ? -1 : 1, 0, down ? lastRow : 0, 0, across ? -1 : 1, across ? lastColumn : 0);
        return before.then(map, before.size(), Border.MIRROR);
    }

    @Override
    public String text() {
        return Phrase.of("flip")
                .with("horizontal", horizontal)
                .with("vertical", vertical)
                .text();
    }
}
