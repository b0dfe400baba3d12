package org.vung.data.imagej;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.vung.Findings;
import org.vung.Instance;
import org.vung.Instances;
import org.vung.Partition;
import org.vung.data.outline.Drawing;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.label.Palette;
import org.vung.mask.Polygons;
import org.vung.mask.RunLengths;

class RoiSetTest {

    private static final Size SIZE = new Size(5, 6);

    private static Map<String, ByteBuffer> written(Drawing drawing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RoiSet.write(drawing, out);
        Map<String, ByteBuffer> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), ByteBuffer.wrap(zip.readAllBytes()));
            }
        }
        return files;
    }

    private static Drawing drawing(Size size, int... labels) {
        return Drawing.of("photo", new Partition(LabelMap.of(size, labels)), Palette.of(0, 0xABCDEF));
    }

    /** The ROI of region 1. */
    private static ByteBuffer first(Drawing drawing) throws IOException {
        return Objects.requireNonNull(written(drawing).get("0001.roi"));
    }

    private static String text(ByteBuffer roi, int place) {
        int second = roi.getInt(60);
        byte[] letters = new byte[2 * roi.getInt(second + place + 4)];
        roi.get(roi.getInt(second + place), letters);
        return new String(letters, StandardCharsets.UTF_16BE);
    }

    /** Fills a ROI as its bytes say, whatever the writer meant. */
    private static RunLengths mask(Size size, ByteBuffer roi) {
        int numbers = roi.getInt(36);
        RunLengths mask = RunLengths.empty(size);
        if (numbers == 0) {
            int count = roi.getShort(16);
            double[] ring = new double[2 * count];
            for (int corner = 0; corner < count; corner++) {
                ring[2 * corner] = roi.getShort(10) + roi.getShort(64 + 2 * corner);
                ring[2 * corner + 1] = roi.getShort(8) + roi.getShort(64 + 2 * (count + corner));
            }
            return Polygons.fill(size, ring);
        }
        double[] ring = new double[numbers];
        int length = 0;
        for (int at = 0; at < numbers; at++) {
            if (roi.getFloat(64 + 4 * at) == 4) {
                RunLengths more = Polygons.fill(size, Arrays.copyOf(ring, length));
                mask = mask.without(more).or(more.without(mask));
                length = 0;
            } else {
                assertThat(roi.getFloat(64 + 4 * at)).isEqualTo(length == 0 ? 0 : 1);
                ring[length++] = roi.getFloat(64 + 4 * ++at);
                ring[length++] = roi.getFloat(64 + 4 * ++at);
            }
        }
        return mask;
    }

    @Test
    void aRegionOfOnePartIsAPolygon() throws IOException {
        int[] labels = new int[SIZE.pixels()];
        labels[SIZE.index(1, 2)] = 1;
        labels[SIZE.index(1, 3)] = 1;
        ByteBuffer roi = first(drawing(SIZE, labels));
        byte[] head = new byte[9 + 8 * 2];
        roi.get(0, head, 0, 8);
        assertThat(new String(head, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("Iout");
        assertThat(roi.getShort(4)).isEqualTo((short) 228);
        assertThat(roi.get(6)).isZero();
        short[] words = new short[5 + 8];
        for (int at = 0; at < words.length; at++) {
            words[at] = roi.getShort(at < 5 ? 8 + 2 * at : 64 + 2 * (at - 5));
        }
        assertThat(words).containsExactly(1, 2, 2, 4, 4, 0, 2, 2, 0, 0, 0, 1, 1);
        assertThat(roi.getInt(40)).isEqualTo(0xFFABCDEF);
        assertThat(text(roi, 16)).isEqualTo("region 1");
        assertThat(text(roi, 40)).isEqualTo("id: 1\narea_px: 2\n");
    }

    @Test
    void aRegionWithAHoleIsAShape() throws IOException {
        ByteBuffer roi = first(drawing(new Size(3, 3), 1, 1, 1, 1, 0, 1, 1, 1, 1));
        assertThat(roi.get(6)).isEqualTo((byte) 1);
        float[] path = new float[roi.getInt(36)];
        for (int at = 0; at < path.length; at++) {
            path[at] = roi.getFloat(64 + 4 * at);
        }
        assertThat(path).containsExactly(0, 0, 0, 1, 3, 0, 1, 3, 3, 1, 0, 3, 4, 0, 1, 1, 1, 1, 2, 1, 2, 2, 1, 2, 1, 4);
    }

    @Test
    void namesAndScoresAreKept() throws Exception {
        LabelClass odd = new LabelClass("tế bào / \"to\" \\ \n.", 0);
        Instance object = new Instance(0, 0.934f, 0, 0, 2, 2, Optional.empty());
        Instances found = new Instances(SIZE, List.of(object), List.of(odd), Findings.none());
        Map<String, ByteBuffer> files = written(Drawing.of("photo", found, Palette.distinct()));
        assertThat(files).containsOnlyKeys("0001-tế-bào-to-..roi");
        ByteBuffer roi = files.values().iterator().next();
        assertThat(text(roi, 16)).isEqualTo("tế bào / \"to\" \\ \n. 0.93");
        Properties properties = new Properties();
        properties.load(new StringReader(text(roi, 40)));
        assertThat(properties).containsEntry("class", odd.name()).containsEntry("score", "0.934");
    }

    @Test
    void filledRoisAreTheMasks() throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Size size = new Size(1 + random.nextInt(12), 1 + random.nextInt(12));
            int[] labels = random.ints(size.pixels(), 0, 2).toArray();
            Drawing drawing = drawing(size, labels);
            List<ByteBuffer> rois = List.copyOf(written(drawing).values());
            assertThat(rois).hasSize(drawing.regions().size());
            for (int at = 0; at < rois.size(); at++) {
                assertThat(mask(size, rois.get(at)))
                        .isEqualTo(drawing.regions().get(at).mask());
            }
        }
    }

    @Test
    void whatSixteenBitsDoNotHoldIsAShape() throws IOException {
        int[] labels = new int[2 * 40_000];
        labels[39_000] = 1;
        Size size = new Size(2, 40_000);
        assertThat(mask(size, first(drawing(size, labels))).box())
                .hasValueSatisfying(box -> assertThat(box.column()).isEqualTo(39_000));
    }

    @Test
    void nothingFoundIsAnEmptyZip() throws IOException {
        Instances none = new Instances(SIZE, List.of(), List.of(), Findings.none());
        assertThat(written(Drawing.of("photo", none, Palette.distinct()))).isEmpty();
    }
}
