package org.vung.torch.gan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.vung.image.Size;
import org.vung.nets.layer.Shape;
import org.vung.nets.model.pix2pix.Discriminator;
import org.vung.nets.model.pix2pix.Generator;
import org.vung.nets.numbers.Deterministic;
import org.vung.torch.parallel.Group;
import org.vung.torch.run.Precision;
import org.vung.torch.train.network.FlatParameters;
import org.vung.torch.train.network.TrainableNetwork;
import org.vung.torch.train.optimise.Optimisation;
import org.vung.torch.train.optimise.Optimiser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Three steps of both networks beside PyTorch, which {@code checks/peers/fixtures_pix2pix.py} took. */
class PictureLessonTest {

    private static final double RELATIVE = 1e-4;
    private static final double RATE = 0.0002;
    private static final int SIDE = 32;

    @Test
    void stepsAreThoseOfPyTorch() throws IOException {
        JsonNode theirs = oracle();
        int width = theirs.path("width").asInt();
        try (TrainableNetwork generator = network(true, width);
                TrainableNetwork discriminator = network(false, width);
                Optimiser moves = optimiser(generator);
                Optimiser rivals = optimiser(discriminator)) {
            PictureLesson lesson = new PictureLesson(PictureLoss.parse("pix2pix"), generator, discriminator);
            PictureBatch batch =
                    new PictureBatch(2, new Size(SIDE, SIDE), 3, interleaved("input"), interleaved("target"));
            assertThat(theirs.path("steps")).hasSize(3);
            for (JsonNode step : theirs.path("steps")) {
                discriminator.parameters().gradient().zero_();
                try (PointerScope scope = new PointerScope()) {
                    Tensor judged = lesson.loss(batch);
                    near(judged, step.path("discriminator").asDouble());
                    judged.backward();
                    compare(discriminator.parameters(), step.path("discriminator_gradients"));
                    move(rivals, discriminator.parameters());
                    generator.parameters().gradient().zero_();
                    Tensor lost = lesson.loss(batch, 0);
                    near(
                            lost,
                            step.path("generator").asDouble()
                                    + 100 * step.path("l1").asDouble());
                    lost.backward();
                    compare(generator.parameters(), step.path("generator_gradients"));
                    move(moves, generator.parameters());
                }
            }
        }
    }

    @Test
    void discriminatorLearnsNothingFromTheGeneratorsLesson() {
        try (TrainableNetwork generator = network(true, 4);
                TrainableNetwork discriminator = network(false, 4);
                PointerScope scope = new PointerScope()) {
            PictureLesson lesson = new PictureLesson(PictureLoss.parse("pix2pix"), generator, discriminator);
            PictureBatch batch =
                    new PictureBatch(2, new Size(SIDE, SIDE), 3, interleaved("input"), interleaved("target"));
            Tensor before = generator.parameters().gradient().clone();
            lesson.loss(batch).backward();
            assertThat(generator.parameters().gradient().equal(before)).isTrue();
            Tensor learned = discriminator.parameters().gradient().clone();
            lesson.loss(batch, 0).backward();
            assertThat(discriminator.parameters().gradient().equal(learned)).isTrue();
            assertThat(generator.parameters().gradient().equal(before)).isFalse();
            assertThat(lesson.parts()).containsOnlyKeys("discriminator", "l1", "generator");
            assertThat(lesson.parts()).isEmpty();
        }
    }

    private static TrainableNetwork network(boolean makes, int width) {
        return new TrainableNetwork(
                makes
                        ? Generator.of(new Shape(3, SIDE, SIDE), 3, width, 5)
                        : Discriminator.of(new Shape(6, SIDE, SIDE), width),
                Deterministic::numbers,
                Precision.FLOAT32,
                Group.alone());
    }

    private static Optimiser optimiser(TrainableNetwork of) {
        return Optimisation.parse("adam:rate=0.0002,beta1=0.5")
                .start(of.parameters().trained().numel());
    }

    private static void move(Optimiser by, FlatParameters parameters) {
        try (NoGradGuard plain = new NoGradGuard()) {
            by.step(parameters.trained(), parameters.gradient(), parameters.decayed(), RATE);
        }
    }

    /** [2, 3, H, W] as [2, H, W, 3]. */
    private static float[] interleaved(String key) {
        float[] planes = Deterministic.uniform(key, 2 * 3 * SIDE * SIDE);
        float[] together = new float[planes.length];
        int pixels = SIDE * SIDE;
        for (int at = 0; at < planes.length; at++) {
            int image = at / (3 * pixels);
            int channel = at / pixels % 3;
            together[(image * pixels + at % pixels) * 3 + channel] = planes[at];
        }
        return together;
    }

    private static void near(Tensor ours, double theirs) {
        assertThat((double) ours.item_float()).isCloseTo(theirs, Offset.offset(RELATIVE * theirs));
    }

    /** Errors in parts of the gradient's length. */
    private static void compare(FlatParameters parameters, JsonNode theirs) {
        for (Map.Entry<String, JsonNode> each : theirs.properties()) {
            Tensor gradient = parameters.view(each.getKey()).grad().detach().contiguous();
            double norm = each.getValue().path("norm").asDouble();
            assertThat((double) gradient.norm().item_float())
                    .as(each.getKey())
                    .isCloseTo(norm, Offset.offset(RELATIVE * norm));
            FloatBuffer numbers = gradient.createBuffer();
            for (JsonNode number : each.getValue().path("first")) {
                assertThat((double) numbers.get())
                        .as(each.getKey())
                        .isCloseTo(number.asDouble(), Offset.offset(RELATIVE * norm));
            }
        }
    }

    private static JsonNode oracle() throws IOException {
        try (InputStream in = Objects.requireNonNull(PictureLessonTest.class.getResourceAsStream("pix2pix.json"))) {
            return JsonMapper.shared().readTree(in);
        }
    }
}
