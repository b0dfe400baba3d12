package org.vung.data.scene;

import java.util.List;
import org.vung.Instance;
import org.vung.Instances;
import org.vung.Segmentation;
import org.vung.Semantic;
import org.vung.label.LabelClass;
import org.vung.measure.scene.Legend;
import org.vung.measure.scene.Scene;

/** What a method found, to be measured. */
public final class Scenes {

    private Scenes() {}

    /**
     * A scene in pixels, without a photo.
     *
     * @param answer of any method
     * @return the scene; where objects overlap, the surer one has the pixel
     */
    public static Scene of(Segmentation answer) {
        return Scene.of(answer.labels(), legend(answer));
    }

    private static Legend legend(Segmentation answer) {
        if (answer instanceof Semantic semantic) {
            return Legend.classes(names(semantic.classes()));
        }
        if (answer instanceof Instances found) {
            List<Integer> categories =
                    found.objects().stream().map(Instance::category).toList();
            return Legend.objects(names(found.classes()), categories);
        }
        return Legend.numbers();
    }

    private static List<String> names(List<LabelClass> classes) {
        return classes.stream().map(LabelClass::name).toList();
    }
}
