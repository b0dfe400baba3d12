package org.vung.data.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.Truth;
import org.vung.data.file.DataFiles;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.SampleType;
import org.vung.image.Size;
import org.vung.image.codec.Facts;
import org.vung.image.codec.Limits;
import org.vung.image.file.AtomicFile;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelMap;
import org.vung.mask.RunLengths;

/** The folder that a data set is written into. */
public final class Output {

    /** What most readers of data sets take as an image. */
    public static final Set<String> USUAL = Set.of("png", "jpg", "jpeg", "tif", "tiff", "bmp");

    private static final Set<String> NONE = Set.of();

    private final Path folder;
    private final Set<String> taken = new HashSet<>();

    /**
     * An output.
     *
     * @param folder that is there and empty
     */
    public Output(Path folder) {
        this.folder = folder;
    }

    /**
     * The part of a data set that an item belongs to.
     *
     * @param item whose name may begin with it: {@code val/0001}
     * @return such as {@code val}; {@code train} where the name says nothing
     */
    public static String part(Item item) {
        int slash = item.name().indexOf('/');
        String first = slash < 0 ? "" : item.name().substring(0, slash);
        return first.toLowerCase(Locale.ROOT).matches("(train|val|valid|test)[a-z0-9]*") ? first : "train";
    }

    /**
     * A name without folders for an item's files, once only.
     *
     * @param item of the set
     * @param prefix folder and what else comes before, to tell apart where a name is used
     * @return the name less its part, with {@code _} for every slash
     * @throws IOException if another item has that name already
     */
    public String flat(Item item, String prefix) throws IOException {
        String part = part(item) + "/";
        String name = item.name().startsWith(part) ? item.name().substring(part.length()) : item.name();
        String flat = name.replaceAll("[/\\\\:*?\"<>|\\s]", "_");
        if (!taken.add(prefix + flat.toLowerCase(Locale.ROOT))) {
            throw DataFiles.bad(
                    item.image(), "would be written as '" + flat + "', as another image is; rename one of the two");
        }
        return flat;
    }

    /**
     * A path below the folder; its folders are made.
     *
     * @param name relative, with slashes
     * @return the path
     * @throws IOException if a folder cannot be made
     */
    public Path at(String name) throws IOException {
        Path path = folder.resolve(name);
        Path above = path.getParent();
        if (above != null) {
            Files.createDirectories(above);
        }
        return path;
    }

    /**
     * Writes a text.
     *
     * @param name of the file, relative
     * @param text goes out as UTF-8
     * @throws IOException if it cannot be written
     */
    public void text(String name, String text) throws IOException {
        AtomicFile.write(at(name), Existing.KEEP, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Writes names, one a line.
     *
     * @param name of the file, relative
     * @param lines of it
     * @throws IOException if it cannot be written
     */
    public void lines(String name, List<String> lines) throws IOException {
        text(name, String.join("\n", lines) + (lines.isEmpty() ? "" : "\n"));
    }

    /**
     * Copies an image byte by byte where its format is welcome and its stored pixels are upright; else writes its upright pixels anew
     * without loss.
     *
     * @param set the data set
     * @param index of the item
     * @param name of the file, relative, without an ending
     * @param welcome endings that may be copied
     * @return the file
     * @throws IOException if it cannot be read or written
     */
    public Path image(Dataset set, int index, String name, Set<String> welcome) throws IOException {
        Path source = set.items().get(index).image();
        String ending = DataFiles.ending(source);
        boolean alone = !source.equals(set.items().get(index).truth()); // no second half with the truth in it
        if (alone && welcome.contains(ending)) {
            Facts facts = ImageFiles.facts(source, Limits.standard());
            boolean single = facts.pages() == 1;
            if (single) {
                check(set.items().get(index), facts.size(), set.truth(index).size());
            }
            if (facts.orientation() == 1 && single) {
                return Files.copy(source, at(name + "." + ending));
            }
        }
        Image image = set.image(index);
        check(set.items().get(index), image.size(), set.truth(index).size());
        boolean deep = image.type() == SampleType.FLOAT32 || image.layout() == Layout.BANDS;
        Path file = at(name + (deep ? ".tif" : ".png"));
        ImageFiles.write(image, file, Existing.KEEP);
        return file;
    }

    /**
     * Refuses truth of another size than its image, which no format can hold.
     *
     * @param item of the set
     * @param image size of the upright image
     * @param truth size of its truth
     * @throws IOException if they differ; the message says where this comes from
     */
    public static void check(Item item, Size image, Size truth) throws IOException {
        if (!image.equals(truth)) {
            boolean turned = image.height() == truth.width() && image.width() == truth.height();
            throw DataFiles.bad(
                    item.truth(),
                    "truth of " + item.name() + " must have its image's size " + image + ", got " + truth
                            + (turned
                                    ? "; it was drawn on the stored pixels, which the image's Exif tag turns:"
                                            + " save image or mask upright"
                                    : "; is it the mask of another image?"));
        }
    }

    /**
     * Writes an image's upright pixels anew.
     *
     * @param set the data set
     * @param index of the item
     * @param name of the file, relative, without an ending
     * @return the file: PNG, or TIFF for floats and bands
     * @throws IOException if it cannot be read or written
     */
    public Path image(Dataset set, int index, String name) throws IOException {
        return image(set, index, name, NONE);
    }

    /**
     * Writes labels as 8-bit grey, or 16-bit where there are more than 256.
     *
     * @param labels a label per pixel, at most 65535
     * @param name of the file, relative, with its ending
     * @throws IOException if it cannot be written
     */
    public void grey(LabelMap labels, String name) throws IOException {
        ImageFiles.write(org.vung.image.file.WriteFormat.grey(labels, labels.count()), at(name), Existing.KEEP);
    }

    /**
     * The classes of a truth.
     *
     * @param set seen as classes
     * @param index of the item
     * @return its class map
     * @throws IOException if it cannot be read
     */
    public static ClassMap classes(Dataset set, int index) throws IOException {
        Truth truth = set.truth(index);
        if (truth instanceof ClassMap map) {
            return map;
        }
        throw mixed(set, index, "objects");
    }

    /**
     * The objects of a truth.
     *
     * @param set seen as objects
     * @param index of the item
     * @return its objects
     * @throws IOException if it cannot be read
     */
    public static ObjectSet objects(Dataset set, int index) throws IOException {
        Truth truth = set.truth(index);
        if (truth instanceof ObjectSet objects) {
            return objects;
        }
        throw mixed(set, index, "classes");
    }

    private static IOException mixed(Dataset set, int index, String got) {
        return DataFiles.bad(
                set.items().get(index).truth(),
                "holds " + got + ", unlike the first truth of the set; convert the two kinds apart");
    }

    /**
     * Notes what becomes of objects that are written as classes or as ids.
     *
     * @param set their objects
     * @param name of the item
     * @param notes takes pixels of several objects
     * @return how often a pixel was covered before
     */
    public static long overlaps(ObjectSet set, String name, Notes notes) {
        RunLengths all = RunLengths.empty(set.size());
        long twice = 0;
        for (ObjectTruth each : set.objects()) {
            twice += all.intersection(each.mask());
            all = all.or(each.mask());
        }
        notes.add("pixels of several objects keep one of them", name, twice);
        return twice;
    }

    /**
     * The parts that items belong to.
     *
     * @param set the data set
     * @return their names
     */
    public static Set<String> parts(Dataset set) {
        Set<String> parts = new TreeSet<>();
        set.items().forEach(item -> parts.add(part(item)));
        return parts;
    }
}
