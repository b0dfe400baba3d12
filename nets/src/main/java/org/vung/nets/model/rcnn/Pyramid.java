package org.vung.nets.model.rcnn;

import java.util.ArrayList;
import java.util.List;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.layer.Add;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Interpolation;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.Resize;

/**
 * The feature pyramid (Lin et al. 2017, "Feature pyramid networks for object detection", arXiv:1612.03144): maps of all resolutions
 * with as many channels, each having seen the coarser ones.
 *
 * <p>Differs from the paper, with torchvision: the coarse map is enlarged to the very size of the finer one, which need not be
 * twice its own; the coarsest level of all is every second pixel of the one before.
 */
final class Pyramid {

    private Pyramid() {}

    /**
     * Adds the pyramid.
     *
     * @param net to which it is added
     * @param name of its nodes
     * @param maps of a backbone, from the finest on
     * @param width channels of every level
     * @return the levels, from the finest on, one more than there were maps
     */
    static List<String> on(GraphBuilder net, String name, List<String> maps, int width) {
        List<String> merged = new ArrayList<>();
        for (int level = 0; level < maps.size(); level++) {
            Convolution lateral = Convolution.of(net.channels(maps.get(level)), width, 1);
            merged.add(net.add(name + ".inner_blocks." + level + ".0", lateral, maps.get(level)));
        }
        for (int level = maps.size() - 2; level >= 0; level--) {
            merged.set(level, merged(net, name + ".merge." + level, merged.get(level), merged.get(level + 1)));
        }
        List<String> levels = new ArrayList<>();
        for (int level = 0; level < maps.size(); level++) {
            Convolution smooth = Convolution.of(width, width, 3).withPadding(1);
            levels.add(net.add(name + ".layer_blocks." + level + ".0", smooth, merged.get(level)));
        }
        levels.add(net.add(name + ".extra_blocks.pool", MaxPool.of(1, 2), levels.get(levels.size() - 1)));
        return levels;
    }

    private static String merged(GraphBuilder net, String name, String inner, String coarser) {
        String enlarged = net.add(name + ".resize", new Resize(Interpolation.NEAREST), coarser, inner);
        return net.add(name + ".add", new Add(), inner, enlarged);
    }
}
