package org.vung.torch.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vung.image.Image;
import org.vung.nets.file.ModelFile;
import org.vung.nets.numbers.Numbers;
import org.vung.torch.gan.Translator;
import org.vung.torch.run.ForwardBench;

/**
 * Makes a picture of noise of 8 bits, at the size that a generator was built for and as it is used, with dropout and norms of the image
 * itself: finite numbers, more than one colour, the same picture twice by one seed.
 */
public final class PictureCheck {

    private static final long SEED = 0;

    private PictureCheck() {}

    /**
     * Every check.
     *
     * @param model whose answer is a picture
     * @return one outcome a check, in order
     * @throws IllegalArgumentException if it answers with something else
     */
    public static List<Outcome> of(ModelFile model) {
        Numbers numbers = model.numbers();
        List<Outcome> outcomes = new ArrayList<>(List.of(ModelCheck.weights(model.graph(), numbers)));
        Image noise = ForwardBench.noise(model.graph().input());
        try (Translator translator = new Translator(model, SEED)) {
            Image made = translator.translate(noise);
            int colours = colours(made);
            outcomes.add(Outcome.of( // of numbers that are none all is black
                    "picture of noise", colours > 1, made.size() + ", " + colours + " colours"));
            outcomes.add(Outcome.of(
                    "same picture twice", made.equals(translator.translate(noise)), "seed " + SEED + ", bit by bit"));
        }
        outcomes.add(Outcome.skipped("bfloat16 picture", "pictures are made in float32"));
        outcomes.add(Outcome.skipped("tiles as whole", "an image is resized to the network, not cut into tiles"));
        return outcomes;
    }

    private static int colours(Image picture) {
        byte[] rgb = picture.sharedBytes();
        Set<Integer> seen = new HashSet<>();
        for (int at = 0; at < rgb.length; at += 3) {
            seen.add(((rgb[at] & 0xFF) << 16) | ((rgb[at + 1] & 0xFF) << 8) | (rgb[at + 2] & 0xFF));
        }
        return seen.size();
    }
}
