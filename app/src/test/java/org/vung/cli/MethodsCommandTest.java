package org.vung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vung.catalog.Catalog;
import org.vung.catalog.Method;
import tools.jackson.databind.JsonNode;

class MethodsCommandTest {

    @Test
    void everyMethodHasItsLine() {
        Run run = Run.of("methods");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .hasLineCount(Catalog.all().size() + Catalog.trained().size());
        List<Method> all = new ArrayList<>(Catalog.all());
        all.addAll(Catalog.trained());
        for (Method method : all) {
            assertThat(run.out()).containsPattern("(?m)^" + method.name() + " ").contains(method.summary());
        }
    }

    @Test
    void aMethodTellsOptionsDefaultsRangesAndSource() {
        Method method = Catalog.named("kmeans");
        Run run = Run.of("methods", "kmeans");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains(method.source());
        assertThat(method.options())
                .allSatisfy(option -> assertThat(run.out())
                        .contains(option.name(), option.fallback(), option.range(), option.meaning()));
    }

    @Test
    void jsonHoldsTheSame() {
        Run run = Run.of("methods", "--json");
        assertThat(run.json().path("methods"))
                .hasSize(Catalog.all().size() + Catalog.trained().size());
        JsonNode first =
                Run.of("methods", "kmeans", "--json").json().path("methods").get(0);
        assertThat(first.path("name").asString()).isEqualTo("kmeans");
        assertThat(first.path("options").get(0).propertyNames())
                .containsExactlyInAnyOrder("name", "kind", "default", "range", "meaning");
    }

    @Test
    void anUnknownMethodIsAnsweredWithTheKnownOnes() {
        Run run = Run.of("methods", "kmeens");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("did you mean 'kmeans'?");
    }
}
