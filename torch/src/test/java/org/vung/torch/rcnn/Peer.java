package org.vung.torch.rcnn;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.vung.torch.rcnn.box.Boxes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What torchvision gives for the same boxes and maps; {@code checks/peers/fixtures_rcnn.py} made the files. */
public final class Peer {

    private Peer() {}

    /** A part of {@code parts.json}. */
    public static JsonNode part(String name) {
        return file("parts.json").path(name);
    }

    static JsonNode file(String name) {
        try (InputStream in = Objects.requireNonNull(Peer.class.getResourceAsStream(name), name)) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** Numbers of an array. */
    public static float[] floats(JsonNode array) {
        float[] numbers = new float[array.size()];
        for (int at = 0; at < numbers.length; at++) {
            numbers[at] = (float) array.path(at).asDouble();
        }
        return numbers;
    }

    /** Whole numbers of an array. */
    public static int[] ints(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }

    /** Boxes by their edges. */
    public static Boxes boxes(JsonNode array) {
        return Boxes.wrap(floats(array));
    }
}
