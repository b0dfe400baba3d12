package org.vung.torch.rcnn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;

/** Places in a tensor, and the numbers that are wanted there. */
final class Picked {

    private final List<Long> places = new ArrayList<>();
    private final List<float[]> numbers = new ArrayList<>();

    void add(int first, int[] which, float[] wanted) {
        IntStream.of(which).forEach(place -> places.add((long) first + place));
        numbers.add(wanted);
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    int count() {
        return places.size();
    }

    Tensor places() {
        return Tensor.create(places.stream().mapToLong(Long::longValue).toArray());
    }

    Tensor numbers(long... shape) {
        int length = numbers.stream().mapToInt(part -> part.length).sum();
        float[] all = new float[length];
        int at = 0;
        for (float[] part : numbers) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return Tensor.create(all).view(shape);
    }
}
