package org.vung.torch.gan;

import org.bytedeco.pytorch.Tensor;
import org.vung.image.Size;

/**
 * Some pairs in plain memory, in −1 … 1.
 *
 * @param count N
 * @param size H and W of both
 * @param channels C of the images
 * @param images [N, H, W, C]
 * @param pictures [N, H, W, 3], what the images become
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PictureBatch(int count, Size size, int channels, float[] images, float[] pictures) {

    /** [N, C, H, W], the channels of a pixel side by side. */
    Tensor input() {
        return tensor(images, channels);
    }

    /** [N, 3, H, W]. */
    Tensor target() {
        return tensor(pictures, 3);
    }

    private Tensor tensor(float[] numbers, int of) {
        return Tensor.create(numbers, count, size.height(), size.width(), of).permute(0, 3, 1, 2);
    }
}
