package org.vung.torch.gan;

import static org.bytedeco.pytorch.global.torch.manual_seed;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Preview;
import org.vung.image.Size;
import org.vung.image.resample.Resampling;
import org.vung.nets.file.Answer;
import org.vung.nets.file.ModelFile;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Shape;
import org.vung.torch.parallel.Group;
import org.vung.torch.run.Libtorch;
import org.vung.torch.run.Precision;
import org.vung.torch.run.Tensors;
import org.vung.torch.train.network.TrainableNetwork;

/**
 * Makes a picture of an image by a generator of pix2pix. As in the paper (section 3.3) the network runs as in training: dropout is on,
 * which is the only chance there is, and norms look at the image itself, not at what they remember. The same image and seed give the
 * same picture.
 *
 * <p>May be shared between threads, which take turns. Holds native memory until closed.
 */
public final class Translator implements AutoCloseable {

    private final Preprocessing preprocessing;
    private final Size size;
    private final TrainableNetwork network;
    private final long seed;

    /**
     * A translator.
     *
     * @param model whose answer is a picture
     * @param seed of dropout
     * @throws IllegalArgumentException if the model does something else
     */
    public Translator(ModelFile model, long seed) {
        if (model.answer() != Answer.PICTURE) {
            throw new IllegalArgumentException("model must make pictures, got "
                    + model.graph().name() + ", which segments; use it with 'vung segment'");
        }
        Graph graph = model.graph();
        Shape input = graph.input();
        preprocessing = model.preprocessing();
        size = new Size(input.height(), input.width());
        network = new TrainableNetwork(graph, model.numbers(), Precision.FLOAT32, Group.alone());
        this.seed = seed;
    }

    /**
     * What images are resized to, and the size of the pictures made.
     *
     * @return as in training
     */
    public Size size() {
        return size;
    }

    /**
     * Makes a picture.
     *
     * @param image any size
     * @return 8-bit RGB of {@link #size}
     */
    public Image translate(Image image) {
        Image seen = Resampling.picture(Preview.rgb(image), size);
        Libtorch.cores().acquireUninterruptibly();
        try (PointerScope scope = new PointerScope();
                NoGradGuard plain = new NoGradGuard()) {
            manual_seed(seed);
            PictureBatch batch =
                    new PictureBatch(1, size, preprocessing.colours().channels(), preprocessing.of(seen), new float[0]);
            Tensor made = network.answer(batch.input());
            return picture(Tensors.toFloats(made.permute(0, 2, 3, 1).contiguous()));
        } finally {
            Libtorch.cores().release();
        }
    }

    /** [H, W, 3] in −1 … 1. */
    private Image picture(float[] made) {
        byte[] rgb = new byte[made.length];
        for (int at = 0; at < made.length; at++) {
            rgb[at] = (byte) Math.round(127.5f * Math.max(-1, Math.min(1, made[at])) + 127.5f);
        }
        return Image.wrap(size, Layout.RGB, rgb);
    }

    @Override
    public void close() {
        network.close();
    }
}
