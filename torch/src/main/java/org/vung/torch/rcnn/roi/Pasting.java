package org.vung.torch.rcnn.roi;

import org.vung.image.Size;
import org.vung.mask.RunLengths;
import org.vung.name.Phrase;
import org.vung.torch.rcnn.box.Boxes;

/**
 * Lays the small masks of the mask head back into the image: bilinear, cut at a probability.
 *
 * @param threshold probability from which on a pixel is of the object, 0 … 1
 * @param centred whether pixels are looked up at their middles in the very box, as detectron2 does; torchvision, and the Mask R-CNN code
 *     it follows, takes the whole pixels that the box reaches and resizes the mask to them
 */
public record Pasting(double threshold, boolean centred) {

    /** At even chances, as torchvision. */
    public static final Pasting USUAL = new Pasting(0.5, false);

    /** Checks the number. */
    public Pasting {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold must be 0 … 1, got " + threshold);
        }
    }

    /**
     * Reads a text.
     *
     * @param text {@code masks:threshold=0.5,centred=false}
     * @return the pasting, torchvision's where something is not given
     * @throws IllegalArgumentException if it says something else
     */
    public static Pasting parse(String text) {
        Phrase phrase = Phrase.parse(text).named("masks").allow("threshold", "centred");
        return new Pasting(phrase.number("threshold", USUAL.threshold), phrase.flag("centred", USUAL.centred));
    }

    /**
     * The text that {@link #parse} reads.
     *
     * @return with all options
     */
    public String text() {
        return Phrase.of("masks")
                .with("threshold", threshold)
                .with("centred", centred)
                .text();
    }

    /**
     * Pastes one mask.
     *
     * @param mask probabilities, row by row [side, side]
     * @param side numbers along each axis
     * @param boxes in pixels of the image
     * @param box which of them
     * @param image height and width
     * @return the object's pixels
     */
    public RunLengths of(float[] mask, int side, Boxes boxes, int box, Size image) {
        Axis rows = axis(boxes.top(box), boxes.bottom(box), side, image.height());
        Axis columns = axis(boxes.left(box), boxes.right(box), side, image.width());
        boolean[] pixels = new boolean[image.pixels()];
        for (int row = rows.from; row < rows.to; row++) {
            for (int column = columns.from; column < columns.to; column++) {
                pixels[image.index(row, column)] = value(mask, side, rows.at(row), columns.at(column)) >= threshold;
            }
        }
        return RunLengths.of(image, pixels);
    }

    private Axis axis(float start, float end, int side, int length) {
        return centred ? Axis.centred(start, end, side, length) : Axis.whole(start, end, side, length);
    }

    /** Between four numbers; 0 outside. */
    private static float value(float[] mask, int side, float row, float column) {
        int top = (int) Math.floor(row);
        int left = (int) Math.floor(column);
        float down = row - top;
        float across = column - left;
        return (1 - down) * ((1 - across) * number(mask, side, top, left) + across * number(mask, side, top, left + 1))
                + down
                        * ((1 - across) * number(mask, side, top + 1, left)
                                + across * number(mask, side, top + 1, left + 1));
    }

    private static float number(float[] mask, int side, int row, int column) {
        return row < 0 || row >= side || column < 0 || column >= side ? 0 : mask[row * side + column];
    }

    /**
     * Where the pixels of one axis lie in the mask.
     *
     * @param from first pixel
     * @param to pixel after the last
     * @param first place in the mask of pixel 0
     * @param step places a pixel
     * @param least place that is looked up
     * @param most place that is looked up
     */
    private record Axis(int from, int to, float first, float step, float least, float most) {

        /** A frame of zeros around the mask, the box as much larger, its edges without fractions, the last pixel taken in. */
        static Axis whole(float start, float end, int side, int length) {
            float middle = (end + start) * 0.5f;
            float half = (end - start) * 0.5f * ((side + 2f) / side);
            int from = (int) (middle - half);
            int to = Math.max(from, (int) (middle + half)) + 1;
            float step = (side + 2f) / (to - from);
            // one back for the frame; resizing looks half a pixel in, never before the frame's middle nor after it
            return new Axis(Math.max(0, from), Math.min(length, to), (0.5f - from) * step - 1.5f, step, -1, side);
        }

        static Axis centred(float start, float end, int side, int length) {
            float step = side / (end - start);
            return new Axis(
                    Math.max(0, (int) Math.floor(start) - 1),
                    Math.min(length, (int) Math.ceil(end) + 1),
                    (0.5f - start) * step - 0.5f,
                    step,
                    -1,
                    side);
        }

        float at(int pixel) {
            return Math.max(least, Math.min(most, first + pixel * step));
        }
    }
}
