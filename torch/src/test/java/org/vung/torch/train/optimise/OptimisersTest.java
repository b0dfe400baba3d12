package org.vung.torch.train.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vung.nets.numbers.Deterministic;
import org.vung.torch.run.Libtorch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OptimisersTest {

    private static final int NUMBERS = 6;
    private static final int DECAYED = 4;

    @BeforeAll
    static void load() {
        Libtorch.load();
    }

    static List<JsonNode> oracle() throws IOException {
        try (InputStream in = Objects.requireNonNull(OptimisersTest.class.getResourceAsStream("optimisers.json"))) {
            List<JsonNode> cases = new ArrayList<>();
            JsonMapper.shared().readTree(in).forEach(cases::add);
            return cases;
        }
    }

    /** Ten steps; the rate falls from the sixth on, and the last two numbers do not decay. */
    @ParameterizedTest
    @MethodSource("oracle")
    void stepsAreThoseOfPyTorch(JsonNode theirs) {
        Optimisation options = Optimisation.parse(theirs.path("text").asString());
        try (PointerScope scope = new PointerScope();
                Optimiser optimiser = options.start(NUMBERS)) {
            Tensor numbers = Tensor.create(Deterministic.uniform("start", NUMBERS));
            assertThat(theirs.path("steps")).hasSize(10);
            for (int step = 0; step < 10; step++) {
                Tensor gradient = Tensor.create(Deterministic.uniform("gradient" + step, NUMBERS));
                optimiser.step(numbers, gradient, DECAYED, options.rate() * (step < 5 ? 1 : 0.3));
                float[] ours = floats(numbers);
                for (int at = 0; at < NUMBERS; at++) {
                    assertThat((double) ours[at])
                            .as("number " + at + " after step " + step)
                            .isCloseTo(theirs.path("steps").path(step).path(at).asDouble(), Offset.offset(1e-6));
                }
            }
        }
    }

    /** What is remembered, copied to another optimiser, goes on as if nothing had happened. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"sgd:rate=0.1,momentum=0.9,nesterov=true,decay=0.1", "adam:decay=0.1", "adamw:rate=0.02"})
    void memoryCarriesOn(String text) {
        Optimisation options = Optimisation.parse(text);
        try (PointerScope scope = new PointerScope();
                Optimiser first = options.start(NUMBERS);
                Optimiser second = options.start(NUMBERS)) {
            Tensor numbers = Tensor.create(Deterministic.uniform("start", NUMBERS));
            first.step(numbers, Tensor.create(Deterministic.uniform("a", NUMBERS)), DECAYED, 0.1);
            first.memory()
                    .forEach((name, tensor) ->
                            Objects.requireNonNull(second.memory().get(name)).copy_(tensor));
            Tensor copy = numbers.clone();
            first.step(numbers, Tensor.create(Deterministic.uniform("b", NUMBERS)), DECAYED, 0.1);
            second.step(copy, Tensor.create(Deterministic.uniform("b", NUMBERS)), DECAYED, 0.1);
            assertThat(floats(copy)).isEqualTo(floats(numbers));
        }
    }

    private static float[] floats(Tensor tensor) {
        float[] floats = new float[NUMBERS];
        FloatBuffer buffer = tensor.createBuffer();
        buffer.get(floats);
        return floats;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "constant | 0 | 100 | 1",
                "constant | 99 | 100 | 1",
                "constant:warmup=4 | 0 | 100 | 0.2", // one of the five steps up to the whole rate
                "constant:warmup=4 | 3 | 100 | 0.8",
                "constant:warmup=4 | 4 | 100 | 1",
                "step:every=10,factor=0.5 | 9 | 100 | 1",
                "step:every=10,factor=0.5 | 10 | 100 | 0.5",
                "step:every=10,factor=0.5 | 35 | 100 | 0.125",
                "step:every=10,factor=0.5,warmup=5 | 14 | 100 | 1",
                "step:every=10,factor=0.5,warmup=5 | 15 | 100 | 0.5",
                "poly:power=1 | 0 | 100 | 1",
                "poly:power=1 | 75 | 100 | 0.25",
                "poly:power=2 | 75 | 100 | 0.0625",
                "poly | 50 | 100 | 0.5358867312681466", // ½^0.9
                "poly:power=1,warmup=20 | 60 | 100 | 0.5",
                "cosine | 0 | 100 | 1",
                "cosine | 50 | 100 | 0.5",
                "cosine | 75 | 100 | 0.14644660940672627", // (1 − √½) ÷ 2
                "cosine:warmup=20 | 60 | 100 | 0.5",
                "cosine:warmup=200 | 99 | 100 | 0.4975124378109453" // all of it warm-up: 100 ÷ 201
            })
    void ratesAreWorkedByHand(String text, long step, long steps, double factor) {
        assertThat(Schedule.parse(text).at(step, steps)).isCloseTo(factor, Offset.offset(1e-12));
    }

    @Test
    void textsReadBackAsTheSame() {
        for (String text : List.of("sgd:nesterov=true", "adam", "adamw:rate=0.5,decay=0.25")) {
            Optimisation options = Optimisation.parse(text);
            assertThat(Optimisation.parse(options.toString())).isEqualTo(options);
        }
        for (String text : List.of("constant", "step:every=7", "poly:power=2,warmup=3", "cosine")) {
            Schedule schedule = Schedule.parse(text);
            assertThat(Schedule.parse(schedule.toString())).hasToString(schedule.toString());
        }
    }
}
