package org.vung.image.codec.jpeg;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import org.vung.image.Size;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.MemoryStream;
import org.vung.image.codec.Source;

/** The JDK's own JPEG reader, used for samples only: no metadata, no profiles, whatever plug-ins are installed. */
final class NativeReader implements IIOReadWarningListener {

    private static final String JDK_READER = "com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi";

    private final Source source;
    private final Markers markers;
    private final Size size;
    private final int channels;
    private final byte[] samples;
    private boolean cutOff;

    private NativeReader(Source source, Markers markers, Size size) throws ImageException {
        this.source = source;
        this.markers = markers;
        this.size = size;
        this.channels = markers.frame().components().length;
        this.samples = new byte[size.pixels() * channels];
    }

    /** Interleaved components as stored, brought to the full size of the picture. */
    static byte[] stored(Source source, Markers markers, Size size) throws ImageException {
        return new NativeReader(source, markers, size).read(false);
    }

    /** Red, green, blue of three components that are YCbCr; libjpeg converts on the way. */
    static byte[] yccAsRgb(Source source, Markers markers, Size size) throws ImageException {
        return new NativeReader(source, markers, size).read(true);
    }

    private byte[] read(boolean converted) throws ImageException {
        ImageReader reader = open();
        try (MemoryStream stream = new MemoryStream(markers.stripped(converted))) {
            reader.addIIOReadWarningListener(this);
            reader.setInput(stream, true, true);
            if (converted) {
                ImageReadParam target = new ImageReadParam();
                target.setDestination(rgb());
                reader.read(0, target);
            } else {
                copy(reader.readRaster(0, null));
            }
        } catch (ImageException ours) {
            throw ours;
        } catch (IOException | RuntimeException damaged) {
            throw source.bad("JPEG cannot be decoded (" + damaged.getMessage() + "); the file is damaged", damaged);
        } finally {
            reader.dispose();
        }
        if (cutOff) {
            throw source.bad("JPEG's pixels end before the picture is full; the file is truncated");
        }
        return samples;
    }

    /** A picture over our array in our order of channels, so that nothing is copied afterwards. */
    private BufferedImage rgb() {
        int[] offsets = {0, 1, 2};
        DataBufferByte buffer = new DataBufferByte(samples, samples.length);
        WritableRaster raster =
                Raster.createInterleavedRaster(buffer, size.width(), size.height(), size.width() * 3, 3, offsets, null);
        ColorSpace space = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        ColorModel model = new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(model, raster, false, null);
    }

    private void copy(Raster raster) throws ImageException {
        byte[] stored = raster.getDataBuffer() instanceof DataBufferByte bytes ? bytes.getData() : new byte[0];
        if (raster.getNumBands() != channels || stored.length != samples.length) {
            throw source.bad("JPEG was decoded to " + raster.getNumBands() + " channels of " + raster.getHeight() + "x"
                    + raster.getWidth() + ", its header declares " + channels + " of " + size
                    + "; the file is damaged");
        }
        System.arraycopy(stored, 0, samples, 0, samples.length);
    }

    private ImageReader open() throws ImageException {
        try {
            return Provider.JDK.createReaderInstance();
        } catch (IOException broken) {
            throw source.bad("the JDK's JPEG reader does not start (" + broken.getMessage() + ")", broken);
        }
    }

    /** libjpeg only warns where the data runs out; without an end mark the file was cut off there. */
    @Override
    public void warningOccurred(ImageReader reader, String warning) {
        if (!markers.ended() && warning.contains("premature end")) {
            cutOff = true;
            reader.abort();
        }
    }

    /** Found on first use, which costs some ten milliseconds of start-up. */
    private static final class Provider {
        static final ImageReaderSpi JDK = find();

        private static ImageReaderSpi find() {
            Iterator<ImageReaderSpi> all =
                    IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
            while (all.hasNext()) {
                ImageReaderSpi provider = all.next();
                if (provider.getClass().getName().equals(JDK_READER)) {
                    return provider;
                }
            }
            throw new IllegalStateException("this Java runtime has no " + JDK_READER + "; use one with java.desktop");
        }
    }
}
