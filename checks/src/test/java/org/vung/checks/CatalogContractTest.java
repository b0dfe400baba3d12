package org.vung.checks;

import java.util.List;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.vung.Segmenter;
import org.vung.SegmenterContract;
import org.vung.catalog.Catalog;
import org.vung.catalog.Method;

/** Every method of the catalog with its defaults, and a few with options that change the path taken, keeps the contract. */
@ParameterizedClass
@MethodSource("texts")
class CatalogContractTest extends SegmenterContract {

    @Parameter
    String text = "";

    static List<String> texts() {
        return Catalog.all().stream().map(Method::name).toList();
    }

    @Override
    protected Segmenter segmenter() {
        return Catalog.segmenter(text);
    }
}
