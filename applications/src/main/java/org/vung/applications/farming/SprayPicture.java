package org.vung.applications.farming;

import java.util.List;
import java.util.Locale;
import org.vung.applications.sheet.Key;
import org.vung.applications.sheet.Pictures;
import org.vung.figure.Canvas;
import org.vung.figure.Pen;
import org.vung.image.Image;
import org.vung.image.Preview;
import org.vung.image.Size;
import org.vung.label.Box;
import org.vung.label.LabelMap;
import org.vung.measure.scene.Coverage;

/** The spray map: plants outlined by class, cells to be sprayed framed, with their weed and crop in hundredths of the cell. */
final class SprayPicture {

    private static final int SPRAY = 0xFF5A36;
    private static final int CROP = 0x3FE07A;
    private static final int WEED = 0xFF3FB4;
    private static final int LINES = 0xBFBFBF;

    static final List<Key> KEYS = List.of(
            new Key("crop", CROP), new Key("weed", WEED), new Key("cell to be sprayed: weed % / crop %", SPRAY));

    private SprayPicture() {}

    static Image of(Image photo, LabelMap labels, Plot plot) {
        int[] names = labels.sharedLabels();
        boolean[] crop = new boolean[names.length];
        boolean[] weed = new boolean[names.length];
        for (int pixel = 0; pixel < names.length; pixel++) {
            crop[pixel] = names[pixel] == Plot.CROP;
            weed[pixel] = names[pixel] == Plot.WEED;
        }
        Image plants = Pictures.tinted(Pictures.tinted(Preview.rgb(photo), crop, CROP, 0.25), weed, WEED, 0.35);
        Canvas canvas = Canvas.over(plants);
        plot.cells().forEach(cell -> frame(canvas, cell.place().box(), LINES, 0.6));
        for (Coverage cell : plot.cells()) {
            if (plot.sprays(cell.place())) {
                spray(canvas, cell);
            }
        }
        return canvas.image();
    }

    private static void spray(Canvas canvas, Coverage cell) {
        Box box = cell.place().box();
        canvas.tint(box.row(), box.column(), new Size(box.height(), box.width()), SPRAY, 0.22f);
        frame(canvas, box, SPRAY, 3);
        double letter = Math.max(6, box.width() / 9.0);
        String text =
                String.format(Locale.ROOT, "%.0f / %.0f", 100 * cell.share(Plot.WEED), 100 * cell.share(Plot.CROP));
        if (new Pen(letter, 0).width(text) < box.width() - 6) {
            Pictures.plate(canvas, text, box.row() + 4, box.column() + 4, letter, 0xFFFFFF);
        }
    }

    private static void frame(Canvas canvas, Box box, int rgb, double weight) {
        double inset = weight / 2;
        double top = box.row() + inset;
        double left = box.column() + inset;
        double bottom = box.bottom() - inset;
        double right = box.right() - inset;
        canvas.stroke(
                List.of(new double[] {left, top, right, top, right, bottom, left, bottom, left, top}), weight, rgb);
    }
}
