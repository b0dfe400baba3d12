package org.vung.onnx;

import org.vung.nets.layer.Shape;

/** One image's maps in double precision, to reckon with slowly. */
final class Plane {

    final Shape shape;
    final double[] numbers;

    Plane(Shape shape) {
        this.shape = shape;
        numbers = new double[(int) shape.numbers()];
    }

    /** What stands at a place of an output. */
    interface Formula {
        double at(int channel, int row, int column);
    }

    static Plane of(Shape shape, Formula formula) {
        Plane plane = new Plane(shape);
        int at = 0;
        for (int c = 0; c < shape.channels(); c++) {
            for (int row = 0; row < shape.height(); row++) {
                for (int column = 0; column < shape.width(); column++) {
                    plane.numbers[at++] = formula.at(c, row, column);
                }
            }
        }
        return plane;
    }

    boolean holds(int row, int column) {
        return row >= 0 && row < shape.height() && column >= 0 && column < shape.width();
    }

    int index(int channel, int row, int column) {
        return (channel * shape.height() + row) * shape.width() + column;
    }

    double at(int channel, int row, int column) {
        return numbers[index(channel, row, column)];
    }

    /** 0 beyond the border. */
    double orZero(int channel, int row, int column) {
        return holds(row, column) ? at(channel, row, column) : 0;
    }
}
