package org.vung.measure.scene;

import java.util.Arrays;
import java.util.List;
import org.vung.label.LabelMap;
import org.vung.measure.PixelSize;
import org.vung.measure.distance.Neighbour;
import org.vung.measure.distance.RegionDistances;
import org.vung.measure.share.Change;

/** Everything measured on one scene. Distances are worked out when they are asked for. Immutable. */
public final class Measurement {

    private final Scene scene;
    private final LabelMap classes;
    private final LabelMap owners;
    private final List<MeasuredRegion> regions;
    private final Cover cover;

    Measurement(Scene scene, LabelMap classes, LabelMap owners, List<MeasuredRegion> regions, Cover cover) {
        this.scene = scene;
        this.classes = classes;
        this.owners = owners;
        this.regions = regions;
        this.cover = cover;
    }

    /** How much every class covers of the image, its cells row by row, and its parts. */
    record Cover(Coverage image, List<Coverage> cells, List<Coverage> parts) {}

    /**
     * What was measured.
     *
     * @return the scene
     */
    public Scene scene() {
        return scene;
    }

    /**
     * The regions that have pixels, ground left out.
     *
     * @return in the order of their labels
     */
    public List<MeasuredRegion> regions() {
        return regions;
    }

    /**
     * What classes cover of all that counts.
     *
     * @return the whole image, or all its parts of interest together
     */
    public Coverage image() {
        return cover.image();
    }

    /**
     * What classes cover of every cell.
     *
     * @return row by row; empty without a grid
     */
    public List<Coverage> cells() {
        return cover.cells();
    }

    /**
     * What classes cover of every part.
     *
     * @return in their order; empty without parts
     */
    public List<Coverage> parts() {
        return cover.parts();
    }

    /**
     * Which region every pixel belongs to.
     *
     * @return 1 + the place of a region's label among all labels, or the number of its connected part; 0 where there is none
     */
    public LabelMap owners() {
        return owners;
    }

    /**
     * The shortest way from the edge of one class to that of another.
     *
     * @param index of a class
     * @param other of a class
     * @param pixel the unit, {@link PixelSize#NONE} for pixels
     * @return 0 where they touch; NaN where one does not occur
     */
    public double distance(int index, int other, PixelSize pixel) {
        if (image().area(index) == 0 || image().area(other) == 0) {
            return Double.NaN;
        }
        return RegionDistances.of(classes, pixel).edges(index + 1, other + 1);
    }

    /**
     * The nearest other region of every region.
     *
     * @return by the numbers of {@link #regions}, in units of the scene's pixels; none if there is but one region
     */
    public List<Neighbour> nearest() {
        int before = scene.connected() ? 0 : 1;
        return RegionDistances.of(owners, scene.pixel()).nearest().stream()
                .map(found -> new Neighbour(
                        found.label() - before, found.nearest() - before, found.edges(), found.centroids()))
                .toList();
    }

    /**
     * What became of every class since an earlier scene.
     *
     * @param before of the same size, with the same legend
     * @return the classes that occur in either, by index; pixels that stay out of either are counted in neither
     * @throws IllegalArgumentException if sizes differ
     */
    public List<Change> since(Measurement before) {
        if (!classes.size().equals(before.classes.size())) {
            throw new IllegalArgumentException("images in order of time must have one size, got "
                    + before.classes.size() + " and " + classes.size());
        }
        return Change.between(before.within(classes), within(before.classes)).stream()
                .filter(change -> change.label() > 0)
                .map(change ->
                        new Change(change.label() - 1, change.before(), change.after(), change.gained(), change.lost()))
                .toList();
    }

    /** The classes of what counts here and there. */
    private LabelMap within(LabelMap others) {
        int[] here = classes.sharedLabels();
        int[] there = others.sharedLabels();
        int[] both = new int[here.length];
        Arrays.setAll(both, pixel -> there[pixel] == 0 ? 0 : here[pixel]);
        return LabelMap.wrap(classes.size(), both);
    }
}
