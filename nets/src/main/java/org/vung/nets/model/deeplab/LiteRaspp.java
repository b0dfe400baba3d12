package org.vung.nets.model.deeplab;

import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.graph.Sequential;
import org.vung.nets.layer.Activation;
import org.vung.nets.layer.AdaptiveAveragePool;
import org.vung.nets.layer.Add;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Interpolation;
import org.vung.nets.layer.Multiply;
import org.vung.nets.layer.Resize;
import org.vung.nets.layer.Shape;
import org.vung.nets.model.backbone.MobileNetV3;

/**
 * Lite R-ASPP (Howard et al. 2019, "Searching for MobileNetV3", arXiv:1905.02244): coarse maps, weighted by their own mean,
 * and fine maps vote for the classes.
 *
 * <p>Differs from the paper, with torchvision: the mean is over the whole map, not a 49×49 window of stride 16×20.
 */
public final class LiteRaspp {

    private static final int INNER = 128;

    private LiteRaspp() {}

    /**
     * On a large MobileNet v3 of output stride 16.
     *
     * @param classes of the answer
     * @param size of the image
     * @return [3, H, W] → [classes, H, W]
     */
    public static Graph of(int classes, Extent size) {
        GraphBuilder net = Graph.builder("lraspp-mobilenetv3");
        String image = net.input("image", new Shape(3, size.rows(), size.columns()));
        MobileNetV3.Maps maps = MobileNetV3.dilated(net, "backbone.", image);
        String coarse = weighted(net, maps.high()); // [128, H/16, W/16]
        String fine = net.add("classifier.enlarge", new Resize(Interpolation.BILINEAR), coarse, maps.low());
        String low = net.add("classifier.low_classifier", scores(net, maps.low(), classes), maps.low());
        String high = net.add("classifier.high_classifier", scores(net, fine, classes), fine);
        FcnHead.answer(net, "out", net.add("classifier.add", new Add(), low, high), image);
        return net.build();
    }

    private static String weighted(GraphBuilder net, String map) {
        Convolution one = Convolution.of(net.channels(map), INNER, 1).withoutBias();
        String values = new Sequential(net, "classifier.cbr", map).normed(one).last();
        String weights = new Sequential(net, "classifier.scale", map)
                .add(AdaptiveAveragePool.global())
                .add(one)
                .add(Activation.of(Activation.Function.SIGMOID))
                .last(); // [128, 1, 1]
        return net.add("classifier.multiply", new Multiply(), values, weights);
    }

    private static Convolution scores(GraphBuilder net, String map, int classes) {
        return Convolution.of(net.channels(map), classes, 1);
    }
}
