package org.vung.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.image.Image;
import org.vung.image.ImageRows;
import org.vung.image.Layout;
import org.vung.image.Preview;
import org.vung.image.SampleType;
import org.vung.image.Size;
import org.vung.image.encode.PngEncoder;
import org.vung.image.encode.PngWriter;
import org.vung.measure.Region;
import org.vung.measure.RegionSums;
import org.vung.measure.Regions;

/** What is made of an image from its first row to its last: the same pictures, files and sums as of the image at once. */
class OverlayRowsTest {

    /** An image in memory, read a band at a time. */
    private static final class Bands implements ImageRows {

        private final Image image;
        private int done;

        Bands(Image image) {
            this.image = image;
        }

        @Override
        public Size size() {
            return image.size();
        }

        @Override
        public Image next(int most) {
            int count = Math.min(most, image.height() - done);
            done += count;
            return image.rows(done - count, count);
        }

        @Override
        public void close() {}
    }

    private static Image photo(Size size, String samples) {
        Random random = new Random(2);
        byte[] bytes = new byte[size.pixels() * 3];
        random.nextBytes(bytes);
        short[] shorts = new short[bytes.length];
        float[] floats = new float[bytes.length];
        for (int at = 0; at < bytes.length; at++) {
            shorts[at] = (short) (3000 + random.nextInt(2000));
            floats[at] = at % 97 == 0 ? Float.NaN : random.nextInt(500);
        }
        return switch (samples) {
            case "bytes" -> Image.wrap(size, Layout.RGB, bytes);
            case "shorts" -> Image.wrap(size, Layout.RGB, shorts);
            default -> Image.wrap(size, Layout.BANDS, floats);
        };
    }

    private static LabelMap labels(Size size) {
        Random random = new Random(4);
        int[] labels = new int[size.pixels()];
        for (int at = 0; at < labels.length; at++) {
            labels[at] = (at / 50 % 7 + at / size.width() / 40 + (random.nextInt(99) == 0 ? 1 : 0)) % 9;
        }
        return LabelMap.wrap(size, labels);
    }

    private static LabelMap rows(LabelMap map, int from, int count) {
        int width = map.size().width();
        int[] part = new int[count * width];
        System.arraycopy(map.sharedLabels(), from * width, part, 0, part.length);
        return LabelMap.wrap(new Size(count, width), part);
    }

    @ParameterizedTest
    @CsvSource({"1300, 1900, bytes, 64", "1300, 1900, shorts, 7", "90, 70, floats, 64", "1, 5, bytes, 1"})
    void theSameAsAtOnce(int height, int width, String samples, int most) throws IOException {
        Size size = new Size(height, width);
        Image photo = photo(size, samples);
        LabelMap labels = labels(size);
        Palette palette = Palette.distinct();
        int[] colours = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

        ByteArrayOutputStream overlay = new ByteArrayOutputStream();
        ByteArrayOutputStream map = new ByteArrayOutputStream();
        PngWriter overlayFile = PngWriter.of(size, Layout.RGB, SampleType.UINT8, overlay);
        PngWriter mapFile = PngWriter.indexed(size, colours, map);
        Preview.Range range = Preview.range(new Bands(photo));
        OverlayRows tinted = new OverlayRows(size, palette, range);
        RegionSums sums = new RegionSums(size, 10);
        Bands bands = new Bands(photo);
        for (int done = 0; done < height; ) {
            Image band = bands.next(most);
            LabelMap part = rows(labels, done, band.height());
            done += band.height();
            sums.add(band, part);
            mapFile.add(Image.wrap(band.size(), Layout.GREY, bytes(part)));
            Optional<Image> ready = tinted.add(band, part);
            if (ready.isPresent()) {
                overlayFile.add(ready.get());
            }
        }
        overlayFile.finish();
        mapFile.finish();

        assertThat(range).isEqualTo(Preview.range(photo));
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        PngEncoder.write(Overlay.tinted(photo, labels, palette), whole);
        assertThat(overlay.toByteArray()).isEqualTo(whole.toByteArray());
        whole.reset();
        PngEncoder.writeIndexed(size, bytes(labels), colours, whole);
        assertThat(map.toByteArray()).isEqualTo(whole.toByteArray());
        assertThat(sums.regions())
                .isEqualTo(
                        Regions.of(labels, photo).stream().map(Region::summary).toList());
    }

    private static byte[] bytes(LabelMap labels) {
        byte[] bytes = new byte[labels.size().pixels()];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) labels.sharedLabels()[at];
        }
        return bytes;
    }
}
