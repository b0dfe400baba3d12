package org.vung.data.augment;

import java.util.ArrayList;
import java.util.List;
import org.vung.data.augment.warp.View;
import org.vung.data.order.SplitMix64;

/**
 * Augmentations in the order in which they are done. Geometric steps that follow each other resample the image once; put them
 * first, and {@code crop} first among them: the others then move within the window, and what comes in from its sides is the photo's
 * own surroundings.
 *
 * <p>Step i draws from {@link SplitMix64#at} (seed, epoch, sample, i) and nothing else, so any pair can be replayed, in any order
 * and on any thread, and a step added at the end changes nothing before it.
 *
 * @param steps done from first to last; none leaves pairs as they are
 */
public record Recipe(List<Augmentation> steps) {

    /** Copies the steps. */
    public Recipe {
        steps = List.copyOf(steps);
    }

    /**
     * Changes a pair.
     *
     * @param pair any size from 1×1; not changed
     * @param seed of the run
     * @param epoch how often the set was gone through before
     * @param sample the pair's index in its set
     * @return the changed pair; the same for the same arguments
     */
    public Pair apply(Pair pair, long seed, int epoch, int sample) {
        Pair changed = pair;
        int at = 0;
        while (at < steps.size()) {
            View view = View.of(changed.image(), changed.truth());
            int first = at;
            while (at < steps.size() && steps.get(at) instanceof Augmentation.Geometric step) {
                view = step.view(view, SplitMix64.at(seed, epoch, sample, at));
                at++;
            }
            if (at > first) {
                changed = Pair.of(view.seen());
            } else {
                changed = steps.get(at).apply(changed, SplitMix64.at(seed, epoch, sample, at));
                at++;
            }
        }
        return changed;
    }

    /**
     * The same with windows cut out: as soon as no change of shape follows, since what is done to brightness need not be done outside a
     * window.
     *
     * @param crop the windows
     * @return a recipe with one step more
     */
    public Recipe cropping(Crop crop) {
        int last = steps.size();
        while (last > 0 && !(steps.get(last - 1) instanceof Augmentation.Geometric)) {
            last--;
        }
        List<Augmentation> more = new ArrayList<>(steps);
        more.add(last, crop);
        return new Recipe(more);
    }

    /**
     * Reads a recipe.
     *
     * @param texts one for each step, as {@link Augmentation#parse} reads it
     * @return the recipe
     * @throws IllegalArgumentException if one cannot be read
     */
    public static Recipe parse(List<String> texts) {
        return new Recipe(texts.stream().map(Augmentation::parse).toList());
    }

    /**
     * The texts that {@link #parse} reads.
     *
     * @return one for each step, with all options
     */
    public List<String> texts() {
        return steps.stream().map(Augmentation::text).toList();
    }
}
