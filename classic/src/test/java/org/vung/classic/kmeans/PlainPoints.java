package org.vung.classic.kmeans;

import org.vung.feature.Space;
import org.vung.image.Image;
import org.vung.image.Lab;

/** Every pixel as a row of coordinates, the plain way, to check the method against. */
final class PlainPoints {

    private PlainPoints() {}

    static double[][] of(Image image, Space space, double position) {
        double[] lab = space == Space.LAB ? Lab.of(image) : new double[0];
        double[][] points = new double[image.size().pixels()][position > 0 ? 5 : 3];
        for (int pixel = 0; pixel < points.length; pixel++) {
            int row = pixel / image.width();
            int column = pixel % image.width();
            for (int channel = 0; channel < 3; channel++) {
                points[pixel][channel] =
                        space == Space.LAB ? lab[3 * pixel + channel] : image.sample(row, column, channel);
            }
            if (position > 0) {
                points[pixel][3] = position * row;
                points[pixel][4] = position * column;
            }
        }
        return points;
    }
}
