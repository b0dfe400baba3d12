package org.vung.image.codec.vp8;

import java.util.Arrays;
import org.vung.image.Size;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;

/**
 * Decodes a key frame of VP8: modes, coefficients and prediction of each macroblock, then the loop filter, then colours. Pixels
 * equal those of libwebp with its usual settings.
 */
public final class Vp8Decoder {

    private static final int[] BLOCK_TREE = {0, 2, -1, 4, -2, 6, 8, 12, -3, 10, -5, -6, -4, 14, -7, 16, -8, -9};

    /** The mode that blocks beside a macroblock predicted as a whole take it for. */
    private static final int[] AS_BLOCKS = {
        BlockIntra.DC, BlockIntra.VERTICAL, BlockIntra.HORIZONTAL, BlockIntra.TRUE_MOTION
    };

    private final Source source;
    private final FrameHeader header;
    private final int rows;
    private final int columns;
    private final Plane[] planes;
    private final Residuals residuals;
    private final BlockIntra blocks = new BlockIntra();
    private final int[] modesAbove;
    private final int[] modesLeft = new int[4];
    private final int[] modes = new int[16];
    /** Filter level by macroblock, 64 more where the edges inside count. */
    private final byte[] levels;

    private Vp8Decoder(Source source, int from, int end, Size size) throws ImageException {
        this.source = source;
        this.header = new FrameHeader(source, from, end);
        this.rows = (size.height() + 15) / 16;
        this.columns = (size.width() + 15) / 16;
        this.planes = new Plane[] {
            new Plane(16 * rows, 16 * columns), new Plane(8 * rows, 8 * columns), new Plane(8 * rows, 8 * columns)
        };
        this.residuals = new Residuals(header.probabilities, columns);
        this.modesAbove = new int[4 * columns];
        this.levels = new byte[rows * columns];
    }

    /**
     * Decodes one.
     *
     * @param source the file
     * @param from where the frame begins, at its tag
     * @param end one past its last byte
     * @param size height and width as its header says, already checked
     * @param channels 3, or 4 to leave room for opacity
     * @return red, green, blue and the room, interleaved
     * @throws ImageException if the data runs out
     */
    public static byte[] decode(Source source, int from, int end, Size size, int channels) throws ImageException {
        Vp8Decoder decoder = new Vp8Decoder(source, from, end, size);
        for (int row = 0; row < decoder.rows; row++) {
            decoder.row(row);
        }
        decoder.filter();
        return new Upsampling(decoder.planes, size.height(), size.width(), channels).rgb();
    }

    private void row(int row) throws ImageException {
        BoolDecoder bits = header.residuals[row & (header.residuals.length - 1)];
        residuals.startRow();
        Arrays.fill(modesLeft, BlockIntra.DC);
        for (int column = 0; column < columns; column++) {
            macroblock(bits, row, column);
            if (bits.overrun() || header.modes.overrun()) {
                throw FrameHeader.truncated(source);
            }
        }
    }

    private void macroblock(BoolDecoder bits, int row, int column) {
        BoolDecoder choices = header.modes;
        int segment = 0;
        if (header.segmentMap) {
            int[] tree = header.segmentTree;
            segment = choices.bit(tree[0]) == 0 ? choices.bit(tree[1]) : 2 + choices.bit(tree[2]);
        }
        boolean empty = header.coded > 0 && choices.bit(header.coded) == 1;
        boolean parts = choices.bit(145) == 0;
        int whole = parts ? blockModes(column) : wholeMode(column);
        int chroma = choices.bit(142) == 0
                ? Intra.DC
                : choices.bit(114) == 0 ? Intra.VERTICAL : choices.bit(183) == 0 ? Intra.HORIZONTAL : Intra.TRUE_MOTION;
        boolean filled = false;
        if (empty) {
            residuals.skip(column, parts);
        } else {
            filled = residuals.read(bits, column, parts, header.quantizers[segment]);
        }
        luma(row, column, parts, whole);
        for (int i = 1; i < 3; i++) {
            int at = planes[i].at(8 * row, 8 * column);
            Intra.predict(planes[i], at, 8, chroma, row > 0, column > 0);
            addResiduals(planes[i], at, 8, i == 1 ? 16 : 20);
        }
        int level = header.filterLevels[segment][parts ? 1 : 0];
        levels[row * columns + column] = (byte) (level + (parts || filled ? 64 : 0));
    }

    private int wholeMode(int column) {
        BoolDecoder bits = header.modes;
        int mode;
        if (bits.bit(156) == 0) {
            mode = bits.bit(163) == 0 ? Intra.DC : Intra.VERTICAL;
        } else {
            mode = bits.bit(128) == 0 ? Intra.HORIZONTAL : Intra.TRUE_MOTION;
        }
        Arrays.fill(modesLeft, AS_BLOCKS[mode]);
        Arrays.fill(modesAbove, 4 * column, 4 * column + 4, AS_BLOCKS[mode]);
        return mode;
    }

    private int blockModes(int column) {
        for (int block = 0; block < 16; block++) {
            int above = 4 * column + (block & 3);
            int left = block >> 2;
            int first = (modesAbove[above] * BlockIntra.MODES + modesLeft[left]) * (BlockIntra.MODES - 1);
            modes[block] = header.modes.leaf(BLOCK_TREE, Tables.BLOCK_MODES, first);
            modesAbove[above] = modes[block];
            modesLeft[left] = modes[block];
        }
        return Intra.DC;
    }

    private void luma(int row, int column, boolean parts, int whole) {
        Plane plane = planes[0];
        int at = plane.at(16 * row, 16 * column);
        if (!parts) {
            Intra.predict(plane, at, 16, whole, row > 0, column > 0);
            addResiduals(plane, at, 16, 0);
            return;
        }
        int beyond = at - plane.stride + 16;
        if (column == columns - 1 && row > 0) {
            Arrays.fill(plane.samples, beyond, beyond + 4, plane.samples[beyond - 1]);
        }
        for (int block = 0; block < 16; block++) {
            int place = at + (block >> 2) * 4 * plane.stride + (block & 3) * 4;
            int right = (block & 3) == 3 ? beyond : place - plane.stride + 4;
            blocks.predict(plane, place, right, modes[block]);
            Inverse.addTo(plane, place, residuals.coefficients, 16 * block);
        }
    }

    private void addResiduals(Plane plane, int at, int side, int firstBlock) {
        int block = firstBlock;
        for (int row = 0; row < side; row += 4) {
            for (int column = 0; column < side; column += 4) {
                Inverse.addTo(plane, at + row * plane.stride + column, residuals.coefficients, 16 * block++);
            }
        }
    }

    private void filter() {
        LoopFilter filter = new LoopFilter(header);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int level = levels[row * columns + column];
                filter.filter(planes, row, column, level & 63, level >= 64);
            }
        }
    }
}
