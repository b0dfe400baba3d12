package org.vung.checks.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vung.image.Image;
import org.vung.image.codec.ImageException;
import org.vung.image.file.ImageFiles;
import tools.jackson.databind.JsonNode;

/** Reads image files for comparison with another reader. */
final class Reading {

    private Reading() {}

    /** {@code file, out, [repeat]} → samples [height, width, channels] in {@code out}; or {@code refused} with the reason. */
    static Map<String, Object> read(JsonNode request) throws IOException {
        Path file = Path.of(request.path("file").asString());
        double[] seconds = new double[request.path("repeat").asInt(1)];
        Image image;
        try {
            image = ImageFiles.read(file);
            for (int i = 0; i < seconds.length; i++) {
                long start = System.nanoTime();
                image = ImageFiles.read(file);
                seconds[i] = (System.nanoTime() - start) / 1e9;
            }
        } catch (ImageException refused) {
            return Map.of("refused", String.valueOf(refused.getMessage()));
        }
        write(Path.of(request.path("out").asString()), image);
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("layout", image.layout().toString());
        reply.put("type", image.type().toString());
        reply.put("seconds", seconds);
        return reply;
    }

    private static void write(Path out, Image image) throws IOException {
        int[] shape = {image.height(), image.width(), image.channels()};
        switch (image.type()) {
            case UINT8 -> Npy.write(out, image);
            case UINT16 -> {
                short[] samples = image.sharedShorts();
                int[] values = new int[samples.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = samples[i] & 0xFFFF;
                }
                Npy.write(out, values, shape);
            }
            case FLOAT32 -> {
                float[] samples = image.sharedFloats();
                double[] values = new double[samples.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = samples[i];
                }
                Npy.write(out, values, shape);
            }
        }
    }
}
