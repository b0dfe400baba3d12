package org.vung.nets.model.deeplab;

import java.util.List;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.graph.Sequential;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Shape;
import org.vung.nets.model.backbone.MobileNetV3;
import org.vung.nets.model.backbone.ResNet;

/**
 * DeepLab v3 (Chen et al. 2017, "Rethinking atrous convolution for semantic image segmentation", arXiv:1706.05587): a
 * dilated backbone and atrous spatial pyramid pooling; the second answer {@code aux} is for training.
 *
 * <p>Differs from the paper, with torchvision: no multi-grid in the last layer; rates 12, 24, 36 whatever the backbone; a
 * 3×3 convolution before the classes; the auxiliary head.
 */
public final class DeepLabV3 {

    private static final List<Integer> RATES = List.of(12, 24, 36);

    private DeepLabV3() {}

    /**
     * On a ResNet of output stride 8.
     *
     * @param backbone ResNet of bottlenecks
     * @param classes of the answer
     * @param size of the image
     * @return [3, H, W] → {@code out} and {@code aux}, both [classes, H, W]
     */
    public static Graph onResNet(ResNet backbone, int classes, Extent size) {
        GraphBuilder net = Graph.builder("deeplabv3-" + backbone);
        String image = net.input("image", new Shape(3, size.rows(), size.columns()));
        List<String> stages = backbone.stages(net, "backbone.", image, ResNet.Trunk.WHOLE.withOutputStride(8));
        return answers(net, stages.get(4), stages.get(3), classes);
    }

    /**
     * On a large MobileNet v3 of output stride 16.
     *
     * @param classes of the answer
     * @param size of the image
     * @return [3, H, W] → {@code out} and {@code aux}, both [classes, H, W]
     */
    public static Graph onMobileNet(int classes, Extent size) {
        GraphBuilder net = Graph.builder("deeplabv3-mobilenetv3");
        String image = net.input("image", new Shape(3, size.rows(), size.columns()));
        MobileNetV3.Maps maps = MobileNetV3.dilated(net, "backbone.", image);
        return answers(net, maps.high(), maps.low(), classes);
    }

    private static Graph answers(GraphBuilder net, String main, String auxiliary, int classes) {
        String pyramid = Aspp.on(net, "classifier.0", main, RATES);
        Convolution three =
                Convolution.of(Aspp.CHANNELS, Aspp.CHANNELS, 3).withPadding(1).withoutBias();
        String scores = new Sequential(net, "classifier", pyramid)
                .skip()
                .normed(three)
                .add(Convolution.of(Aspp.CHANNELS, classes, 1))
                .last();
        FcnHead.answer(net, "out", scores, "image");
        FcnHead.answer(net, "aux", FcnHead.on(net, "aux_classifier", auxiliary, classes), "image");
        return net.build();
    }
}
