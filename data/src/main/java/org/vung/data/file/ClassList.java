package org.vung.data.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vung.image.codec.ImageException;
import org.vung.label.LabelClass;
import org.vung.label.Palette;
import org.vung.name.Bounds;

/**
 * Classes in the order of their labels, as a list in a file or a text.
 *
 * @param classes class k is label k
 * @param coloured whether every class has a colour by its list, not by its number
 */
public record ClassList(List<LabelClass> classes, boolean coloured) {

    /** What a class list calls the pixels of no object. */
    private static final Set<String> GROUND = Set.of("background", "_background_", "__background__", "bg");

    private static final Pattern LINE = Pattern.compile("(.*?)(?:\\s*:\\s*|\\s+)#?([0-9a-fA-F]{6})");
    private static final int MOST = 65_536;

    /** Copies the list and refuses one that is empty or has a name twice. */
    public ClassList {
        classes = List.copyOf(classes);
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("classes must be at least 1, got 0");
        }
        Set<String> names = new TreeSet<>();
        for (LabelClass each : classes) {
            if (!names.add(each.name())) {
                throw new IllegalArgumentException("class names must be different, got '" + each.name() + "' twice");
            }
        }
    }

    /**
     * Classes by their names, in colours of their numbers.
     *
     * @param names in the order of the labels
     * @return the list
     */
    public static ClassList of(List<String> names) {
        List<LabelClass> classes = new ArrayList<>();
        for (String name : names) {
            classes.add(new LabelClass(name, Palette.voc().rgb(classes.size())));
        }
        return new ClassList(classes, false);
    }

    /**
     * Classes from an option.
     *
     * @param text {@code camvid}, {@code cityscapes} or {@code voc}; a number of classes; {@code nucleus}; {@code soil+crop+weed},
     *     each with {@code :00ff00} after it where masks are in colours; or a file with a dot in its name below the folder, a class a line
     * @param folder of the data set
     * @return the list
     * @throws ImageException if the file cannot be read
     */
    public static ClassList parse(String text, Path folder) throws ImageException {
        if (KnownClasses.names().contains(text)) {
            return KnownClasses.of(text);
        }
        if (text.matches("[0-9]{1,6}")) {
            int count = Bounds.integer("classes", text, 1, MOST);
            return of(java.util.stream.IntStream.range(0, count)
                    .mapToObj(Integer::toString)
                    .toList());
        }
        if (text.contains("+") || text.contains(":")) {
            return list(List.of(text.split("\\+", -1)));
        }
        boolean name = !text.contains(".") && !text.contains("/") && !java.nio.file.Files.exists(folder.resolve(text));
        return name ? list(List.of(text)) : read(folder.resolve(text));
    }

    /**
     * Classes from a file.
     *
     * @param file a class a line, in the order of the labels, each with {@code #00FF00} after it where colours are wanted
     * @return the list
     * @throws ImageException if the file cannot be read or holds no list
     */
    public static ClassList read(Path file) throws ImageException {
        try {
            return list(DataFiles.lines(file));
        } catch (IllegalArgumentException wrong) {
            throw DataFiles.bad(file, String.valueOf(wrong.getMessage()));
        }
    }

    private static ClassList list(List<String> lines) {
        if (lines.size() > MOST) {
            throw new IllegalArgumentException("classes must be at most " + MOST + ", got " + lines.size());
        }
        List<LabelClass> classes = new ArrayList<>();
        boolean coloured = true;
        for (String line : lines) {
            Matcher parts = LINE.matcher(line);
            boolean colour = parts.matches() && !parts.group(1).isBlank();
            String name = colour ? parts.group(1).strip() : line.strip();
            if (name.isEmpty()) {
                throw new IllegalArgumentException("class names must not be empty, got one at place " + classes.size());
            }
            int rgb = colour
                    ? Integer.parseInt(parts.group(2), 16)
                    : Palette.voc().rgb(classes.size());
            classes.add(new LabelClass(name, rgb));
            coloured &= colour;
        }
        return new ClassList(classes, coloured);
    }

    /**
     * The lines of a file that {@link #read} reads.
     *
     * @param classes in the order of the labels
     * @return a line per class with its colour
     */
    public static String text(List<LabelClass> classes) {
        StringBuilder text = new StringBuilder();
        for (LabelClass each : classes) {
            text.append(each.name())
                    .append(String.format(" #%06X%n", each.rgb()).replace("\r", ""));
        }
        return text.toString();
    }

    /**
     * Whether a class is what no object covers.
     *
     * @param each any class
     * @return true for {@code background} as the formats write it
     */
    public static boolean isGround(LabelClass each) {
        return GROUND.contains(each.name());
    }

    /**
     * The colours of classes, for files with a palette.
     *
     * @param classes at least 1
     * @param ignored the colour of label 255
     * @return 256 colours; labels without a class have those of VOC
     */
    public static Palette palette(List<LabelClass> classes, int ignored) {
        int[] rgb = new int[256];
        for (int label = 0; label < rgb.length; label++) {
            rgb[label] = label < classes.size()
                    ? classes.get(label).rgb()
                    : Palette.voc().rgb(label);
        }
        if (classes.size() < 256) {
            rgb[255] = ignored;
        }
        return Palette.of(rgb);
    }
}
