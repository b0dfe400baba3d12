package org.vung.applications.driving;

import java.util.List;
import java.util.Locale;
import org.vung.applications.sheet.Key;
import org.vung.applications.sheet.Pictures;
import org.vung.figure.Canvas;
import org.vung.image.Image;
import org.vung.image.Preview;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import org.vung.measure.rule.Verdict;

/** A frame with its corridor: what may be driven on in green, what is in the way in orange and red, the warnings on it. */
final class FramePicture {

    private static final int FREE = 0x2ECC71;
    private static final int CAR = 0xFFB300;
    private static final int PERSON = 0xFF2D55;
    private static final int CALM = 0xFFFFFF;

    static final List<Key> KEYS =
            List.of(new Key("road", FREE), new Key("car", CAR), new Key("person or cyclist", PERSON));

    private FramePicture() {}

    static Image of(Image frame, LabelMap labels, Outlook outlook, Outlook.View view, String name) {
        Size size = frame.size();
        Image tinted = Preview.rgb(frame);
        tinted = Pictures.tinted(tinted, of(labels, view, "road"), FREE, 0.28);
        tinted = Pictures.tinted(tinted, of(labels, view, "car"), CAR, 0.45);
        tinted = Pictures.tinted(tinted, of(labels, view, "pedestrian", "bicyclist"), PERSON, 0.45);
        Canvas canvas = Canvas.over(tinted);
        boolean warned = !outlook.warnings().isEmpty();
        canvas.stroke(view.corridor().lines(size), 2, warned ? PERSON : CALM);
        double letter = Math.max(7, size.height() / 42.0);
        int line = (int) Math.ceil(letter * 1.9);
        String state = String.format(Locale.ROOT, "%s  road %.0f %%", name, 100 * outlook.share(view.legend(), "road"))
                + (Double.isInfinite(outlook.nearest())
                        ? ""
                        : String.format(Locale.ROOT, "  nearest at %.1f", outlook.nearest()));
        Pictures.plate(canvas, state, 4, 4, letter, 0xFFFFFF);
        for (int at = 0; at < outlook.warnings().size(); at++) {
            Verdict warning = outlook.warnings().get(at);
            String place = warning.place().name().isEmpty()
                    ? ""
                    : " (" + warning.place().name() + ")";
            Pictures.plate(canvas, warning.rule().name() + place, 4 + (at + 1) * line, 4, letter, 0xFFC04D);
        }
        return canvas.image();
    }

    private static boolean[] of(LabelMap labels, Outlook.View view, String... classes) {
        int[] names = labels.sharedLabels();
        boolean[] mask = new boolean[names.length];
        for (String name : classes) {
            int wanted = view.legend().indexOf(name);
            for (int pixel = 0; pixel < names.length; pixel++) {
                mask[pixel] |= names[pixel] == wanted;
            }
        }
        return mask;
    }
}
