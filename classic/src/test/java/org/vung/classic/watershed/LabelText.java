package org.vung.classic.watershed;

/** Labels as a test writes them: a digit a pixel, a dot for 0, a stroke between rows. */
final class LabelText {

    private LabelText() {}

    static String of(int[] labels, int width) {
        StringBuilder text = new StringBuilder();
        for (int pixel = 0; pixel < labels.length; pixel++) {
            text.append(pixel > 0 && pixel % width == 0 ? "/" : "");
            text.append(labels[pixel] == 0 ? "." : String.valueOf(labels[pixel]));
        }
        return text.toString();
    }
}
