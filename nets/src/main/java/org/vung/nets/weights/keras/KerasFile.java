package org.vung.nets.weights.keras;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vung.nets.weights.Bytes;
import org.vung.nets.weights.NamedTensor;
import org.vung.nets.weights.WeightFileException;
import org.vung.nets.weights.Weights;

/**
 * Reads an HDF5 file of weights, wholly. Names are the file's own, without TensorFlow's {@code :0}: {@code conv1/kernel},
 * or {@code convolution2d_1_W} as Keras 1 wrote them; the order of axes is the file's own as well, see
 * {@link KerasOrder}.
 */
public final class KerasFile {

    private static final int MOST_DEPTH = 32;
    private static final int MOST_NODES = 100_000;

    private final Bytes file;
    private final DatasetReader reader;
    private final List<NamedTensor> tensors = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private int nodes;

    private KerasFile(Bytes file) {
        this.file = file;
        this.reader = new DatasetReader(file);
    }

    /**
     * Reads a file.
     *
     * @param path of any name
     * @return the weights in the order of the layers, or of the paths where the file keeps no list of layers
     * @throws WeightFileException if it cannot be read, is damaged or links to other files
     */
    public static Weights read(Path path) throws WeightFileException {
        Bytes file = Bytes.map(path);
        try (HdfFile hdf = open(path, file.length())) {
            return new KerasFile(file).read(hdf);
        } catch (WeightFileException worded) {
            throw worded;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError damaged) {
            throw file.bad(
                    "the HDF5 file must be whole, got " + damaged.getClass().getSimpleName() + " on reading: "
                            + damaged.getMessage() + "; the file is truncated or damaged",
                    damaged);
        }
    }

    /** From a map, since reading by channel costs as much memory as a damaged length asks for; 2 GiB is a map's limit. */
    private static HdfFile open(Path path, long length) throws IOException {
        if (length > Integer.MAX_VALUE) {
            return new HdfFile(path);
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return HdfFile.fromByteBuffer(channel.map(MapMode.READ_ONLY, 0, length));
        }
    }

    private Weights read(HdfFile hdf) throws WeightFileException {
        Group root = hdf.getChild("model_weights") instanceof Group whole ? whole : hdf;
        List<String> layers = NameList.read(root, "layer_names");
        if (layers.isEmpty()) {
            walk(root, "", 0);
        }
        for (String layer : layers) {
            layer(root, layer);
        }
        if (tensors.isEmpty()) {
            throw file.bad("the file must hold tensors, got none; give a file that save_weights wrote");
        }
        return Weights.of(tensors);
    }

    private void layer(Group root, String layer) throws WeightFileException {
        Group group = group(root, layer);
        for (String weight : NameList.read(group, "weight_names")) {
            Node node = group;
            for (String step : weight.split("/", -1)) {
                node = child(node, step, weight);
            }
            add(layer, weight, node);
        }
    }

    private Group group(Group root, String layer) throws WeightFileException {
        Node node = root;
        for (String step : layer.split("/", -1)) {
            node = child(node, step, layer);
        }
        if (node instanceof Group group) {
            return group;
        }
        throw file.bad("layer " + layer + " must be a group, got a tensor; the file is damaged");
    }

    private Node child(Node parent, String step, String path) throws WeightFileException {
        Node child = parent instanceof Group group ? group.getChild(step) : null;
        if (child == null) {
            throw file.bad("the file must hold " + path + " that its lists name, got nothing at " + step
                    + "; the file is damaged");
        }
        return local(child);
    }

    /** In a file without lists every data set is a tensor, named by its path. */
    private void walk(Group group, String path, int depth) throws WeightFileException {
        if (depth > MOST_DEPTH) {
            throw file.bad("groups must nest at most " + MOST_DEPTH + " deep, got more; the file is damaged");
        }
        for (Node node : group) {
            if (++nodes > MOST_NODES) {
                throw file.bad("the file must have at most " + MOST_NODES + " nodes, got more; the file is damaged");
            }
            String name = path + node.getName();
            if (local(node) instanceof Group inner) {
                walk(inner, name + "/", depth + 1);
            } else if (node instanceof Dataset) {
                add("", name, node);
            }
        }
    }

    private void add(String layer, String weight, Node node) throws WeightFileException {
        if (!(node instanceof Dataset dataset)) {
            throw file.bad(weight + " must be a tensor, got a group; the file is damaged");
        }
        String plain = weight.endsWith(":0") ? weight.substring(0, weight.length() - 2) : weight;
        String name = names.add(plain) ? plain : layer + "/" + plain;
        tensors.add(reader.read(name, dataset));
    }

    /** A link may lead to another file, which nobody asked to open, or in a circle. */
    private Node local(Node node) throws WeightFileException {
        if (node.isLink()) {
            throw file.bad("nodes must lie in the file itself, got the link " + node.getName()
                    + "; copy what it leads to into the file");
        }
        return node;
    }
}
