package org.vung.cli.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.vung.ClassScores;
import org.vung.Instances;
import org.vung.cli.terminal.FigureFile;
import org.vung.figure.ObjectPicture;
import org.vung.figure.Panel;
import org.vung.figure.Panels;
import org.vung.figure.Resize;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Preview;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.label.Overlay;
import org.vung.label.Palette;

/** The images on which a method did best and worst, kept while it works: a figure of each shows where it fails. */
final class Samples {

    private static final int KEPT = 3;
    private static final int LABELS = 256;
    private static final int UNKNOWN = 0x303030;
    private static final Palette OBJECTS = ObjectPicture.palette(LABELS - 1);

    private final List<Ranked> best = new ArrayList<>();
    private final List<Ranked> worst = new ArrayList<>();

    /**
     * An image with what is true and what was said.
     *
     * @param name of the image
     * @param value its first score
     * @param image the photo
     * @param truth labels
     * @param said labels of the same meaning
     * @param objects whether the labels number objects, so that 0 is what lies between them
     * @param found what was said, one by one, of a method that finds objects
     * @param soft probabilities, where there are any
     */
    record Sample(
            String name,
            double value,
            Image image,
            LabelMap truth,
            LabelMap said,
            boolean objects,
            Optional<Instances> found,
            Optional<ClassScores> soft) {}

    /** Makes a sample once it is known to be kept. */
    @FunctionalInterface
    interface Source {

        Sample get() throws IOException;
    }

    private record Ranked(double goodness, Sample sample) {}

    void offer(double goodness, Source source) throws IOException {
        if (Double.isNaN(goodness)) {
            return;
        }
        boolean amongWorst = worst.size() < KEPT || goodness < worst.get(KEPT - 1).goodness;
        boolean amongBest = best.size() < KEPT || goodness > best.get(KEPT - 1).goodness;
        if (amongWorst || amongBest) {
            Ranked ranked = new Ranked(goodness, source.get());
            keep(worst, ranked, Comparator.comparingDouble(Ranked::goodness));
            keep(best, ranked, Comparator.comparingDouble(Ranked::goodness).reversed());
        }
    }

    private static void keep(List<Ranked> kept, Ranked more, Comparator<Ranked> order) {
        kept.add(more);
        kept.sort(order);
        if (kept.size() > KEPT) {
            kept.remove(KEPT);
        }
    }

    /** Writes {@code worst-1.png} … and {@code best-1.png} …; their names. */
    List<String> write(Path folder, List<LabelClass> classes, String score, boolean overwrite) throws IOException {
        List<String> written = new ArrayList<>();
        for (List<Ranked> side : List.of(worst, best)) {
            for (int at = 0; at < side.size(); at++) {
                Path file = folder.resolve((side == worst ? "worst-" : "best-") + (at + 1) + ".png");
                FigureFile.write(figure(side.get(at).sample, classes, score), file, overwrite);
                written.add(file.toString());
            }
        }
        return written;
    }

    private static Image figure(Sample sample, List<LabelClass> classes, String score) {
        Image photo = Preview.rgb(sample.image);
        Tint tint = sample.objects
                ? labels -> size -> Overlay.objects(Resize.picture(photo, size), labels.resized(size), OBJECTS)
                : tint(photo, palette(classes, Math.max(sample.truth.count(), sample.said.count())));
        String value = score + " " + String.format(Locale.ROOT, "%.4f", sample.value);
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel(sample.name, photo.size().toString(), size -> Resize.picture(photo, size)));
        panels.add(new Panel("truth", "", tint.of(sample.truth)));
        panels.add(new Panel(
                "prediction",
                value,
                sample.found.map(found -> framed(photo, found)).orElseGet(() -> tint.of(sample.said))));
        sample.soft.ifPresent(scores -> {
            Image doubt = grey(scores);
            panels.add(new Panel("doubt", "entropy: white is a fair guess", size -> Resize.picture(doubt, size)));
        });
        return Panels.draw(photo.size(), panels);
    }

    /** Lays labels over the photo. */
    @FunctionalInterface
    private interface Tint {

        Function<Size, Image> of(LabelMap labels);
    }

    private static Tint tint(Image photo, Palette palette) {
        return labels -> size -> Overlay.tinted(Resize.picture(photo, size), labels.resized(size), palette);
    }

    private static Function<Size, Image> framed(Image photo, Instances found) {
        Image picture = ObjectPicture.of(photo, found);
        return size -> Resize.picture(picture, size);
    }

    /** The classes' colours; those of many objects where there are more labels than classes. */
    private static Palette palette(List<LabelClass> classes, int labels) {
        int[] rgb = new int[LABELS];
        for (int label = 0; label < LABELS; label++) {
            rgb[label] = label < classes.size()
                    ? classes.get(label).rgb()
                    : label == LABELS - 1 ? UNKNOWN : Palette.distinct().rgb(label);
        }
        return labels > classes.size() && labels < LABELS ? Palette.distinct() : Palette.of(rgb);
    }

    private static Image grey(ClassScores scores) {
        float[] doubt = scores.doubt();
        byte[] rgb = new byte[doubt.length * 3];
        for (int at = 0; at < rgb.length; at++) {
            rgb[at] = (byte) Math.round(255 * doubt[at / 3]);
        }
        return Image.wrap(scores.size(), Layout.RGB, rgb);
    }
}
