package org.vung.image.encode;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.SampleType;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.ImageException.Kind;

/** Baseline JPEG of grey or RGB pictures, by the encoder of the JDK; colour is stored at half resolution. */
public final class JpegEncoder {

    /** Good enough that the eye sees no difference, at about a tenth of the raw size. */
    public static final double USUAL_QUALITY = 0.9;

    private static final int LONGEST_SIDE = 65535;

    private JpegEncoder() {}

    /**
     * Writes a picture.
     *
     * @param image 8-bit {@link Layout#GREY} or {@link Layout#RGB}, at most 65535 pixels a side
     * @param quality above 0, at most 1
     * @param out stays open
     * @throws ImageException of {@link Kind#BAD_INPUT} if JPEG has no such samples
     * @throws IOException if the stream fails
     */
    public static void write(Image image, double quality, OutputStream out) throws IOException {
        if (!(quality > 0 && quality <= 1)) {
            throw new IllegalArgumentException("quality must be above 0 and at most 1, got " + quality);
        }
        boolean grey = image.layout() == Layout.GREY;
        if (image.type() != SampleType.UINT8 || !(grey || image.layout() == Layout.RGB)) {
            throw new ImageException(
                    Kind.BAD_INPUT,
                    "JPEG holds 8 bits of grey or RGB without opacity, got " + image
                            + "; write a .png or .tif, or convert it first");
        }
        if (Math.max(image.height(), image.width()) > LONGEST_SIDE) {
            throw new ImageException(
                    Kind.BAD_INPUT,
                    "JPEG sides must be at most 65535 pixels, got " + image.size() + "; write a .png or .tif");
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam options = writer.getDefaultWriteParam();
            options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            options.setCompressionQuality((float) quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(buffered(image), null, null), options);
        } finally {
            writer.dispose();
        }
    }

    /** The same samples as the JDK wants to see them; nothing is copied. */
    private static BufferedImage buffered(Image image) {
        int channels = image.channels();
        int[] offsets = channels == 1 ? new int[] {0} : new int[] {0, 1, 2};
        byte[] samples = image.sharedBytes();
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(samples, samples.length),
                image.width(),
                image.height(),
                image.width() * channels,
                channels,
                offsets,
                null);
        ColorSpace space = ColorSpace.getInstance(channels == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        ComponentColorModel model =
                new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(model, raster, false, null);
    }
}
