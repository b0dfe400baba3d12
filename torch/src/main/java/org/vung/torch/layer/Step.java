package org.vung.torch.layer;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** One layer made ready to run: its parameters lie in native memory. */
@FunctionalInterface
public interface Step {

    /**
     * Computes the layer's output; inputs stay as they are.
     *
     * @param inputs in the layer's order
     * @return what it gives
     */
    Value run(List<Value> inputs);

    /**
     * The same step in numbers of another type, for a network whose maps are of another; for layers without places.
     *
     * @param own the layer's
     * @param others the network's
     * @return a step between casts
     */
    default Step in(ScalarType own, ScalarType others) {
        return inputs -> Value.of(
                run(inputs.stream().map(value -> Value.of(value.map().to(own))).toList())
                        .map()
                        .to(others));
    }

    /**
     * What a layer gives.
     *
     * @param map [N, C, H, W]
     * @param places where a pooling found its largest, [N, C, H, W] of int64; the map itself where nobody asks for them
     */
    public record Value(Tensor map, Tensor places) {

        /**
         * A map whose places nobody asks for.
         *
         * @param map [N, C, H, W]
         * @return the map twice
         */
        public static Value of(Tensor map) {
            return new Value(map, map);
        }

        /** Keeps it beyond the scope it was made in. */
        public void retain() {
            map.retainReference();
            places.retainReference();
        }

        /** Frees it, if nobody else retains it; both may be one tensor, which was then retained twice. */
        public void release() {
            map.releaseReference();
            places.releaseReference();
        }
    }
}
