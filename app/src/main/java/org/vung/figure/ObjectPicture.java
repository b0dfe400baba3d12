package org.vung.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vung.Instance;
import org.vung.Instances;
import org.vung.image.Image;
import org.vung.image.Preview;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import org.vung.label.Overlay;
import org.vung.label.Palette;

/** Objects in their photo, for people: each in a colour of its own, or all of a class in that of the class. */
public final class ObjectPicture {

    private static final double LEAST_LETTER = 7;
    private static final double LETTERS_DOWN = 60;

    private ObjectPicture() {}

    /**
     * The photo tinted and outlined by object, with a box around each, and its class and score beside the box; without names where
     * all together would cover more than an eighth of the photo. Lines and letters grow with the photo.
     *
     * @param photo any image
     * @param found in it
     * @return 8-bit RGB of the photo's size
     */
    public static Image of(Image photo, Instances found) {
        Size size = photo.size();
        Canvas canvas = new Canvas(size);
        Palette palette = palette(found);
        canvas.paste(Overlay.objects(photo, found.labels(), palette), 0, 0);
        double letter = Math.max(LEAST_LETTER, Math.min(size.height(), size.width()) / LETTERS_DOWN);
        double weight = letter / LEAST_LETTER;
        List<Instance> objects = found.objects();
        for (int at = objects.size() - 1; at >= 0; at--) {
            canvas.stroke(List.of(frame(objects.get(at), size, weight / 2)), weight, palette.rgb(at + 1));
        }
        Plates plates = new Plates(canvas, size, letter);
        List<String> texts = objects.stream().map(object -> text(object, found)).toList();
        if (plates.leave(texts)) {
            for (int at = 0; at < objects.size(); at++) {
                plates.put(texts.get(at), objects.get(at), palette.rgb(at + 1));
            }
        }
        return canvas.image();
    }

    private static String text(Instance object, Instances found) {
        String name = found.classes().get(object.category()).name();
        return name + " " + String.format(Locale.ROOT, "%.2f", object.score());
    }

    /** The edges of a box, as far as they lie in the picture. */
    private static double[] frame(Instance object, Size size, double margin) {
        double top = inside(object.row(), size.height(), margin);
        double left = inside(object.column(), size.width(), margin);
        double bottom = inside(object.row() + object.height(), size.height(), margin);
        double right = inside(object.column() + object.width(), size.width(), margin);
        return new double[] {left, top, right, top, right, bottom, left, bottom, left, top};
    }

    private static double inside(double edge, int length, double margin) {
        return Math.max(margin, Math.min(length - margin, edge));
    }

    /**
     * The colours of objects by their labels.
     *
     * @param found objects
     * @return black for 0, then a colour for each, told apart from those that follow
     */
    public static Palette palette(Instances found) {
        return palette(found.objects().size());
    }

    /**
     * The colours of objects by their numbers.
     *
     * @param objects how many there are
     * @return black for 0, then a colour for each, told apart from those that follow
     */
    public static Palette palette(int objects) {
        Palette distinct = Palette.distinct();
        int[] colours = new int[objects + 1];
        for (int at = 1; at < colours.length; at++) {
            colours[at] = distinct.rgb(at - 1);
        }
        return Palette.of(colours);
    }

    /**
     * The same answer twice, side by side: as a class for every pixel, and one by one.
     *
     * @param photo any image
     * @param found in it
     * @return a figure, 8-bit RGB
     */
    public static Image sideBySide(Image photo, Instances found) {
        Image shown = Preview.rgb(photo);
        int[] colours = new int[found.classes().size() + 1];
        for (int of = 1; of < colours.length; of++) {
            colours[of] = found.classes().get(of - 1).rgb();
        }
        List<String> names = found.objects().stream()
                .map(object -> found.classes().get(object.category()).name())
                .distinct()
                .toList();
        int count = found.objects().size();
        List<Panel> panels = new ArrayList<>();
        panels.add(panel(
                "semantic: a class for every pixel",
                names.size() + (names.size() == 1 ? " class: " : " classes: ") + String.join(", ", names),
                shown,
                found.categories(),
                Palette.of(colours)));
        panels.add(panel(
                "instances: objects one by one",
                count + (count == 1 ? " object" : " objects"),
                shown,
                found.labels(),
                palette(found)));
        return Panels.draw(photo.size(), panels);
    }

    private static Panel panel(String title, String note, Image photo, LabelMap labels, Palette palette) {
        return new Panel(
                title, note, size -> Overlay.objects(Resize.picture(photo, size), labels.resized(size), palette));
    }
}
