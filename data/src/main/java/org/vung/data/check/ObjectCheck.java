package org.vung.data.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.image.Size;

/** Looks at the objects of an image. */
final class ObjectCheck {

    private ObjectCheck() {}

    static List<Finding> of(ObjectSet truth, int classes, String file) {
        List<Finding> findings = new ArrayList<>();
        Size size = truth.size();
        add(
                findings,
                truth,
                file,
                Kind.LABEL,
                object -> object.category() >= classes,
                "have a category that no class has",
                "name the class, or remove them");
        add(
                findings,
                truth,
                file,
                Kind.BOX,
                object -> !isVoid(object) && (object.height() <= 0 || object.width() <= 0),
                "have a box without area",
                "remove them, or draw them again");
        add(
                findings,
                truth,
                file,
                Kind.BOX,
                object -> hasArea(object) && isOutside(object, size),
                "have a box outside the image of " + size,
                "check whether boxes are in pixels of this image");
        add(
                findings,
                truth,
                file,
                Kind.BOX,
                object -> hasArea(object) && object.mask().area() == 0,
                "have a mask without a pixel",
                "remove them, or draw them again");
        return findings;
    }

    private static boolean isVoid(ObjectTruth object) {
        return object.category() == ObjectTruth.VOID;
    }

    private static boolean hasArea(ObjectTruth object) {
        return !isVoid(object) && object.height() > 0 && object.width() > 0;
    }

    /** Half a pixel beyond an edge is how some tools round. */
    private static boolean isOutside(ObjectTruth object, Size size) {
        return object.row() < -0.5
                || object.column() < -0.5
                || object.row() + object.height() > size.height() + 0.5
                || object.column() + object.width() > size.width() + 0.5;
    }

    private static void add(
            List<Finding> findings,
            ObjectSet truth,
            String file,
            Kind kind,
            Predicate<ObjectTruth> wrong,
            String what,
            String mend) {
        int count = 0;
        int first = -1;
        for (int at = 0; at < truth.objects().size(); at++) {
            if (wrong.test(truth.objects().get(at))) {
                count++;
                first = first < 0 ? at : first;
            }
        }
        if (count > 0) {
            findings.add(new Finding(
                    Severity.ERROR,
                    kind,
                    file,
                    count + " of " + truth.objects().size() + " objects " + what + ", the first is number "
                            + (first + 1),
                    mend));
        }
    }
}
