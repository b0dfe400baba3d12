package org.vung.classic.felzenszwalb;

import org.vung.Segmenter;
import org.vung.SegmenterContract;

class FelzenszwalbContractTest extends SegmenterContract {

    @Override
    protected Segmenter segmenter() {
        return new Felzenszwalb(Felzenszwalb.Options.scale(100));
    }
}
