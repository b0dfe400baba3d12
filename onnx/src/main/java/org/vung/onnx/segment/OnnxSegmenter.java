package org.vung.onnx.segment;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.vung.nets.foreign.Description;
import org.vung.nets.foreign.DescriptionFile;
import org.vung.nets.foreign.FloatArray;
import org.vung.nets.foreign.ForeignNetwork;
import org.vung.nets.foreign.ForeignSegmenter;
import org.vung.nets.foreign.Order;
import org.vung.nets.weights.WeightFileException;
import org.vung.onnx.FloatMaps;
import org.vung.onnx.ImageInput;
import org.vung.onnx.OnnxException;
import org.vung.onnx.OnnxModel;

/** Any .onnx file that takes one image and answers with scores or labels of its pixels, as a segmenter. */
public final class OnnxSegmenter {

    private OnnxSegmenter() {}

    /**
     * Opens a file and reads the description beside it.
     *
     * @param file such as {@code net.onnx}; {@code net.onnx.json} lies beside it
     * @return a segmenter that must be closed
     * @throws OnnxException if the file is no model that can be run
     * @throws WeightFileException if there is no description, or none that fits; the message shows one to write
     */
    public static ForeignSegmenter open(Path file) throws OnnxException, WeightFileException {
        OnnxModel model = OnnxModel.open(file);
        try {
            if (model.input().count() > 1) {
                throw new OnnxException(
                        file,
                        "it must take one image at a time, got " + model.input().count(),
                        "export it with a free batch");
            }
            Description description = DescriptionFile.of(file, example(model));
            String output = output(file, model, description);
            DescriptionFile.check(file, known(model, output), description, order(model));
            return new ForeignSegmenter(new Adapted(file, model, output), description);
        } catch (WeightFileException | OnnxException | RuntimeException wrong) {
            model.close();
            throw wrong;
        }
    }

    private static DescriptionFile.Example example(OnnxModel model) {
        int channels = model.input().channels() == 1 ? 1 : 3;
        List<Integer> answer = model.outputs().values().iterator().next();
        int planes = answer.size() != 4 ? 2 : answer.get(1) > 0 ? answer.get(1) : Math.max(2, answer.get(3));
        return new DescriptionFile.Example(channels, planes, model.input().height() == ImageInput.ANY);
    }

    private static String output(Path file, OnnxModel model, Description description) throws OnnxException {
        Set<String> names = model.outputs().keySet();
        String said = description.output();
        String name = said != null ? said : names.size() == 1 ? names.iterator().next() : "out";
        if (!names.contains(name)) {
            throw new OnnxException(
                    file,
                    "its description must name one of its outputs " + names + ", got " + (said == null ? "none" : said),
                    "write \"output\": \"" + names.iterator().next() + "\"");
        }
        return name;
    }

    private static List<Integer> known(OnnxModel model, String output) {
        return Objects.requireNonNull(model.outputs().get(output));
    }

    private static Order order(OnnxModel model) {
        return model.input().layout() == ImageInput.Layout.NHWC ? Order.NHWC : Order.NCHW;
    }

    /** A model as a network of one answer. */
    private record Adapted(Path path, OnnxModel model, String output) implements ForeignNetwork {

        @Override
        public String file() {
            return path.toString();
        }

        @Override
        public Takes takes() {
            ImageInput input = model.input();
            return new Takes(input.channels(), input.height(), input.width(), order(model));
        }

        @Override
        public FloatArray run(FloatArray image) throws OnnxException {
            FloatMaps answer =
                    Objects.requireNonNull(model.run(new FloatMaps(image.dimensions(), image.numbers()), Set.of(output))
                            .get(output));
            return new FloatArray(answer.dimensions(), answer.numbers());
        }

        @Override
        public void close() {
            model.close();
        }
    }
}
