package org.vung.data.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.Truth;
import org.vung.data.file.DataFiles;
import org.vung.image.Image;
import org.vung.label.LabelMap;

/** Reads one item and tells what is wrong with it alone. */
final class ItemCheck {

    private final Dataset set;
    private final Item item;
    private final boolean mask;
    private final List<Finding> findings = new ArrayList<>();
    private final long[] content;
    private int hash;

    private ItemCheck(Dataset set, Item item, boolean mask) {
        this.mask = mask;
        this.set = set;
        this.item = item;
        this.content = new long[set.classes().size()];
    }

    /** The item at an index; the first of several that share a truth file looks at that file. */
    static ItemFacts of(Dataset set, List<Item> items, int part, int index) {
        Item item = items.get(index);
        boolean first = index == 0 || !items.get(index - 1).truth().equals(item.truth());
        boolean own = !item.truth().equals(item.image()); // two halves of one file are not a mask somebody exported
        ItemCheck check = new ItemCheck(set, item, first && own && DataFiles.isImageName(item.truth()));
        Image image = check.image(index);
        Truth truth = check.truth(index);
        if (image != null && truth != null && !image.size().equals(truth.size())) {
            check.add(
                    Kind.SIZE,
                    check.item.truth(),
                    "truth is " + truth.size() + " and image " + image.size(),
                    "resize the truth by nearest neighbour, or pair it with its own image");
        }
        return new ItemFacts(
                part,
                check.item,
                image == null ? null : Print.of(image),
                Arrays.stream(check.content).boxed().toList(),
                check.hash,
                check.findings);
    }

    private @Nullable Image image(int index) {
        try {
            return set.image(index);
        } catch (IOException | IllegalArgumentException unreadable) {
            add(Kind.UNREADABLE, item.image(), message(unreadable, item.image()), "mend the file or take it out");
            return null;
        }
    }

    private @Nullable Truth truth(int index) {
        Truth truth = null;
        try {
            truth = set.truth(index);
        } catch (IOException | IllegalArgumentException wrong) {
            boolean labels = mask && MaskCheck.isPicture(item.truth());
            String mend = labels ? "correct the labels, or tell what they mean" : "mend the file or take it out";
            add(labels ? Kind.LABEL : Kind.UNREADABLE, item.truth(), message(wrong, item.truth()), mend);
        }
        if (truth instanceof ClassMap map) {
            look(map.labels());
        } else if (truth instanceof ObjectSet objects) {
            look(objects);
        }
        if (!(truth instanceof ObjectSet) && mask) {
            boolean harmless = truth != null && set.classes().size() == 2;
            MaskCheck.damage(item.truth(), harmless).ifPresent(findings::add);
        }
        return truth;
    }

    private void look(LabelMap labels) {
        hash = labels.hashCode();
        int[] areas = labels.areas();
        long known = 0;
        for (int label = 0; label < areas.length; label++) {
            if (label < content.length) {
                content[label] = areas[label];
                known += areas[label];
            } else if (areas[label] > 0 && label != ClassMap.IGNORE) {
                known += areas[label];
                add(
                        Kind.LABEL,
                        item.truth(),
                        areas[label] + " pixels hold label " + label + ", and classes are 0 … " + (content.length - 1),
                        "name the class, or correct the label");
            }
        }
        if (known == 0) {
            findings.add(new Finding(
                    Severity.WARNING,
                    Kind.EMPTY_TRUTH,
                    DataFiles.slashes(item.truth()),
                    "every pixel is to be ignored",
                    "annotate the image or take it out"));
        }
    }

    private void look(ObjectSet objects) {
        findings.addAll(ObjectCheck.of(objects, content.length, DataFiles.slashes(item.truth())));
        for (ObjectTruth object : objects.objects()) {
            if (object.category() >= 0 && object.category() < content.length) {
                content[object.category()]++;
            }
        }
    }

    private void add(Kind kind, Path file, String what, String mend) {
        findings.add(new Finding(Severity.ERROR, kind, DataFiles.slashes(file), what, mend));
    }

    /** The message without the file's name, which stands before it already. */
    private static String message(Exception failure, Path file) {
        String message = String.valueOf(failure.getMessage());
        String name = file + ": ";
        return message.startsWith(name) ? message.substring(name.length()) : message;
    }
}
