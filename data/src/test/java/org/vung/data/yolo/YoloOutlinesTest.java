package org.vung.data.yolo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vung.Findings;
import org.vung.Instance;
import org.vung.Instances;
import org.vung.Partition;
import org.vung.Segmentation;
import org.vung.Semantic;
import org.vung.data.outline.Drawing;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.label.Palette;
import org.vung.mask.Polygons;
import org.vung.mask.RunLengths;

class YoloOutlinesTest {

    private static final Size SIZE = new Size(2, 4);
    private static final LabelClass GROUND = new LabelClass("background", 0);
    private static final LabelClass CELL = new LabelClass("cell", 1);

    private static List<String> written(Segmentation answer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        YoloOutlines.write(Drawing.of("photo", answer, Palette.distinct()), out);
        return out.toString(StandardCharsets.US_ASCII).lines().toList();
    }

    @Test
    void aPartIsALineWithoutTheBackground() throws IOException {
        LabelMap labels = LabelMap.of(SIZE, new int[] {1, 0, 0, 1, 1, 0, 0, 0});
        assertThat(written(new Semantic(labels, List.of(GROUND, CELL), Findings.none())))
                .containsExactly("0 0 0 0.25 0 0.25 1 0 1", "0 0.75 0 1 0 1 0.5 0.75 0.5");
    }

    @Test
    void anObjectIsOneLine() throws IOException {
        RunLengths mask = RunLengths.of(SIZE, new boolean[] {true, false, false, true, false, false, false, false});
        Instance object = new Instance(1, 1, 0, 0, 2, 4, Optional.of(mask));
        assertThat(written(new Instances(SIZE, List.of(object), List.of(CELL, CELL), Findings.none())))
                .containsExactly("1 0 0 0.25 0 0.25 0.5 0 0.5 0 0 0.75 0 1 0 1 0.5 0.75 0.5 0.75 0");
        assertThat(written(new Instances(SIZE, List.of(), List.of(CELL), Findings.none())))
                .isEmpty();
    }

    @Test
    void filledLinesAreTheMasks() throws IOException {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            Size size = new Size(1 + random.nextInt(20), 1 + random.nextInt(20));
            boolean[] inside = new boolean[size.pixels()];
            for (int pixel = 0; pixel < inside.length; pixel++) {
                inside[pixel] = random.nextInt(4) > 0;
            }
            RunLengths mask = RunLengths.of(size, inside);
            Instance object = new Instance(0, 1, 0, 0, 1, 1, Optional.of(mask));
            RunLengths filled = RunLengths.empty(size);
            for (String line : written(new Instances(size, List.of(object), List.of(CELL), Findings.none()))) {
                filled = filled.or(filled(size, line));
            }
            assertThat(filled).as("seed " + seed).isEqualTo(mask);
            int[] labels = new int[size.pixels()];
            RunLengths all = RunLengths.empty(size);
            for (String line : written(new Partition(LabelMap.wrap(size, labels)))) {
                all = all.or(filled(size, line));
            }
            assertThat(all.area()).isEqualTo(size.pixels());
        }
    }

    private static RunLengths filled(Size size, String line) {
        double[] shares = Arrays.stream(line.split(" ", -1))
                .skip(1)
                .mapToDouble(Double::parseDouble)
                .toArray();
        for (int at = 0; at < shares.length; at++) {
            shares[at] *= at % 2 == 0 ? size.width() : size.height();
        }
        return Polygons.fill(size, shares);
    }
}
