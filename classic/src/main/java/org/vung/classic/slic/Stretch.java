package org.vung.classic.slic;

import java.util.function.DoubleUnaryOperator;
import org.vung.image.Image;
import org.vung.image.Lab;
import org.vung.image.SampleType;

/** Stretches samples to 0 … 1 between the image's least and largest, and takes the sRGB curve out where colour follows. */
final class Stretch {

    private final double[] table;
    private final DoubleUnaryOperator curve;

    private Stretch(double[] table, DoubleUnaryOperator curve) {
        this.table = table;
        this.curve = curve;
    }

    static Stretch of(Image image, boolean linear) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < image.height(); row++) {
            for (int column = 0; column < image.width(); column++) {
                for (int channel = 0; channel < image.colourChannels(); channel++) {
                    double sample = image.sample(row, column, channel);
                    if (Double.isFinite(sample)) {
                        least = Math.min(least, sample);
                        most = Math.max(most, sample);
                    }
                }
            }
        }
        DoubleUnaryOperator stretch = between(least, most, 1.0 / image.type().white());
        DoubleUnaryOperator curve = linear ? stretch.andThen(Lab::linear) : stretch;
        return new Stretch(image.type() == SampleType.FLOAT32 ? new double[0] : table(image.type(), curve), curve);
    }

    private static DoubleUnaryOperator between(double least, double most, double scale) {
        double bottom = least * scale;
        double range = most * scale - bottom;
        return sample -> {
            double above = Double.isFinite(sample) ? sample * scale - bottom : 0;
            return range > 0 ? above / range : above;
        };
    }

    private static double[] table(SampleType type, DoubleUnaryOperator curve) {
        double[] table = new double[(int) type.white() + 1];
        for (int sample = 0; sample < table.length; sample++) {
            table[sample] = curve.applyAsDouble(sample);
        }
        return table;
    }

    /** The stretched sample, 0 … 1; missing samples are 0. */
    double at(float sample) {
        return table.length > 0 ? table[(int) sample] : curve.applyAsDouble(sample);
    }
}
