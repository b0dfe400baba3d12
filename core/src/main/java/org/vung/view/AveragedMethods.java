package org.vung.view;

import java.util.List;
import org.vung.ClassScores;
import org.vung.Findings;
import org.vung.Segmenter;
import org.vung.Semantic;
import org.vung.SoftSegmenter;
import org.vung.grid.RowBands;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.label.LabelClass;

/**
 * The mean of the probabilities of several methods, such as the networks of a cross-validation. Asks one after the other, so that
 * memory is that of one and of the sum; takes the time of all. Closes its methods.
 */
public final class AveragedMethods implements SoftSegmenter, AutoCloseable {

    private final List<SoftSegmenter> methods;

    /**
     * Averages methods.
     *
     * @param methods at least one, all of the same classes in the same order; owned from now on
     * @throws IllegalArgumentException if there is none, or their classes differ
     */
    public AveragedMethods(List<SoftSegmenter> methods) {
        this.methods = List.copyOf(methods);
        if (methods.isEmpty()) {
            throw new IllegalArgumentException("methods must be at least 1, got 0");
        }
        for (SoftSegmenter method : methods) {
            if (!names(method).equals(names(methods.get(0)))) {
                throw new IllegalArgumentException("methods of an ensemble must have the same classes, got "
                        + names(methods.get(0)) + " and " + names(method) + "; average those of one data set");
            }
        }
    }

    private static List<String> names(SoftSegmenter method) {
        return method.classes().stream().map(LabelClass::name).toList();
    }

    @Override
    public List<LabelClass> classes() {
        return methods.get(0).classes();
    }

    @Override
    public ClassScores scores(Image image) {
        Size size = image.size();
        float[] sums = Means.room(classes(), size);
        for (SoftSegmenter method : methods) {
            add(method.scores(image).sharedPlanes(), sums, size.height());
        }
        return Means.of(sums, methods.size(), classes(), size);
    }

    /** Row by row of the planes, [classes, height, width]. */
    private static void add(float[] planes, float[] sums, int height) {
        int row = sums.length / height; // numbers of a row in all planes together
        RowBands.forEach(height, (from, to) -> {
            for (int at = from * row; at < to * row; at++) {
                sums[at] += planes[at];
            }
        });
    }

    @Override
    public Semantic segment(Image image) {
        Findings findings = Findings.none().with("methods", methods.size());
        return new Semantic(scores(image).labels(), classes(), findings);
    }

    @Override
    public void close() throws Exception {
        for (SoftSegmenter method : methods) {
            Segmenter.close(method);
        }
    }
}
