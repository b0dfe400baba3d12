package org.vung.classic.watershed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.image.Size;

/** Worked by hand: the outside is two pixels from the middle of a 3×3 block and one from the pixel that joins two of them. */
class NecksTest {

    private static final String BLOCKS = "........./.###.###./.#######./.###.###./.........";

    private static String cut(String rows, double depth) {
        String[] lines = rows.split("/", -1);
        Size size = new Size(lines.length, lines[0].length());
        boolean[] inside = new boolean[size.pixels()];
        for (int pixel = 0; pixel < inside.length; pixel++) {
            inside[pixel] = lines[pixel / size.width()].charAt(pixel % size.width()) == '#';
        }
        return LabelText.of(Necks.cut(inside, depth, size), size.width());
    }

    @ParameterizedTest
    @CsvSource({
        "., 1, .",
        "#, 1, 1",
        // no neck: one block, and one as long as two
        "...../.###./.###./.###./....., 1, ...../.111./.111./.111./.....",
        "......./.#####./.#####./.#####./......., 0.1, ......./.11111./.11111./.11111./.......",
        // the neck is a pixel nearer to the outside than the middles are
        BLOCKS + ", 0.9, ........./.111.222./.1111222./.111.222./.........",
        BLOCKS + ", 1, ........./.111.111./.1111111./.111.111./.........",
        // parts that do not touch are parts, whatever the depth; corners do not touch
        "#.#, 100, 1.2",
        "#./.#, 100, 1./.2",
        // what lies beyond the image is outside
        "###/###, 1, 111/111",
        "###.###/#######/###.###, 0.9, 111.222/1111222/111.222",
    })
    void blobsAreCutWhereTheirEdgesComeNear(String inside, double depth, String expected) {
        assertThat(cut(inside, depth)).isEqualTo(expected);
    }
}
