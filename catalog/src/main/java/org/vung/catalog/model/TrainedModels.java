package org.vung.catalog.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vung.nets.file.ModelFile;
import org.vung.nets.weights.Bytes;
import org.vung.nets.weights.WeightFileException;

/**
 * Networks that come trained, each small enough to lie in the jar. Their plans are in {@code plans/}, their cards, with data, scores
 * and what they are not for, in {@code docs/models.md}; {@code vung model info NAME} tells the same.
 */
public final class TrainedModels {

    private static final List<Card> CARDS = List.of(
            new Card("membrane", "cell membranes in electron micrographs", "the ISBI 2012 challenge"),
            new Card(
                    "membrane-fast",
                    "cell membranes in electron micrographs, ten images a second",
                    "the ISBI 2012 challenge"),
            new Card("vessels", "blood vessels in photographs of the retina", "DRIVE"),
            new Card("nuclei", "cell nuclei one by one, by Mask R-CNN", "the Data Science Bowl 2018"),
            new Card("nuclei-semantic", "cell nuclei one by one, by their borders", "the Data Science Bowl 2018"),
            new Card("street", "streets from a driving car, in 11 classes", "CamVid"),
            new Card("crops", "young carrots and the weeds between them, in red and near infra-red", "CWFID"),
            new Card("roads", "roads in aerial photographs", "aerial photographs of EPFL's course"));

    /**
     * What there is to say of a model in a line or two.
     *
     * @param name that stands where a method's would
     * @param summary what it finds, and in what
     * @param data what it was trained on
     */
    public record Card(String name, String summary, String data) {

        /**
         * Reads the model.
         *
         * @return its network, numbers, classes and what is known of it
         */
        public ModelFile read() {
            String resource = name + ".vung";
            try (InputStream in = TrainedModels.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("the jar must hold the model " + resource + "; build it anew");
                }
                return ModelFile.read(Bytes.of(resource, in.readAllBytes()));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private TrainedModels() {}

    /**
     * Every model.
     *
     * @return in the order in which they are listed
     */
    public static List<Card> all() {
        return CARDS;
    }

    /**
     * A model by its name.
     *
     * @param name any
     * @return nothing if there is none of it
     */
    public static Optional<Card> named(String name) {
        return CARDS.stream().filter(card -> card.name().equals(name)).findFirst();
    }

    /**
     * Reads the model of a name, or else a file.
     *
     * @param nameOrFile such as {@code membrane}, or the path of a {@code .vung} file
     * @return the model
     * @throws WeightFileException if there is no such file, or it is damaged
     */
    public static ModelFile read(String nameOrFile) throws WeightFileException {
        Optional<Card> card = named(nameOrFile);
        return card.isPresent() ? card.get().read() : ModelFile.read(Path.of(nameOrFile));
    }
}
