package org.vung.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;

/** A data set in memory: items named 000, 001 … of the groups given, each one grey pixel of its number. */
public record MadeSet(String name, List<LabelClass> classes, List<Item> items) implements Dataset {

    /** One item for each group; an empty word makes the item stand alone. */
    public static MadeSet ofGroups(List<String> groups) {
        List<Item> items = new ArrayList<>();
        for (int index = 0; index < groups.size(); index++) {
            String name = String.format("%03d", index);
            String group = groups.get(index).isEmpty() ? name : groups.get(index);
            items.add(new Item(name, group, Path.of(name + ".png"), Path.of(name + ".mask.png")));
        }
        return new MadeSet("made", List.of(new LabelClass("thing", 0)), items);
    }

    /** As many items that stand alone. */
    public static MadeSet ofSize(int count) {
        return ofGroups(java.util.Collections.nCopies(count, ""));
    }

    @Override
    public Image image(int index) {
        return Image.wrap(new Size(1, 1), Layout.GREY, new byte[] {(byte) index});
    }

    @Override
    public Truth truth(int index) {
        return new ClassMap(LabelMap.wrap(new Size(1, 1), new int[1]));
    }

    /** Items of each group. */
    public Map<String, Long> groupsOf(List<Integer> indices) {
        return indices.stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        index -> items.get(index).group(), java.util.stream.Collectors.counting()));
    }
}
