package org.vung.classic.slic;

import org.vung.Segmenter;
import org.vung.SegmenterContract;

class SlicContractTest extends SegmenterContract {

    @Override
    protected Segmenter segmenter() {
        return new Slic(Slic.Options.segments(20));
    }
}
