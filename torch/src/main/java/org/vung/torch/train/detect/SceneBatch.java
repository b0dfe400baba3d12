package org.vung.torch.train.detect;

import java.util.Collections;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.vung.nets.layer.Extent;
import org.vung.torch.rcnn.Targets;

/**
 * What a network that finds objects sees at once, in plain memory.
 *
 * @param images [N, H, W, C], the channels of a pixel side by side; 0 where nobody knows what is there
 * @param window H and W
 * @param channels C
 * @param targets the objects of each
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SceneBatch(float[] images, Extent window, int channels, List<Targets> targets) {

    /** [N, C, H, W], the channels of a pixel side by side. */
    Tensor input() {
        return Tensor.create(images, targets.size(), window.rows(), window.columns(), channels)
                .permute(0, 3, 1, 2);
    }

    /** All of each window, as it has no zeros around it. */
    List<Extent> seen() {
        return Collections.nCopies(targets.size(), window);
    }
}
