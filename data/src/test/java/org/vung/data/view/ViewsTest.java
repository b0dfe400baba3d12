package org.vung.data.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.Truth;
import org.vung.data.file.ClassList;
import org.vung.data.file.FileDataset;
import org.vung.data.file.Ids;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.mask.RunLengths;

/** The same truth seen in other ways, worked by hand. A digit is an id or class, a dot 0, a question mark what nobody knows. */
class ViewsTest {

    private static LabelMap grid(String rows) {
        String[] lines = rows.split("/", -1);
        Size size = new Size(lines.length, lines[0].length());
        int[] labels = new int[size.pixels()];
        for (int pixel = 0; pixel < labels.length; pixel++) {
            char letter = lines[pixel / size.width()].charAt(pixel % size.width());
            labels[pixel] = letter == '.' ? 0 : letter == '?' ? ClassMap.IGNORE : letter - '0';
        }
        return LabelMap.wrap(size, labels);
    }

    private static String text(Truth truth) {
        LabelMap map = ((ClassMap) truth).labels();
        StringBuilder rows = new StringBuilder();
        for (int pixel = 0; pixel < map.size().pixels(); pixel++) {
            int label = map.sharedLabels()[pixel];
            rows.append(pixel > 0 && pixel % map.size().width() == 0 ? "/" : "");
            rows.append(label == 0 ? "." : label == ClassMap.IGNORE ? "?" : String.valueOf(label));
        }
        return rows.toString();
    }

    private static Dataset set(List<String> classes, Truth truth) {
        Item item = new Item("one", "one", Path.of("one.png"), Path.of("one.png"));
        return new FileDataset("set", ClassList.of(classes).classes(), List.of(item), index -> truth);
    }

    /** 1 is inside, 2 border. Within 1, pixels that touch two objects by edges, their own included; within 1.5 by corners too. */
    @ParameterizedTest
    @CsvSource({
        "BETWEEN, 1,   .11./.112/..22, .112/.122/.221",
        "BETWEEN, 1.5, .11./.112/..22, .122/.222/.222",
        "BETWEEN, 1,   11.22,          11211",
        "OUTLINE, 1,   11111/11111/11111/...../22222, 11111/11111/22222/...../22222"
    })
    void bordersWithinADistance(Borders.Kind kind, double distance, String ids, String expected) {
        ObjectSet objects = Ids.objects(grid(ids), 0);
        assertThat(text(Borders.map(objects, new Borders.Options(kind, distance))))
                .isEqualTo(expected);
    }

    @Test
    void crowdsHaveNoBorders() {
        Size size = new Size(1, 4);
        ObjectTruth one = ObjectTruth.of(0, RunLengths.of(size, new int[] {0, 2, 2}), false);
        ObjectTruth crowd = ObjectTruth.of(0, RunLengths.of(size, new int[] {2, 2}), true);
        ClassMap map = Borders.map(new ObjectSet(size, List.of(one, crowd)), Borders.Options.usual());
        assertThat(text(map)).isEqualTo("11??");
        assertThatThrownBy(() -> new Borders.Options(Borders.Kind.BETWEEN, 0.5)).hasMessageContaining("1 … 16");
    }

    @Test
    void aTextChoosesTheView() throws Exception {
        Dataset objects = set(List.of("cell"), Ids.objects(grid("11.22"), 0));
        Dataset classes = set(List.of("background", "cell"), new ClassMap(grid("11.11")));
        assertThat(text(ObjectView.parse("classes").of(objects).truth(0))).isEqualTo("11.11");
        assertThat(ObjectView.parse("classes").of(classes)).isSameAs(classes);
        assertThat(text(ObjectView.parse("borders:kind=outline,distance=1")
                        .of(objects)
                        .truth(0)))
                .isEqualTo("12.21");
        assertThatThrownBy(() -> ObjectView.parse("borders").of(classes)).hasMessageContaining("need objects");
        assertThatThrownBy(() -> ObjectView.parse("border")).hasMessageContaining("classes, borders");
        assertThatThrownBy(() -> ObjectView.parse("borders:kind=all")).hasMessageContaining("between, outline");
        assertThatThrownBy(() -> ObjectView.parse("borders:distance=far")).hasMessageContaining("'far'");
    }

    @Test
    void smallObjectsStayOnLargeOnes() throws Exception {
        Size size = new Size(1, 6);
        ObjectTruth small = ObjectTruth.of(0, RunLengths.of(size, new int[] {1, 2, 3}), false);
        ObjectTruth large = ObjectTruth.of(1, RunLengths.of(size, new int[] {0, 5, 1}), false);
        ObjectTruth unknown = ObjectTruth.of(ObjectTruth.VOID, RunLengths.of(size, new int[] {4, 1, 1}), true);
        Dataset maps = ClassMaps.of(set(List.of("cat", "sofa"), new ObjectSet(size, List.of(unknown, small, large))));
        assertThat(maps.classes().stream().map(LabelClass::name)).containsExactly("background", "cat", "sofa");
        assertThat(text(maps.truth(0))).isEqualTo("2112?.");
    }

    @Test
    void partsBeforeABackgroundAreObjects() throws Exception {
        ClassMap map = new ClassMap(grid("11.2/..12/1..?/..?."));
        Dataset objects = Components.of(set(List.of("background", "a", "b"), map));
        assertThat(objects.classes().stream().map(LabelClass::name)).containsExactly("a", "b");
        ObjectSet truth = (ObjectSet) objects.truth(0);
        assertThat(truth.objects().stream().map(ObjectTruth::category))
                .containsExactlyInAnyOrder(0, 0, 1, ObjectTruth.VOID);
        assertThat(text(ClassMaps.of(objects).truth(0))).isEqualTo(text(map));
    }

    @Test
    void classesWithoutABackgroundAreOneObjectEach() throws Exception {
        ClassMap map = new ClassMap(grid("11.1/..1?"));
        Dataset objects = Components.of(set(List.of("road", "sky"), map));
        ObjectSet truth = (ObjectSet) objects.truth(0);
        assertThat(truth.objects().stream().map(each -> each.mask().area())).containsExactlyInAnyOrder(3, 4, 1);
        assertThat(ClassMaps.of(objects).classes()).hasSize(2);
    }
}
