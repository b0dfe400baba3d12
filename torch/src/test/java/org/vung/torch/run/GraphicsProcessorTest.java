package org.vung.torch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vung.nets.graph.Graph;
import org.vung.nets.model.Model;
import org.vung.nets.model.Models;
import org.vung.nets.numbers.Deterministic;
import org.vung.torch.check.ModelCheck;
import org.vung.torch.check.Outcome;
import org.vung.torch.device.Cuda;
import org.vung.torch.device.Device;

/** Every network on a graphics processor against the processor; skipped where there is none. */
class GraphicsProcessorTest {

    @BeforeAll
    static void find() {
        assumeTrue(Cuda.found().isReady(), "libtorch is " + Cuda.found());
    }

    static Stream<String> names() {
        return Models.all().stream().filter(Model::runsInOneGo).map(Model::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void answersAreThoseOfTheProcessor(String name) {
        Graph graph = Models.named(name).graph();
        assertThat(ModelCheck.of(graph, Deterministic::numbers, false, Device.CUDA))
                .allSatisfy(outcome ->
                        assertThat(outcome.state()).as(outcome.toString()).isNotEqualTo(Outcome.State.MISS))
                .extracting(Outcome::check)
                .contains("as on the processor");
    }
}
