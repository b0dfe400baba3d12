package org.vung.data;

import java.io.IOException;
import java.util.List;
import org.vung.image.Image;
import org.vung.label.LabelClass;

/** A data set that is another one but for what its implementation says otherwise. */
public interface DatasetView extends Dataset {

    /**
     * The other data set.
     *
     * @return what is asked for all that is not said otherwise
     */
    Dataset whole();

    @Override
    default String name() {
        return whole().name();
    }

    @Override
    default List<LabelClass> classes() {
        return whole().classes();
    }

    @Override
    default List<Item> items() {
        return whole().items();
    }

    @Override
    default Image image(int index) throws IOException {
        return whole().image(index);
    }

    @Override
    default Truth truth(int index) throws IOException {
        return whole().truth(index);
    }
}
