package org.vung.checks.export;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Extent;
import org.vung.nets.model.Model;
import org.vung.nets.model.Models;

/**
 * Every network of the list as .onnx, at its own size and, where its file leaves the size free, at a smaller uneven one; networks that
 * unpool at small sizes.
 */
public final class ExportTable {

    private ExportTable() {}

    /**
     * Prints a Markdown table; ends the process with 1 where a network misses.
     *
     * @param names of networks; none for all
     * @throws IOException if a file cannot be written or is refused
     */
    public static void main(String[] names) throws IOException {
        List<String> all = names.length > 0
                ? List.of(names)
                : Models.all().stream()
                        .filter(Model::runsInOneGo)
                        .map(Model::name)
                        .toList();
        boolean missed = false;
        System.out.println("| network | image | largest difference ÷ largest number | images | |");
        System.out.println("|---|---|---|---|---|");
        for (String name : all) {
            for (Exported row : Exported.at(name, sizes(Models.named(name).graph()))) {
                missed |= !row.isClose();
                System.out.printf(
                        Locale.ROOT,
                        "| `%s` | %s | %.1e | %d | %s |%n",
                        name,
                        row.size(),
                        row.difference(),
                        row.images(),
                        row.isClose() ? "ok" : "miss");
            }
        }
        if (missed) {
            System.exit(1);
        }
    }

    private static List<Extent> sizes(Graph graph) {
        Extent own = graph.input().size();
        if (Exported.unpools(graph)) {
            Extent small = new Extent(64, 96);
            return takes(graph, small) ? List.of(new Extent(32, 48), small) : List.of(own);
        }
        for (Extent other : List.of(new Extent(97, 131), new Extent(188, 204), new Extent(96, 160))) {
            if (takes(graph, other)) {
                return List.of(own, other);
            }
        }
        return List.of(own);
    }

    private static boolean takes(Graph graph, Extent size) {
        try {
            graph.sized(size);
            return true;
        } catch (IllegalArgumentException tooSmallOrUneven) {
            return false;
        }
    }
}
