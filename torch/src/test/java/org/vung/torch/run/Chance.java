package org.vung.torch.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelClass;
import org.vung.nets.numbers.Numbers;

/** Networks and images of chance, and how often two segmenters agree. */
final class Chance {

    static final List<LabelClass> THREE =
            List.of(new LabelClass("a", 0), new LabelClass("b", 0xFF0000), new LabelClass("c", 0xFF));

    /** Normal with a deviation of 0.3, a function of the parameter's name. */
    static final Numbers NUMBERS = (key, parameter) -> {
        Random random = new Random(key.hashCode());
        float[] numbers = new float[(int) parameter.numbers()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextGaussian() * 0.3f;
        }
        return numbers;
    };

    private Chance() {}

    static Image noise(int height, int width, int seed) {
        byte[] samples = new byte[height * width * 3];
        new Random(seed).nextBytes(samples);
        return Image.wrap(new Size(height, width), Layout.RGB, samples);
    }

    /** The share of pixels of all photos to which both give one class. */
    static double agreement(SemanticSegmenter one, SemanticSegmenter other, List<Path> photos) throws IOException {
        long same = 0;
        long all = 0;
        for (Path photo : photos) {
            int[] labels = one.segment(ImageFiles.read(photo)).labels().sharedLabels();
            int[] others = other.segment(ImageFiles.read(photo)).labels().sharedLabels();
            for (int pixel = 0; pixel < labels.length; pixel++) {
                same += labels[pixel] == others[pixel] ? 1 : 0;
            }
            all += labels.length;
        }
        return (double) same / all;
    }
}
