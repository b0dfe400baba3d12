package org.vung.torch.run;

import java.io.IOException;
import org.bytedeco.pytorch.Tensor;
import org.vung.grid.RowBands;
import org.vung.image.Image;
import org.vung.nets.graph.Tiles;
import org.vung.nets.window.Blend;

/** What is done with a network's answers, tile by tile. */
interface TileWork {

    /** Takes the scores [1, K, h, w] of the kept part of a tile. */
    void tile(Tensor scores, Tiles.Piece rows, Tiles.Piece columns);

    /** Rows {@code from} … {@code to} − 1 have all their answers; the window shows them from row {@code first} on. */
    void rows(int from, int to, Image window, int first) throws IOException;

    /** Adds the probabilities [classes, kept rows, kept columns] of a window to those of its neighbours. */
    static void add(float[] part, Tiles.Piece rows, Tiles.Piece columns, Blend blend) {
        int plane = rows.kept() * columns.kept();
        RowBands.forEach(rows.kept(), (from, to) -> {
            for (int row = from; row < to; row++) {
                blend.add(rows.place(), columns.place(), row, part, row * columns.kept(), plane);
            }
        });
    }
}
