package org.vung.classic.threshold;

import org.vung.grid.RowBands;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.SampleType;

/** The five types on 16-bit and float samples. NaN is never above and never painted: it becomes 0, or stays in TRUNC. */
final class DeepCut {

    private final Threshold.Options options;

    DeepCut(Threshold.Options options) {
        this.options = options;
    }

    Image of(Image grey) {
        return grey.type() == SampleType.UINT16 ? shorts(grey) : floats(grey);
    }

    private Image shorts(Image grey) {
        short[] samples = grey.sharedShorts();
        short[] picture = new short[samples.length];
        float limit = (float) Math.max(-1, Math.min(65535, Math.floor(options.value())));
        float max = (float) Math.max(0, Math.min(65535, Math.rint(options.max())));
        RowBands.forEach(grey.height(), (from, to) -> {
            for (int at = from * grey.width(); at < to * grey.width(); at++) {
                picture[at] = (short) Math.max(0, (int) paint(samples[at] & 0xFFFF, limit, max));
            }
        });
        return Image.wrap(grey.size(), Layout.GREY, picture);
    }

    private Image floats(Image grey) {
        float[] samples = grey.sharedFloats();
        float[] picture = new float[samples.length];
        float limit = (float) options.value();
        float max = (float) options.max();
        RowBands.forEach(grey.height(), (from, to) -> {
            for (int at = from * grey.width(); at < to * grey.width(); at++) {
                picture[at] = paint(samples[at], limit, max);
            }
        });
        return Image.wrap(grey.size(), Layout.GREY, picture);
    }

    private float paint(float sample, float limit, float max) {
        return switch (options.type()) {
            case BINARY -> sample > limit ? max : 0;
            case BINARY_INV -> sample <= limit ? max : 0;
            case TRUNC -> sample > limit ? limit : sample;
            case TOZERO -> sample > limit ? sample : 0;
            case TOZERO_INV -> sample <= limit ? sample : 0;
        };
    }
}
