package org.vung.data.augment.level;

import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import org.vung.image.Image;
import org.vung.image.SampleType;
import org.vung.image.UnitSamples;

/**
 * The range of an image's samples: 0 … white for whole numbers; from the least to the largest finite sample for floats, which may
 * measure anything. Shares of this range are what brightness and noise are told in. Opacity is never looked at or changed.
 */
public final class Levels {

    private final Image image;
    private final double least;
    private final double most;

    private Levels(Image image, double least, double most) {
        this.image = image;
        this.least = least;
        this.most = most;
    }

    /**
     * Finds the range.
     *
     * @param image any
     * @return its levels
     */
    public static Levels of(Image image) {
        if (image.type() != SampleType.FLOAT32) {
            return new Levels(image, 0, image.type().white());
        }
        float[] samples = image.sharedFloats();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int at = 0; at < samples.length; at++) {
            if (at % image.channels() < image.colourChannels() && Float.isFinite(samples[at])) {
                least = Math.min(least, samples[at]);
                most = Math.max(most, samples[at]);
            }
        }
        return least <= most ? new Levels(image, least, most) : new Levels(image, 0, 0);
    }

    /**
     * The lower end of the range.
     *
     * @return 0, or the least finite sample
     */
    public double least() {
        return least;
    }

    /**
     * How far the range reaches.
     *
     * @return 255, 65535, or what lies between the least and the largest finite sample
     */
    public double range() {
        return most - least;
    }

    /**
     * The mean of a channel.
     *
     * @param channel 0 … colourChannels − 1
     * @return of its finite samples; 0 if there are none
     */
    public double mean(int channel) {
        double sum = 0;
        long count = 0;
        for (int at = channel; at < samples(); at += image.channels()) {
            double sample = sample(at);
            if (Double.isFinite(sample)) {
                sum += sample;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /**
     * Sends every sample through the curve of its channel.
     *
     * @param curves the curve of a channel, from stored sample to stored sample; of whole numbers its answers are rounded and cut
     *     off at 0 and white. Channels that share a curve share its table
     * @return an image of this sample type; missing samples (NaN, infinite) stay as they are
     */
    public Image through(IntFunction<DoubleUnaryOperator> curves) {
        Image changed = copy();
        Curve curve = new Curve(curves.apply(0), image.type());
        for (int channel = 0; channel < image.colourChannels(); channel++) {
            DoubleUnaryOperator next = curves.apply(channel);
            curve = next == curve.exact() ? curve : new Curve(next, image.type());
            switch (image.type()) {
                case UINT8 -> curve.through(changed.sharedBytes(), channel, image.channels());
                case UINT16 -> curve.through(changed.sharedShorts(), channel, image.channels());
                case FLOAT32 -> curve.through(changed.sharedFloats(), channel, image.channels());
            }
        }
        return changed;
    }

    private Image copy() {
        Image copy = image.blank(image.size());
        System.arraycopy(image.sharedSamples(), 0, copy.sharedSamples(), 0, samples());
        return copy;
    }

    /** What makes a new sample of an old one and its place among the colour samples. */
    @FunctionalInterface
    public interface Change {
        /**
         * One sample.
         *
         * @param at its place [height · width · colourChannels]
         * @param sample as stored
         * @return as it is to be stored
         */
        double of(int at, double sample);
    }

    /**
     * Changes samples one by one, in their order.
     *
     * @param change of whole numbers its answers are rounded and cut off at 0 and white
     * @return an image of this sample type; missing samples (NaN, infinite) stay as they are and are not asked for
     */
    public Image each(Change change) {
        Image changed = copy();
        int colours = image.colourChannels();
        for (int pixel = 0, at = 0; pixel < image.size().pixels(); pixel++) {
            for (int channel = 0; channel < colours; channel++, at++) {
                int place = pixel * image.channels() + channel;
                double sample = sample(place);
                if (Double.isFinite(sample)) {
                    store(changed, place, change.of(at, sample));
                }
            }
        }
        return changed;
    }

    /**
     * The colour samples as shares of white, for smoothing.
     *
     * @return [height · width · colourChannels]; missing samples take the least finite one
     */
    public double[] units() {
        return UnitSamples.of(image);
    }

    private int samples() {
        return image.size().pixels() * image.channels();
    }

    private double sample(int at) {
        return switch (image.type()) {
            case UINT8 -> image.sharedBytes()[at] & 0xFF;
            case UINT16 -> image.sharedShorts()[at] & 0xFFFF;
            case FLOAT32 -> image.sharedFloats()[at];
        };
    }

    private void store(Image changed, int at, double sample) {
        switch (image.type()) {
            case UINT8 -> changed.sharedBytes()[at] = (byte) Curve.whole(sample, image.type());
            case UINT16 -> changed.sharedShorts()[at] = (short) Curve.whole(sample, image.type());
            case FLOAT32 -> changed.sharedFloats()[at] = (float) sample;
        }
    }
}
