package org.vung.view;

import java.util.List;
import org.vung.ClassScores;
import org.vung.Findings;
import org.vung.Segmenter;
import org.vung.Semantic;
import org.vung.SoftSegmenter;
import org.vung.image.Image;
import org.vung.label.LabelClass;

/**
 * The mean of the probabilities that a method gives to several views of an image, each turned back to where it was seen: test-time
 * augmentation. Often a little better, always as many times slower. Closes its method.
 */
public final class AveragedViews implements SoftSegmenter, AutoCloseable {

    private final SoftSegmenter method;
    private final Views views;

    /**
     * Averages a method.
     *
     * @param method asked once per view; owned from now on
     * @param views of every image
     */
    public AveragedViews(SoftSegmenter method, Views views) {
        this.method = method;
        this.views = views;
    }

    @Override
    public List<LabelClass> classes() {
        return method.classes();
    }

    @Override
    public ClassScores scores(Image image) {
        float[] sums = Means.room(classes(), image.size());
        for (View view : views.views()) {
            view.addBack(method.scores(view.of(image)).sharedPlanes(), image.size(), sums);
        }
        return Means.of(sums, views.count(), classes(), image.size());
    }

    @Override
    public Semantic segment(Image image) {
        Findings findings = Findings.none().with("views", views.count());
        return new Semantic(scores(image).labels(), classes(), findings);
    }

    @Override
    public void close() throws Exception {
        Segmenter.close(method);
    }
}
