package org.vung.tile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vung.Findings;
import org.vung.Instance;
import org.vung.Instances;
import org.vung.Progress;
import org.vung.Segmenter;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.label.Box;
import org.vung.label.LabelClass;

/**
 * Finds the objects of images of any size with a method that finds those of a window. An image no larger than a window is given to
 * the method as it is. Of a larger one, memory holds the method's work for one window beside the objects. Closes its method.
 *
 * <p>Differs from the whole image in one go: an object is seen with what its window shows around it, a limit on the number of objects
 * holds for every window, and two windows that give one object different classes have it told twice.
 */
public final class TiledDetector implements Instances.Finder, AutoCloseable {

    private final Instances.Finder method;
    private final Tiling tiling;

    /**
     * Tiles a method.
     *
     * @param method always of the same classes; owned from now on
     * @param tiling how images are cut
     */
    public TiledDetector(Instances.Finder method, Tiling tiling) {
        this.method = method;
        this.tiling = tiling;
    }

    /**
     * Finds objects.
     *
     * @param image any that the method works on, and larger ones
     * @return objects, the surest first, each once; in the findings, how many {@code windows} there were and how many objects were
     *     {@code joined} from parts, since no window saw them whole
     * @throws IllegalArgumentException if the method refuses
     */
    @Override
    public Instances segment(Image image) {
        return segment(image, Progress.SILENT);
    }

    @Override
    public Instances segment(Image image, Progress progress) {
        List<Box> windows = tiling.windows(image.size());
        if (windows.size() == 1) {
            return whole(image, progress);
        }
        List<Piece> pieces = new ArrayList<>();
        List<LabelClass> classes = List.of();
        for (int window = 0; window < windows.size(); window++) {
            progress.at(window, windows.size());
            Instances seen = method.segment(part(image, windows.get(window)));
            classes = seen.classes();
            pieces.addAll(Piece.of(seen, new View(window, windows.get(window), image.size())));
        }
        Instances all = told(Seams.joined(pieces), image.size(), classes, windows.size());
        progress.at(windows.size(), windows.size());
        return all;
    }

    private Instances whole(Image image, Progress progress) {
        progress.at(0, 1);
        Instances seen = method.segment(image);
        progress.at(1, 1);
        return seen;
    }

    /** The pixels of a window. */
    private static Image part(Image image, Box window) {
        Image part = image.blank(new Size(window.height(), window.width()));
        int channels = image.channels();
        for (int row = 0; row < window.height(); row++) {
            int from = image.size().index(window.row() + row, window.column()) * channels;
            int to = row * window.width() * channels;
            System.arraycopy(image.sharedSamples(), from, part.sharedSamples(), to, window.width() * channels);
        }
        return part;
    }

    @Override
    public boolean hasMasks() {
        return method.hasMasks();
    }

    private static Instances told(List<Sighting> sightings, Size size, List<LabelClass> classes, int windows) {
        List<Instance> objects = sightings.stream()
                .map(Sighting::object)
                .sorted(Comparator.comparing(Instance::score).reversed())
                .toList();
        long joined = sightings.stream().filter(Sighting::isJoined).count();
        return new Instances(
                size, objects, classes, Findings.none().with("windows", windows).with("joined", joined));
    }

    @Override
    public void close() throws Exception {
        Segmenter.close(method);
    }
}
