package org.vung.data.file;

import java.nio.file.Path;
import org.vung.image.Image;
import org.vung.image.SampleType;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Limits;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelMap;

/** Reads the pixels of one mask. */
public final class MaskFile {

    private MaskFile() {}

    /**
     * Labels as stored: the indices of a palette, the values of a grey picture.
     *
     * @param file of the mask
     * @return a value per pixel
     * @throws ImageException if the file cannot be read or holds colours
     */
    public static LabelMap labels(Path file) throws ImageException {
        return ImageFiles.readLabels(file, Limits.standard());
    }

    /**
     * The grey values of a mask that somebody saved in colour.
     *
     * @param file of the mask, with red, green and blue alike in every pixel
     * @return a value per pixel, 0 … 255
     * @throws ImageException if the file cannot be read or a pixel has a colour
     */
    public static LabelMap greys(Path file) throws ImageException {
        Image image = ImageFiles.read(file);
        int[] colours = colours(image, file);
        for (int pixel = 0; pixel < colours.length; pixel++) {
            int blue = colours[pixel] & 0xFF;
            if (colours[pixel] != blue * 0x010101) {
                throw DataFiles.bad(
                        file,
                        String.format(
                                "mask must be grey, got colour #%06X; say what colours mean with"
                                        + " classes=name:rrggbb+name:rrggbb",
                                colours[pixel]));
            }
            colours[pixel] = blue;
        }
        return LabelMap.wrap(image.size(), colours);
    }

    /**
     * The colours of a mask.
     *
     * @param read the mask's pixels
     * @param file for messages
     * @return 0xRRGGBB per pixel, opacity dropped
     * @throws ImageException if it has neither one channel of 8 bits nor colours
     */
    public static int[] colours(Image read, Path file) throws ImageException {
        Image image = read.withoutAlpha();
        if (image.type() != SampleType.UINT8 || (image.channels() != 1 && image.channels() != 3)) {
            throw DataFiles.bad(file, "mask must be an 8-bit picture, got " + read);
        }
        byte[] samples = image.sharedBytes();
        int[] colours = new int[image.size().pixels()];
        for (int pixel = 0; pixel < colours.length; pixel++) {
            if (image.channels() == 1) {
                colours[pixel] = (samples[pixel] & 0xFF) * 0x010101;
            } else {
                colours[pixel] = (samples[3 * pixel] & 0xFF) << 16
                        | (samples[3 * pixel + 1] & 0xFF) << 8
                        | (samples[3 * pixel + 2] & 0xFF);
            }
        }
        return colours;
    }
}
