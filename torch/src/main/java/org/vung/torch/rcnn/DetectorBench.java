package org.vung.torch.rcnn;

import java.util.List;
import org.vung.image.Image;
import org.vung.label.LabelClass;
import org.vung.nets.file.ClassList;
import org.vung.nets.graph.Cost;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Shape;
import org.vung.nets.model.rcnn.RcnnParts;
import org.vung.nets.numbers.Numbers;
import org.vung.torch.device.Device;
import org.vung.torch.run.ForwardBench;
import org.vung.torch.run.Precision;

/** How fast objects are found on this machine: all that is done between an image in memory and its objects. */
public final class DetectorBench {

    private DetectorBench() {}

    /**
     * Measures on noise of 8 bits, at the size that the graph was built for.
     *
     * @param graph an R-CNN of images of three channels
     * @param numbers of its parameters
     * @param precision of the products
     * @param runs that count
     * @return seconds an image, and the operations of all parts for as many proposals and objects as there were
     */
    public static ForwardBench of(Graph graph, Numbers numbers, Precision precision, int runs) {
        Image image = ForwardBench.noise(graph.input());
        Detector.Options options = Detector.Options.plain(graph);
        List<LabelClass> classes = ClassList.numbered(RcnnParts.classes(graph));
        try (Detector detector = new Detector(graph, numbers, classes, options, precision)) {
            double flops = 2.0
                    * multiplyAdds(
                            graph,
                            detector.proposals(image),
                            detector.segment(image).objects().size());
            Precision here = precision.here(RcnnParts.backbone(graph), Device.CPU);
            return ForwardBench.of(here, Device.CPU, flops, runs, () -> detector.segment(image));
        }
    }

    /**
     * Of one image.
     *
     * @param graph at the image's size
     * @param proposals that the box head looks at
     * @param objects that are drawn
     * @return products of all parts
     */
    public static double multiplyAdds(Graph graph, int proposals, int objects) {
        Graph backbone = RcnnParts.backbone(graph);
        List<Shape> levels = backbone.outputs().values().stream()
                .map(node -> backbone.shapes().get(node))
                .toList();
        double places = levels.stream()
                .mapToDouble(level -> (double) level.height() * level.width())
                .sum();
        Shape finest = levels.get(0);
        double masks =
                RcnnParts.hasMasks(graph) ? Cost.of(RcnnParts.masks(graph)).multiplyAdds() : 0;
        return Cost.of(backbone).multiplyAdds()
                + Cost.of(RcnnParts.proposals(graph)).multiplyAdds()
                        * places
                        / ((double) finest.height() * finest.width())
                + (double) Cost.of(RcnnParts.boxes(graph)).multiplyAdds() * proposals
                + masks * objects;
    }
}
