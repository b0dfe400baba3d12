package org.vung.checks.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.vung.classic.quickshift.LinkTree;
import org.vung.classic.quickshift.QuickShift;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import tools.jackson.databind.JsonNode;

/** What the comparison of mode-seeking methods needs beyond {@code segment} and {@code filter}. */
final class ModeTasks {

    private ModeTasks() {}

    /** {@code colours, noise} (float64), {@code height, width, kernel, distance, ratio, out} → labels in {@code out}. */
    static Map<String, Object> quickshift(JsonNode request) throws IOException {
        Size size =
                new Size(request.path("height").asInt(), request.path("width").asInt());
        QuickShift.Options options = QuickShift.Options.usual()
                .withKernel(request.path("kernel").asDouble())
                .withDistance(request.path("distance").asDouble())
                .withRatio(request.path("ratio").asDouble());
        LinkTree tree = new QuickShift(options)
                .tree(
                        size,
                        Npy.readDoubles(Path.of(request.path("colours").asString())),
                        Npy.readDoubles(Path.of(request.path("noise").asString())));
        LabelMap labels = tree.cut(options.distance()).labels();
        Npy.write(Path.of(request.path("out").asString()), labels.sharedLabels(), size.height(), size.width());
        return Map.of("count", labels.count());
    }
}
