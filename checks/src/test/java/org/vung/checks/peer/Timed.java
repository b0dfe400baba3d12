package org.vung.checks.peer;

import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** An answer and how long it took, once per {@code repeat} after a first time that warms up. */
final class Timed<T> {

    private final T answer;
    private final double[] seconds;

    private Timed(T answer, double[] seconds) {
        this.answer = answer;
        this.seconds = seconds;
    }

    T answer() {
        return answer;
    }

    double[] seconds() {
        return seconds;
    }

    static <T> Timed<T> of(JsonNode request, Supplier<T> work) {
        double[] seconds = new double[request.path("repeat").asInt(0)];
        T answer = work.get();
        for (int i = 0; i < seconds.length; i++) {
            long start = System.nanoTime();
            answer = work.get();
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        return new Timed<>(answer, seconds);
    }
}
