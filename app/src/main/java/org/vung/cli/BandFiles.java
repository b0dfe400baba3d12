package org.vung.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vung.BandSegmenter;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Preview;
import org.vung.image.SampleType;
import org.vung.image.Size;
import org.vung.image.encode.PngWriter;
import org.vung.image.file.WriteFormat;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.label.OverlayRows;
import org.vung.label.Palette;
import org.vung.measure.RegionSummary;
import org.vung.measure.RegionSums;

/** What is made of classes that come row by row: a label map, an overlay, sums. */
final class BandFiles implements BandSegmenter.Bands {

    private final Size size;
    private final int[] colours;
    private final OverlayRows overlay;
    private final RegionSums sums;
    private @Nullable PngWriter mapFile;
    private @Nullable PngWriter overlayFile;

    BandFiles(Size size, List<LabelClass> classes, Preview.Range range) {
        this.size = size;
        this.colours = classes.stream().mapToInt(LabelClass::rgb).toArray();
        this.overlay = new OverlayRows(size, Palette.of(colours), range);
        this.sums = new RegionSums(size, colours.length);
    }

    void begin(OutputStream map, OutputStream picture) throws IOException {
        mapFile = colours.length <= WriteFormat.PALETTE_LABELS
                ? PngWriter.indexed(size, colours, map)
                : PngWriter.of(size, Layout.GREY, SampleType.UINT16, map);
        overlayFile = PngWriter.of(size, Layout.RGB, SampleType.UINT8, picture);
    }

    @Override
    public void take(Image image, LabelMap labels) throws IOException {
        begun(mapFile).add(WriteFormat.grey(labels, colours.length));
        Optional<Image> ready = overlay.add(image, labels);
        if (ready.isPresent()) {
            begun(overlayFile).add(ready.get());
        }
        sums.add(image, labels);
    }

    void finish() throws IOException {
        begun(mapFile).finish();
        begun(overlayFile).finish();
    }

    List<RegionSummary> regions() {
        return sums.regions();
    }

    private static PngWriter begun(@Nullable PngWriter file) {
        return Objects.requireNonNull(file, "files must be begun first");
    }
}
