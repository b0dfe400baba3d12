package org.vung.classic.slic;

import org.vung.grid.RowBands;
import org.vung.image.Gaussian;
import org.vung.image.Image;
import org.vung.image.Lab;
import org.vung.image.Layout;
import org.vung.image.Size;

/** The colours that are clustered, divided by the compactness, a plane a channel. */
final class Features {

    private final Size size;
    private final double[][] planes;

    private Features(Size size, double[][] planes) {
        this.size = size;
        this.planes = planes;
    }

    static Features of(Image image, Slic.Options options) {
        boolean lab =
                options.space() == Slic.Space.LAB && (image.layout() == Layout.RGB || image.layout() == Layout.RGBA);
        double[][] planes = new double[image.colourChannels()][image.size().pixels()];
        Stretch stretch = Stretch.of(image, lab);
        RowBands.forEach(image.height(), (from, to) -> {
            double[] colour = new double[planes.length];
            for (int row = from; row < to; row++) {
                for (int column = 0; column < image.width(); column++) {
                    for (int channel = 0; channel < colour.length; channel++) {
                        colour[channel] = stretch.at(image.sample(row, column, channel));
                    }
                    if (lab) {
                        Lab.put(colour[0], colour[1], colour[2], colour, 0);
                    }
                    for (int channel = 0; channel < colour.length; channel++) {
                        planes[channel][image.size().index(row, column)] = colour[channel];
                    }
                }
            }
        });
        Features features = new Features(image.size(), planes);
        if (options.sigma() > 0) {
            features.smooth(new Gaussian(options.sigma()));
        }
        features.scale(1 / options.compactness());
        return features;
    }

    private void smooth(Gaussian gaussian) {
        for (int channel = 0; channel < planes.length; channel++) {
            planes[channel] = gaussian.smooth(planes[channel], size, 1);
        }
    }

    private void scale(double factor) {
        RowBands.forEach(size.height(), (from, to) -> {
            for (double[] plane : planes) {
                for (int pixel = from * size.width(); pixel < to * size.width(); pixel++) {
                    plane[pixel] *= factor;
                }
            }
        });
    }

    Size size() {
        return size;
    }

    /** Channels, each row by row [height · width]. */
    double[][] planes() {
        return planes;
    }
}
