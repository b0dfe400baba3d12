package org.vung.torch.record.report;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.vung.data.ClassMap;
import org.vung.data.html.Html;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Preview;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.label.Overlay;
import org.vung.label.Palette;

/** Images beside their truth, their prediction and the pixels where these differ. */
final class ExamplePictures {

    private static final int WRONG = 0xD5312B;
    private static final int UNKNOWN = 0x8FA3B8;

    /** Shorter pictures are enlarged with their pixels to be seen. */
    private static final int SMALL = 100;

    /** So much of the colour shows that a single wrong pixel under a small one has. */
    private static final float LEAST = 0.3f;

    private final List<LabelClass> classes;
    private final Html html;

    private ExamplePictures(List<LabelClass> classes, Html html) {
        this.classes = classes;
        this.html = html;
    }

    static void write(Report.Examples examples, Html html) throws IOException {
        ExamplePictures pictures = new ExamplePictures(examples.classes(), html);
        if (examples.best().isEmpty() && examples.worst().isEmpty()) {
            return;
        }
        html.open("section").words("h2", "Predictions");
        if (!examples.classes().isEmpty()) {
            pictures.legend();
        }
        pictures.group("Worst", examples.worst());
        pictures.group("Best", examples.best());
        html.close("section");
    }

    private void legend() {
        html.open("ul", "class", "legend swatches");
        classes.forEach(named -> swatch(named.rgb(), named.name()));
        html.close("ul").open("ul", "class", "legend swatches");
        swatch(WRONG, "wrong");
        swatch(UNKNOWN, "not judged");
        html.close("ul");
    }

    private void swatch(int rgb, String name) {
        String colour = String.format("background:#%06x", rgb);
        html.open("li").words("i", "", "style", colour).words("span", name).close("li");
    }

    private void group(String title, List<Report.Example> examples) throws IOException {
        if (examples.isEmpty()) {
            return;
        }
        html.words("h3", title);
        for (Report.Example example : examples) {
            html.open("article", "class", "example").open("h4").words(example.name());
            html.words("small", "score " + Numbers.score(example.score())).close("h4");
            html.open("div", "class", "pictures");
            pictures(example);
            html.close("div").close("article");
        }
    }

    private void pictures(Report.Example example) throws IOException {
        Shrinking shrinking = Shrinking.of(example.image().size());
        Image photo = shrinking.picture(Preview.rgb(example.image()));
        picture("image", photo, html);
        picture("truth", over(photo, example.truth().resized(shrinking.to())), html);
        picture("prediction", over(photo, example.prediction().resized(shrinking.to())), html);
        if (!classes.isEmpty()) {
            picture("errors", errors(example, photo, shrinking), html);
        }
    }

    private Image over(Image photo, LabelMap labels) {
        return classes.isEmpty() ? ObjectBoxes.on(photo, labels, palette()) : Overlay.tinted(photo, labels, palette());
    }

    /** Of the classes; or one colour an object, none of them that of what is none. */
    private Palette palette() {
        if (classes.isEmpty()) {
            return Palette.distinct();
        }
        int[] colours = new int[Math.max(ClassMap.IGNORE + 1, classes.size())];
        Arrays.fill(colours, UNKNOWN);
        for (int label = 0; label < classes.size(); label++) {
            colours[label] =
                    label == ClassMap.IGNORE ? UNKNOWN : classes.get(label).rgb();
        }
        return Palette.of(colours);
    }

    /** The photo in pale grey, over it the share of pixels that nobody knows and of those that are wrong. */
    private static Image errors(Report.Example example, Image photo, Shrinking shrinking) {
        int[] truth = example.truth().sharedLabels();
        int[] given = example.prediction().sharedLabels();
        float[] unknown = shrinking.means(pixel -> truth[pixel] == ClassMap.IGNORE ? 1 : 0);
        float[] wrong =
                shrinking.means(pixel -> truth[pixel] != ClassMap.IGNORE && truth[pixel] != given[pixel] ? 1 : 0);
        byte[] rgb = photo.sharedBytes();
        byte[] map = new byte[rgb.length];
        for (int pixel = 0; pixel < wrong.length; pixel++) {
            float grey = 0;
            for (int channel = 0; channel < 3; channel++) {
                grey += (rgb[pixel * 3 + channel] & 0xFF) / 3f;
            }
            for (int channel = 0; channel < 3; channel++) {
                float paled = 150 + grey * 0.4f;
                float known = blend(paled, UNKNOWN, channel, unknown[pixel]);
                map[pixel * 3 + channel] = (byte) Math.round(blend(known, WRONG, channel, wrong[pixel]));
            }
        }
        return Image.wrap(photo.size(), Layout.RGB, map);
    }

    private static float blend(float under, int colour, int channel, float share) {
        float cover = share == 0 ? 0 : LEAST + (1 - LEAST) * share;
        int over = colour >> (16 - 8 * channel) & 0xFF;
        return under + (over - under) * cover;
    }

    /** What a network that makes pictures made while it learned: image, made, real. */
    static void sheets(List<Report.Sheet> sheets, Html html) throws IOException {
        if (sheets.isEmpty()) {
            return;
        }
        html.open("section").words("h2", "Pictures made");
        html.words("p", "In each row an image held back, what the network made of it, and the real picture.");
        html.open("div", "class", "pictures");
        for (Report.Sheet sheet : sheets) {
            picture(sheet.name(), sheet.picture(), html);
        }
        html.close("div").close("section");
    }

    private static void picture(String what, Image image, Html html) throws IOException {
        boolean small = Math.max(image.height(), image.width()) < SMALL;
        html.open("figure")
                .picture(
                        image,
                        what,
                        "width",
                        image.width(),
                        "height",
                        image.height(),
                        "class",
                        small ? "small" : "photo");
        html.words("figcaption", what).close("figure");
    }
}
