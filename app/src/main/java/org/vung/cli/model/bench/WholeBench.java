package org.vung.cli.model.bench;

import java.util.Locale;
import org.vung.Segmenter;
import org.vung.catalog.Catalog;
import org.vung.cli.input.MethodText;
import org.vung.image.Image;
import org.vung.nets.graph.Cost;
import org.vung.nets.graph.Graph;
import org.vung.torch.device.Device;
import org.vung.torch.run.ForwardBench;
import org.vung.torch.run.Precision;

/** The measurement of {@link ForwardBench} on all that {@code segment} does between an image in memory and its labels. */
public final class WholeBench {

    private WholeBench() {}

    /**
     * Measures a model with weights on noise of 8 bits.
     *
     * @param model a model file or the name of a trained model
     * @param graph its network, at the size of the image
     * @param precision of the products
     * @param device where it runs
     * @param runs that count
     * @return seconds of each call
     * @throws Exception if the model cannot be opened or closed
     */
    public static ForwardBench of(String model, Graph graph, Precision precision, Device device, int runs)
            throws Exception {
        Precision here = precision.here(graph, device.here());
        Image image = ForwardBench.noise(graph.input());
        String method = MethodText.on(
                device, MethodText.with(model, "precision", precision.name().toLowerCase(Locale.ROOT)));
        Segmenter segmenter = Catalog.segmenter(method);
        try {
            double flops = 2.0 * Cost.of(graph).multiplyAdds();
            return ForwardBench.of(here, device.here(), flops, runs, () -> segmenter.segment(image));
        } finally {
            Segmenter.close(segmenter);
        }
    }
}
