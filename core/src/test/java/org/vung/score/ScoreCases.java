package org.vung.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.vung.image.Size;
import org.vung.label.LabelMap;

/** Cases with the scores of scikit-learn, scikit-image and others, written by checks/peers/fixtures_scores.py. */
public record ScoreCases(Map<String, double[]> lines) {

    /** Every block of a file. */
    public static List<ScoreCases> read(String file) {
        try (InputStream in = Objects.requireNonNull(ScoreCases.class.getResourceAsStream("/org/vung/score/" + file))) {
            List<ScoreCases> cases = new ArrayList<>();
            for (String block : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\n", -1)) {
                Map<String, double[]> lines = new HashMap<>();
                for (String line : block.strip().split("\n", -1)) {
                    if (!line.startsWith("#")) {
                        String[] words = line.split(" ", -1);
                        lines.put(
                                words[0],
                                Arrays.stream(words)
                                        .skip(1)
                                        .mapToDouble(word -> word.equals("nan") ? Double.NaN : Double.parseDouble(word))
                                        .toArray());
                    }
                }
                if (!lines.isEmpty()) {
                    cases.add(new ScoreCases(lines));
                }
            }
            return cases;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public double[] numbers(String name) {
        return Objects.requireNonNull(lines.get(name), name);
    }

    public double number(String name) {
        return numbers(name)[0];
    }

    public Size size() {
        return new Size((int) numbers("size")[0], (int) numbers("size")[1]);
    }

    public int[] labels(String name) {
        return Arrays.stream(numbers(name)).mapToInt(number -> (int) number).toArray();
    }

    public LabelMap map(String name) {
        return LabelMap.wrap(size(), labels(name));
    }

    public float[] floats(String name) {
        double[] numbers = numbers(name);
        float[] floats = new float[numbers.length];
        for (int at = 0; at < floats.length; at++) {
            floats[at] = (float) numbers[at];
        }
        return floats;
    }

    public boolean[] flags(String name) {
        double[] numbers = numbers(name);
        boolean[] flags = new boolean[numbers.length];
        for (int at = 0; at < flags.length; at++) {
            flags[at] = numbers[at] != 0;
        }
        return flags;
    }

    /** Labels by chance. */
    public static LabelMap chance(Size size, int labels, long seed) {
        Random random = new Random(seed);
        int[] chance = new int[size.pixels()];
        Arrays.setAll(chance, pixel -> random.nextInt(labels));
        return LabelMap.wrap(size, chance);
    }
}
