package org.vung.torch.train.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vung.data.ClassMap;
import org.vung.data.ObjectTruth;
import org.vung.data.augment.Crop;
import org.vung.data.augment.Recipe;
import org.vung.data.augment.warp.Border;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.mask.RunLengths;
import org.vung.torch.rcnn.Targets;

class SceneTest {

    private static final Size SIZE = new Size(6, 8);
    private static final Image IMAGE = Image.wrap(SIZE, Layout.GREY, new byte[48]);

    /** A filled rectangle. */
    private static RunLengths rectangle(Size size, int row, int column, int height, int width) {
        boolean[] inside = new boolean[size.pixels()];
        for (int down = 0; down < height; down++) {
            for (int right = 0; right < width; right++) {
                inside[size.index(row + down, column + right)] = true;
            }
        }
        return RunLengths.of(size, inside);
    }

    private static ObjectTruth object(int row, int column, int height, int width, boolean crowd) {
        return ObjectTruth.of(0, rectangle(SIZE, row, column, height, width), crowd);
    }

    private static Scene scene(ObjectTruth... objects) {
        return Scene.of(IMAGE, List.of(objects), Collections.nCopies(objects.length, 1));
    }

    @Test
    void objectsThatOverlapKeepTheirWholeMasks() {
        Targets targets = scene(object(0, 0, 4, 4, false), object(2, 2, 4, 4, false), object(3, 3, 1, 1, false))
                .targets();
        assertThat(targets.masks())
                .containsExactly(rectangle(SIZE, 0, 0, 4, 4), rectangle(SIZE, 2, 2, 4, 4), rectangle(SIZE, 3, 3, 1, 1));
        assertThat(targets.boxes().edges()).containsExactly(0, 0, 4, 4, 2, 2, 6, 6, 3, 3, 4, 4);
    }

    @Test
    void boxesAndMasksAreMirroredTogether() {
        Scene scene = scene(object(1, 0, 2, 3, false), object(1, 2, 4, 1, false));
        Recipe flip = Recipe.parse(List.of("flip:horizontal=true,vertical=false"));
        int mirrored = 0;
        for (int sample = 0; sample < 20; sample++) {
            Targets targets = scene.with(flip.apply(scene.pair(), 0, 0, sample)).targets();
            boolean same = targets.masks().get(0).equals(rectangle(SIZE, 1, 0, 2, 3));
            mirrored += same ? 0 : 1;
            assertThat(targets.masks())
                    .containsExactly(rectangle(SIZE, 1, same ? 0 : 5, 2, 3), rectangle(SIZE, 1, same ? 2 : 5, 4, 1));
            assertThat(targets.boxes().left(0)).isEqualTo(same ? 0 : 5);
        }
        assertThat(mirrored).isBetween(1, 19);
    }

    @Test
    void whatAWindowDoesNotShowIsNoTarget() {
        Scene scene = Scene.of(IMAGE, List.of(object(0, 0, 2, 2, false), object(4, 6, 2, 2, false)), List.of(3, 5));
        Recipe window = new Recipe(List.of(new Crop(3, 4, 1, Border.IGNORE)));
        for (int sample = 0; sample < 20; sample++) {
            Targets targets =
                    scene.with(window.apply(scene.pair(), 0, 0, sample)).targets();
            assertThat(targets.classes()).hasSize(1).first().isIn(3, 5);
        }
    }

    @Test
    void outsideOfTheImageNobodyKnows() {
        Scene scene = scene(object(0, 0, 6, 8, false));
        Recipe window = new Recipe(List.of(new Crop(9, 9, 0, Border.IGNORE)));
        Scene seen = scene.with(window.apply(scene.pair(), 0, 0, 0));
        assertThat(seen.pair().truth().sharedLabels()).containsOnly(1, ClassMap.IGNORE);
        assertThat(seen.targets().masks().get(0).area()).isEqualTo(48);
    }

    @Test
    void crowdsAreNeitherTargetsNorBackground() {
        Scene scene = scene(object(0, 0, 3, 8, true), object(2, 2, 2, 2, false));
        assertThat(scene.targets().masks()).containsExactly(rectangle(SIZE, 2, 2, 2, 2));
        assertThat(scene.pair().truth().sharedLabels()[SIZE.index(0, 0)]).isEqualTo(ClassMap.IGNORE);
        assertThat(scene.pair().truth().sharedLabels()[SIZE.index(2, 2)]).isEqualTo(1);
        assertThat(scene.pair().truth().sharedLabels()[SIZE.index(5, 5)]).isZero();
    }

    @Test
    void hundredsOfObjectsAreToldApartFromWhatNobodyKnows() {
        Size size = new Size(20, 20);
        List<ObjectTruth> objects = new ArrayList<>();
        for (int at = 0; at < 400; at++) {
            objects.add(ObjectTruth.of(0, rectangle(size, at / 20, at % 20, 1, 1), false));
        }
        Scene scene = Scene.of(Image.wrap(size, Layout.GREY, new byte[400]), objects, Collections.nCopies(400, 1));
        assertThat(scene.pair().truth().sharedLabels()).doesNotContain(0, ClassMap.IGNORE);
        assertThat(scene.targets().masks())
                .isEqualTo(objects.stream().map(ObjectTruth::mask).toList());
    }

    @Test
    void nothingAndAnEmptyMaskAreNoTargets() {
        ObjectTruth empty = ObjectTruth.of(0, RunLengths.empty(SIZE), false);
        assertThat(scene().targets().boxes().count()).isZero();
        assertThat(scene(empty).targets().boxes().count()).isZero();
    }
}
