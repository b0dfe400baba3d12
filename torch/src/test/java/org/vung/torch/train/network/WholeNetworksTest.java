package org.vung.torch.train.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Shape;
import org.vung.nets.model.Model;
import org.vung.nets.model.Models;
import org.vung.nets.model.backbone.Encoder;
import org.vung.nets.numbers.RandomStart;
import org.vung.torch.parallel.Group;
import org.vung.torch.run.Libtorch;
import org.vung.torch.run.Precision;
import org.vung.torch.train.loss.Losses;
import org.vung.torch.train.loss.Target;

/**
 * One step's gradients of whole networks, with oneDNN's kernels and without, and in bfloat16.
 *
 * <p>At the start of training and with labels of chance a ReLU or a pooling that decides otherwise by a hair changes much: an image that
 * differs by a millionth moves the gradient by 0.2 to 0.8 %, as other kernels do, and bfloat16 by half its length. So whole networks
 * are held to the direction; {@link LayerGradientsTest} holds each layer to the numbers.
 */
class WholeNetworksTest {

    /** The loss, and the gradient of every number. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Gradient(double loss, float[] numbers) {}

    @BeforeAll
    static void load() {
        Libtorch.load();
    }

    @ParameterizedTest
    @CsvSource({"unet, NONE", "unet, RESNET18", "enet, NONE", "lraspp-mobilenetv3, NONE"})
    void gradientsAreThoseOfPlainKernels(String name, Encoder encoder) {
        Model model = Models.named(name);
        Graph graph = model.graph(
                        encoder == Encoder.NONE
                                ? model.standard()
                                : model.standard().withEncoder(encoder))
                .sized(new Extent(64, 96));
        Gradient plain;
        torch.globalContext().setUserEnabledMkldnn(false);
        try {
            plain = gradient(graph, Precision.FLOAT32);
        } finally {
            torch.globalContext().setUserEnabledMkldnn(true);
        }
        Gradient whole = gradient(graph, Precision.FLOAT32);
        assertThat(whole.loss()).isCloseTo(plain.loss(), Offset.offset(1e-5));
        assertThat(cosine(whole.numbers(), plain.numbers())).isGreaterThan(0.999);
        Gradient half = gradient(graph, Precision.BFLOAT16);
        assertThat(half.loss()).isCloseTo(plain.loss(), Offset.offset(0.01));
        assertThat(cosine(half.numbers(), plain.numbers())).isGreaterThan(0.5);
    }

    private static double cosine(float[] ours, float[] plain) {
        double both = 0;
        double own = 0;
        double other = 0;
        for (int at = 0; at < plain.length; at++) {
            both += (double) ours[at] * plain[at];
            own += (double) ours[at] * ours[at];
            other += (double) plain[at] * plain[at];
        }
        return both / Math.sqrt(own * other);
    }

    /** Dropout draws the same channels each time. */
    private static Gradient gradient(Graph graph, Precision precision) {
        torch.manual_seed(4);
        try (TrainableNetwork network =
                        new TrainableNetwork(graph, new RandomStart(graph, 1), precision, Group.alone());
                PointerScope scope = new PointerScope()) {
            Shape shape = graph.input();
            Tensor image = torch.randn(2, shape.channels(), shape.height(), shape.width())
                    .contiguous(torch.MemoryFormat.ChannelsLast);
            Tensor scores = Objects.requireNonNull(network.forward(image).get("out")); // [2, K, H, W]
            Tensor labels = torch.rand(2, scores.size(2), scores.size(3))
                    .mul(new Scalar((double) scores.size(1)))
                    .to(torch.ScalarType.Long);
            Tensor loss = Losses.parse("cross-entropy", List.of())
                    .of(scores, new Target(labels, torch.ones(2, scores.size(2), scores.size(3))));
            loss.backward();
            Tensor all = network.parameters().gradient();
            float[] numbers = new float[Math.toIntExact(all.numel())];
            FloatBuffer buffer = all.createBuffer();
            buffer.get(numbers);
            return new Gradient(loss.item_float(), numbers);
        }
    }
}
