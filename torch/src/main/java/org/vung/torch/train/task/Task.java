package org.vung.torch.train.task;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.vung.data.augment.Pair;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.nets.file.Answer;
import org.vung.nets.file.ModelFile;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.graph.Graph;
import org.vung.nets.numbers.Numbers;
import org.vung.torch.parallel.Group;
import org.vung.torch.run.Precision;

/** What is to be learned from a data set, and how it is judged. */
public interface Task {

    /**
     * The network.
     *
     * @return at the size of the plan's windows
     */
    Graph graph();

    /**
     * What goes before the network.
     *
     * @return from image to input
     */
    Preprocessing preprocessing();

    /**
     * What the answers mean.
     *
     * @return in the order of the network's channels
     */
    List<LabelClass> classes();

    /**
     * What stands between the network's parts.
     *
     * @return texts by name, none for a network that is run in one go
     */
    Map<String, String> settings();

    /**
     * The columns of the run's table that a look fills.
     *
     * @return their names
     */
    List<String> columns();

    /**
     * Begins to teach.
     *
     * @param start the network's first numbers
     * @param precision of the products, not {@code AUTO}
     * @param all processes that train together
     * @param norms those whose images all batch norms look at
     * @return to be closed
     */
    Lessons<?> lessons(Numbers start, Precision precision, Group all, Group norms);

    /**
     * Judges a model by the images held back, whole images at their own size, as a user would run it.
     *
     * @param model of this task
     * @param answers hears each answer, by the image's place
     * @return scores
     * @throws IOException if an image cannot be read
     */
    Look look(ModelFile model, BiConsumer<Integer, LabelMap> answers) throws IOException;

    /**
     * An image held back, and its truth as the answers are.
     *
     * @param index its place
     * @return both
     * @throws IOException if it cannot be read
     */
    Pair shown(int index) throws IOException;

    /**
     * Whether the labels of answers number objects.
     *
     * @return false where they are classes
     */
    boolean ofObjects();

    /**
     * What the network's numbers mean.
     *
     * @return for its model file
     */
    default Answer answer() {
        return Answer.LOGITS;
    }

    /**
     * Whether the first score says which weights are best.
     *
     * @return false where no number does, and the last weights are the model
     */
    default boolean choosesBest() {
        return true;
    }
}
