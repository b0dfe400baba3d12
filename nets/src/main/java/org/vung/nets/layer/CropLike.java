package org.vung.nets.layer;

import java.util.List;

/**
 * Cuts the first input to the height and width of a second one, of which only the size is used.
 *
 * @param offset rows above and columns before that are cut off; −1 to cut as much on both sides (⌊difference ÷ 2⌋ before)
 */
public record CropLike(int offset) implements Layer {

    /** As much on both sides. */
    public static final CropLike CENTRE = new CropLike(-1);

    /** Checks the offset. */
    public CropLike {
        if (offset < -1) {
            throw new IllegalArgumentException("offset must be at least 0, or −1 for the centre, got " + offset);
        }
    }

    /**
     * What is cut off before.
     *
     * @param axis rows or columns
     * @param whole shape of the first input
     * @param model shape of the second
     * @return rows above or columns before
     */
    public int before(Axis axis, Shape whole, Shape model) {
        return offset >= 0 ? offset : (whole.along(axis) - model.along(axis)) / 2;
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape whole = Inputs.exactly(2, inputs).get(0);
        Shape model = inputs.get(1);
        for (Axis axis : Axis.values()) {
            long before = Math.max(0, before(axis, whole, model));
            if (before + model.along(axis) > whole.along(axis)) {
                throw new IllegalArgumentException("its first input must cover the second at offset " + before
                        + ", got " + whole + " and " + model + "; crop the larger one, or pad the image more");
            }
        }
        return whole.sized(model.height(), model.width());
    }

    @Override
    public Span reach(int input, Span wanted, Axis axis, Shapes shapes) {
        if (input == 1) {
            return Span.NONE;
        }
        int before = before(axis, shapes.inputs().get(0), shapes.inputs().get(1));
        return wanted.isEmpty() || wanted.isAll() ? wanted : new Span(wanted.first() + before, wanted.last() + before);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.cropLike(this);
    }
}
