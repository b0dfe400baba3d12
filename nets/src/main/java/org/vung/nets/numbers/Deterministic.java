package org.vung.nets.numbers;

import java.nio.charset.StandardCharsets;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Parameter;

/**
 * Numbers for parameters by a formula of their names, so that two programs fill one network alike without a file between
 * them. {@code checks/peers/fixtures_nets.py} holds the same formula.
 *
 * <p>Number i of key K: the upper 24 bits t of splitmix64(fnv1a64(K) + i) give u = t · 2⁻²³ − 1, −1 ≤ u &lt; 1. A weight of
 * two or more dimensions is u · √(6 ÷ fan-in), fan-in being the product of the dimensions after the first; a weight of one
 * dimension (of a norm) and a variance 1 + 0.1 u; a bias and a mean 0.1 u. All in float32, every operation rounded.
 */
public final class Deterministic {

    private Deterministic() {}

    /**
     * The numbers of one parameter.
     *
     * @param key {@code node.parameter}, as in {@link Graph#parameters()}
     * @param parameter its dimensions and name decide the range
     * @return all its numbers, the last dimension running fastest
     */
    public static float[] numbers(String key, Parameter parameter) {
        float[] numbers = uniform(key, Math.toIntExact(parameter.numbers()));
        boolean product = parameter.dimensions().size() > 1;
        float scale = product ? fan(parameter) : 0.1f;
        float middle = !product && isFactor(parameter.name()) ? 1 : 0;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = middle + numbers[i] * scale;
        }
        return numbers;
    }

    /**
     * Numbers −1 … 1, such as for an input image under the key {@code input}.
     *
     * @param key what they are for
     * @param count how many
     * @return u of the formula, from i = 0
     */
    public static float[] uniform(String key, int count) {
        long seed = hash(key);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = ((mixed(seed + i) >>> 40) - 0x800000L) * 0x1p-23f;
        }
        return numbers;
    }

    private static boolean isFactor(String name) {
        return name.equals("weight") || name.equals("running_var");
    }

    private static float fan(Parameter parameter) {
        return (float) Math.sqrt(6.0 * parameter.dimensions().get(0) / parameter.numbers());
    }

    /** FNV-1a over the bytes of the text. */
    static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (byte letter : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (letter & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }

    /** One output of SplitMix64 from this state. */
    private static long mixed(long state) {
        long z = state + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
