package org.vung.nets.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vung.label.LabelClass;
import org.vung.label.Palette;
import org.vung.nets.weights.WeightFileException;

/** The names and colours of classes: known lists, and text files of one's own. */
public final class ClassList {

    private static final Pattern LINE = Pattern.compile("(.+?)\\s+#([0-9A-Fa-f]{6})");
    private static final int MOST = 1 << 16;

    private static final String VOC = "background aeroplane bicycle bird boat bottle bus car cat chair cow dining_table"
            + " dog horse motorbike person potted_plant sheep sofa train tv_monitor";

    /** The eleven classes of CamVid and the unlabelled rest, in the order of SegNet's lists, with CamVid's colours. */
    private static final List<LabelClass> CAMVID = List.of(
            new LabelClass("sky", 0x808080),
            new LabelClass("building", 0x800000),
            new LabelClass("pole", 0xC0C080),
            new LabelClass("road", 0x804080),
            new LabelClass("pavement", 0x3C28DE),
            new LabelClass("tree", 0x808000),
            new LabelClass("sign", 0xC08080),
            new LabelClass("fence", 0x404080),
            new LabelClass("car", 0x400080),
            new LabelClass("pedestrian", 0x404000),
            new LabelClass("bicyclist", 0x0080C0),
            new LabelClass("unlabelled", 0x000000));

    private ClassList() {}

    /**
     * Finds or reads a list.
     *
     * @param word {@code voc} (21), {@code camvid} (12), or the path of a text file with a line {@code NAME #RRGGBB} a class
     * @return the classes in the order of their labels, 1 … 65,536
     * @throws WeightFileException if the file cannot be read or a line reads otherwise
     */
    public static List<LabelClass> of(String word) throws WeightFileException {
        Optional<List<LabelClass>> known = known(word);
        return known.isPresent() ? known.get() : read(word);
    }

    /**
     * Finds a list, without reading any file.
     *
     * @param word {@code voc} (21) or {@code camvid} (12)
     * @return the classes in the order of their labels; nothing for another word
     */
    public static Optional<List<LabelClass>> known(String word) {
        return switch (word) {
            case "voc" -> Optional.of(voc());
            case "camvid" -> Optional.of(CAMVID);
            default -> Optional.empty();
        };
    }

    /**
     * Classes whose names are not known here.
     *
     * @param count at least 1
     * @return {@code class 0}, {@code class 1} … in the colours of PASCAL VOC's palette
     */
    public static List<LabelClass> numbered(int count) {
        Palette palette = Palette.voc();
        List<LabelClass> classes = new ArrayList<>();
        for (int label = 0; label < count; label++) {
            classes.add(new LabelClass("class " + label, palette.rgb(label)));
        }
        return classes;
    }

    private static List<LabelClass> voc() {
        Palette palette = Palette.voc();
        List<LabelClass> classes = new ArrayList<>();
        for (String name : VOC.split(" ", -1)) {
            classes.add(new LabelClass(name, palette.rgb(classes.size())));
        }
        return classes;
    }

    private static List<LabelClass> read(String file) throws WeightFileException {
        List<LabelClass> classes = new ArrayList<>();
        for (String line : lines(file)) {
            Matcher parts = LINE.matcher(line.strip());
            if (line.isBlank()) {
                continue;
            }
            if (!parts.matches()) {
                throw new WeightFileException(file, "a line must read NAME #RRGGBB, got '" + line + "'");
            }
            classes.add(new LabelClass(parts.group(1), Integer.parseInt(parts.group(2), 16)));
        }
        if (classes.isEmpty() || classes.size() > MOST) {
            throw new WeightFileException(file, "classes must be 1 … " + MOST + ", got " + classes.size());
        }
        return classes;
    }

    private static List<String> lines(String file) throws WeightFileException {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException | IllegalArgumentException unread) {
            throw new WeightFileException(file, "classes must be voc, camvid or a text file, got " + unread, unread);
        }
    }
}
