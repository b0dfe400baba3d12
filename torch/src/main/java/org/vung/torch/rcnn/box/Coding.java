package org.vung.torch.rcnn.box;

/**
 * Boxes as shifts of other boxes, which is what a network learns: how far the middle moves in widths and heights, and the logarithms of
 * how much wider and higher the box becomes (Girshick et al. 2014, appendix C), each times a weight.
 *
 * @param middle weight of the middle's two shifts
 * @param side weight of the two logarithms
 */
public record Coding(float middle, float side) {

    /** Of proposals from anchors. */
    public static final Coding PROPOSALS = new Coding(1, 1);

    /** Of objects from proposals. */
    public static final Coding OBJECTS = new Coding(10, 5);

    /** A box becomes at most 62.5 times as wide, so that no number overflows. */
    private static final float MOST = (float) Math.log(1000.0 / 16);

    /**
     * The shifts that lead from some boxes to others.
     *
     * @param to where to
     * @param from as many, with an area
     * @return across, down, wider, higher of one after the other [N, 4]
     */
    public float[] encode(Boxes to, Boxes from) {
        float[] shifts = new float[4 * from.count()];
        for (int box = 0; box < from.count(); box++) {
            float width = from.width(box);
            float height = from.height(box);
            float across = to.left(box) + 0.5f * to.width(box) - (from.left(box) + 0.5f * width);
            float down = to.top(box) + 0.5f * to.height(box) - (from.top(box) + 0.5f * height);
            shifts[4 * box] = middle * across / width;
            shifts[4 * box + 1] = middle * down / height;
            shifts[4 * box + 2] = side * (float) Math.log(to.width(box) / width);
            shifts[4 * box + 3] = side * (float) Math.log(to.height(box) / height);
        }
        return shifts;
    }

    /**
     * The boxes that shifts lead to.
     *
     * @param shifts across, down, wider, higher [N, 4]
     * @param from as many
     * @return where they lead
     */
    public Boxes decode(float[] shifts, Boxes from) {
        float[] edges = new float[4 * from.count()];
        for (int box = 0; box < from.count(); box++) {
            float width = from.width(box);
            float height = from.height(box);
            float across = shifts[4 * box] / middle * width + (from.left(box) + 0.5f * width);
            float down = shifts[4 * box + 1] / middle * height + (from.top(box) + 0.5f * height);
            float halfWidth = 0.5f * ((float) Math.exp(Math.min(MOST, shifts[4 * box + 2] / side)) * width);
            float halfHeight = 0.5f * ((float) Math.exp(Math.min(MOST, shifts[4 * box + 3] / side)) * height);
            edges[4 * box] = across - halfWidth;
            edges[4 * box + 1] = down - halfHeight;
            edges[4 * box + 2] = across + halfWidth;
            edges[4 * box + 3] = down + halfHeight;
        }
        return Boxes.wrap(edges);
    }
}
