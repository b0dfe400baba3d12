package org.vung.nets.model.backbone;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vung.nets.graph.GraphBuilder;

/** A classifier whose maps at falling resolution another network builds on. */
public enum Encoder {
    /** None: the network's own contracting path. */
    NONE,
    /** ResNet of 18 layers. */
    RESNET18,
    /** ResNet of 34 layers. */
    RESNET34,
    /** ResNet of 50 layers. */
    RESNET50,
    /** VGG of 16 layers. */
    VGG16,
    /** VGG of 19 layers. */
    VGG19;

    /**
     * Adds its convolutional part with nodes named {@code encoder.} and then as in torchvision.
     *
     * @param net to which it is added
     * @param image [any, H, W]
     * @param depth how often the resolution is halved, 1 … 5
     * @return its last maps at strides 2, 4, 8, 16, 32, as segmentation_models.pytorch taps them
     * @throws IllegalArgumentException if this is {@code NONE}, or the depth is out of range
     */
    public List<String> maps(GraphBuilder net, String image, int depth) {
        if (depth < 1 || depth > 5) {
            throw new IllegalArgumentException("depth must be 1 … 5 with encoder " + this + ", got " + depth);
        }
        return isVgg()
                ? vggMaps(net, image, depth)
                : resnet().stages(net, "encoder.", image, ResNet.Trunk.WHOLE.withLevels(depth));
    }

    private List<String> vggMaps(GraphBuilder net, String image, int depth) {
        List<Vgg.Block> blocks =
                vgg().features(net, "encoder.", image, new Vgg.Variant(false, 1, false, depth, Vgg.WIDTH));
        List<String> maps = new ArrayList<>();
        for (Vgg.Block block : blocks.subList(1, blocks.size())) {
            maps.add(block.last());
        }
        if (depth == 5) {
            maps.add(Vgg.last(blocks)); // no convolution stands behind the last pooling
        }
        return maps;
    }

    /**
     * Whether it is a VGG.
     *
     * @return true for VGG16 and VGG19
     */
    public boolean isVgg() {
        return this == VGG16 || this == VGG19;
    }

    /**
     * The VGG it is.
     *
     * @return 16 or 19
     * @throws IllegalArgumentException if it is none
     */
    public Vgg vgg() {
        if (!isVgg()) {
            throw new IllegalArgumentException("encoder must be vgg16 or vgg19, got " + this);
        }
        return this == VGG16 ? Vgg.VGG16 : Vgg.VGG19;
    }

    private ResNet resnet() {
        if (this == NONE) {
            throw new IllegalArgumentException("encoder must be a ResNet or a VGG, got " + this);
        }
        return ResNet.valueOf(name());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
