package org.vung.checks.fuzz;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.file.WriteFormat;
import org.vung.label.LabelMap;
import org.vung.label.Palette;

/** TIFF files of many kinds: by the JDK with each of its compressions, in strips and tiles; by us with other samples. */
final class TiffSeeds {

    private static final List<String> FAX = List.of("CCITT RLE", "CCITT T.4", "CCITT T.6");
    private static final List<String> ANY = List.of("LZW", "JPEG", "ZLib", "PackBits", "Deflate");

    private TiffSeeds() {}

    static List<byte[]> all() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (String compression : FAX) {
            files.add(jdk(picture(BufferedImage.TYPE_BYTE_BINARY), compression, 0));
        }
        for (String compression : ANY) {
            files.add(jdk(picture(BufferedImage.TYPE_3BYTE_BGR), compression, 0));
            files.add(jdk(picture(BufferedImage.TYPE_BYTE_GRAY), compression, 32));
        }
        Size size = new Size(40, 50);
        files.add(ours(Image.wrap(size, Layout.BANDS, new short[7 * 2000])));
        files.add(ours(Image.wrap(size, Layout.RGB, new float[3 * 2000])));
        int[] labels = new int[2000];
        labels[7] = 70_000;
        files.add(ours(LabelMap.of(size, labels)));
        labels[7] = 3;
        files.add(ours(LabelMap.of(size, labels)));
        return files;
    }

    private static byte[] ours(Image image) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        WriteFormat.TIFF.write(image, file);
        return file.toByteArray();
    }

    private static byte[] ours(LabelMap labels) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        WriteFormat.TIFF.writeLabels(labels, Palette.voc(), file);
        return file.toByteArray();
    }

    private static BufferedImage picture(int type) {
        BufferedImage picture = new BufferedImage(83, 61, type);
        Random random = new Random(type);
        for (int i = 0; i < 83 * 61; i++) {
            picture.setRGB(i % 83, i / 83, i / 83 % 3 == 0 ? random.nextInt() : i % 83 * 0x030201);
        }
        return picture;
    }

    private static byte[] jdk(BufferedImage picture, String compression, int tile) throws IOException {
        ImageWriter writer = writer();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionType(compression);
        if (tile > 0) {
            how.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
            how.setTiling(tile, tile, 0, 0);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    private static ImageWriter writer() {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("tiff");
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.")) {
                return writer;
            }
        }
        throw new IllegalStateException("this Java has no TIFF writer");
    }
}
