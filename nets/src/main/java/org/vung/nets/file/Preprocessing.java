package org.vung.nets.file;

import java.util.Collections;
import java.util.List;
import org.vung.image.Image;
import org.vung.image.contrast.Contrast;

/**
 * How an image becomes a network's input: first, for the whole image at once, its contrast; then, for the whole or a tile of it,
 * its samples in 0 … 1, times a scale, minus a mean per channel, over a deviation per channel.
 *
 * @param colours which channels, in which order
 * @param contrast what is done to the grey values of the whole image, in this order; nothing for networks of colour
 * @param scale 1 for networks that take 0 … 1, 255 for those that take 0 … 255
 * @param means subtracted after scaling, one a channel
 * @param deviations divided by after that, one a channel, above 0
 */
public record Preprocessing(
        Colours colours, List<Contrast> contrast, float scale, List<Float> means, List<Float> deviations) {

    /** The channels a network takes. */
    public enum Colours {
        /** Red, green, blue; a grey image gives its grey three times. */
        RGB(3),
        /** Blue, green, red, as networks from Caffe and OpenCV take them. */
        BGR(3),
        /** One channel, .299 R + .587 G + .114 B. */
        GREY(1);

        private final int channels;

        Colours(int channels) {
            this.channels = channels;
        }

        /**
         * How many.
         *
         * @return 1 or 3
         */
        public int channels() {
            return channels;
        }
    }

    /** Checks the numbers. */
    public Preprocessing {
        contrast = List.copyOf(contrast);
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
        if (means.size() != colours.channels() || deviations.size() != colours.channels()) {
            throw new IllegalArgumentException("means and deviations must be " + colours.channels() + " each for "
                    + colours + ", got " + means + " and " + deviations);
        }
        if (!(scale > 0) || deviations.stream().anyMatch(deviation -> !(deviation > 0))) {
            throw new IllegalArgumentException(
                    "scale and deviations must be above 0, got " + scale + " and " + deviations);
        }
        if (!contrast.isEmpty() && colours != Colours.GREY) {
            throw new IllegalArgumentException("contrast must be empty for " + colours
                    + ", since it is changed for grey images alone, got " + texts(contrast));
        }
    }

    /**
     * Samples in 0 … 1 and nothing else.
     *
     * @param colours which channels
     * @return the preprocessing
     */
    public static Preprocessing unit(Colours colours) {
        List<Float> zeros = Collections.nCopies(colours.channels(), 0f);
        List<Float> ones = Collections.nCopies(colours.channels(), 1f);
        return new Preprocessing(colours, List.of(), 1, zeros, ones);
    }

    /**
     * Samples of −1 … 1, as pix2pix takes them.
     *
     * @param colours the channels taken
     * @return mean and deviation of a half
     */
    public static Preprocessing centred(Colours colours) {
        List<Float> halves = Collections.nCopies(colours.channels(), 0.5f);
        return new Preprocessing(colours, List.of(), 1, halves, halves);
    }

    /**
     * ImageNet's means and deviations, as torchvision's weights take them.
     *
     * @return RGB, minus (.485, .456, .406), over (.229, .224, .225)
     */
    public static Preprocessing imageNet() {
        return new Preprocessing(
                Colours.RGB, List.of(), 1, List.of(0.485f, 0.456f, 0.406f), List.of(0.229f, 0.224f, 0.225f));
    }

    /**
     * Caffe's, as the FCN paper's and Keras's VGG weights take it.
     *
     * @return BGR in 0 … 255, minus (104.00699, 116.66877, 122.67892)
     */
    public static Preprocessing caffe() {
        return new Preprocessing(
                Colours.BGR, List.of(), 255, List.of(104.00699f, 116.66877f, 122.67892f), List.of(1f, 1f, 1f));
    }

    /**
     * The same with a change of contrast before everything else.
     *
     * @param steps in the order they are done
     * @return a copy
     */
    public Preprocessing withContrast(List<Contrast> steps) {
        return new Preprocessing(colours, steps, scale, means, deviations);
    }

    /**
     * The change of contrast in words.
     *
     * @return what {@link Contrast#parse} reads, a text a step
     */
    public List<String> contrastTexts() {
        return texts(contrast);
    }

    private static List<String> texts(List<Contrast> steps) {
        return steps.stream().map(Contrast::text).toList();
    }

    /**
     * Does what needs the whole image: to be called once for each, before it is cut into tiles.
     *
     * @param image grey or RGB with or without opacity, any sample type
     * @return an image of the same size for {@link #of}; the image itself where the contrast stays as it is
     * @throws IllegalArgumentException if the image has other channels and its contrast is to be changed
     */
    public Image contrasted(Image image) {
        Image changed = image;
        for (Contrast step : contrast) {
            changed = step.of(changed);
        }
        return changed;
    }

    /**
     * Makes the input.
     *
     * @param image what {@link #contrasted} gave, or a tile of it: grey or RGB with or without opacity, any sample type
     * @return [height, width, channels], the channels of a pixel side by side
     * @throws IllegalArgumentException if the image has other channels
     */
    public float[] of(Image image) {
        int given = image.colourChannels();
        if (given != 1 && given != 3) {
            throw new IllegalArgumentException(
                    "image must have 1 or 3 colour channels, got " + image + "; choose them with --bands");
        }
        float[] unit = image.unitFloats();
        int pixels = image.size().pixels();
        int channels = colours.channels();
        float[] input = new float[Math.multiplyExact(pixels, channels)];
        for (int c = 0; c < channels; c++) {
            float factor = scale / deviations.get(c);
            float summand = -means.get(c) / deviations.get(c);
            fill(input, unit, c, given, new Line(factor, summand));
        }
        return input;
    }

    private record Line(float factor, float summand) {}

    private void fill(float[] input, float[] unit, int c, int given, Line line) {
        int channels = colours.channels();
        int from = given == 1 ? 0 : colours == Colours.BGR ? 2 - c : c;
        for (int pixel = 0; pixel < input.length / channels; pixel++) {
            float sample = colours == Colours.GREY && given == 3
                    ? 0.299f * unit[3 * pixel] + 0.587f * unit[3 * pixel + 1] + 0.114f * unit[3 * pixel + 2]
                    : unit[given * pixel + from];
            input[pixel * channels + c] = sample * line.factor + line.summand;
        }
    }
}
