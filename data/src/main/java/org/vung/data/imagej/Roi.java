package org.vung.data.imagej;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vung.data.outline.Polygon;
import org.vung.data.outline.Ring;

/**
 * One region of interest in ImageJ's format, all numbers big-endian:
 *
 * <table>
 * <caption>Fields; those not listed are 0</caption>
 * <tr><td>0</td><td>"Iout"</td></tr>
 * <tr><td>4</td><td>version, 16 bits: 228</td></tr>
 * <tr><td>6</td><td>type: 0 polygon, 1 rectangle, which a shape declares</td></tr>
 * <tr><td>8, 10, 12, 14</td><td>top, left, bottom, right of the bounds, 16 bits each</td></tr>
 * <tr><td>16</td><td>corners of a polygon, 16 bits</td></tr>
 * <tr><td>36</td><td>numbers of a shape, 32 bits; 0 for a polygon</td></tr>
 * <tr><td>40</td><td>colour of the line, ARGB</td></tr>
 * <tr><td>60</td><td>where the second header lies, 32 bits</td></tr>
 * <tr><td>64</td><td>polygon: all columns, then all rows, 16 bits each, from the left upper corner of the bounds; shape: 32-bit
 * floats, 0 column row for "move to", 1 column row for "line to", 4 for "close"</td></tr>
 * </table>
 *
 * <p>The second header has 64 bytes: at 16 and 20 the place and the length of the name, at 40 and 44 those of the properties, both in
 * UTF-16.
 *
 * <p>A region of one part without holes is a polygon; any other is a shape, which ImageJ fills by the even-odd rule, and so is one that
 * reaches beyond what 16 bits hold.
 *
 * @param name shown in the ROI Manager
 * @param properties lines of {@code key: value}
 * @param rgb colour of its line
 */
record Roi(String name, String properties, int rgb) {

    private static final int MAGIC = 'I' << 24 | 'o' << 16 | 'u' << 8 | 't';
    private static final short VERSION = 228;
    private static final int HEADER = 64;
    private static final byte POLYGON = 0;
    private static final byte RECTANGLE = 1;
    private static final int OPAQUE = 0xFF000000;

    private static final int MOVE_TO = 0;
    private static final int LINE_TO = 1;
    private static final int CLOSE = 4;

    byte[] bytes(List<Polygon> parts) {
        boolean simple = parts.size() == 1
                && parts.get(0).holes().isEmpty()
                && parts.get(0).outer().size() <= Short.MAX_VALUE
                && Bounds.of(parts).fit();
        byte[] shape = simple ? corners(parts.get(0).outer(), Bounds.of(parts)) : path(parts);
        byte[] label = name.getBytes(StandardCharsets.UTF_16BE);
        byte[] facts = properties.getBytes(StandardCharsets.UTF_16BE);
        ByteBuffer file = ByteBuffer.allocate(HEADER + shape.length + HEADER + label.length + facts.length);
        header(file, parts, simple, shape.length);
        file.put(HEADER, shape);
        int second = HEADER + shape.length;
        int labelAt = second + HEADER;
        file.putInt(second + 16, labelAt).putInt(second + 20, label.length / 2).put(labelAt, label);
        int factsAt = labelAt + label.length;
        file.putInt(second + 40, factsAt).putInt(second + 44, facts.length / 2).put(factsAt, facts);
        return file.array();
    }

    private void header(ByteBuffer file, List<Polygon> parts, boolean simple, int bytes) {
        Bounds bounds = Bounds.of(parts);
        file.putInt(0, MAGIC).putShort(4, VERSION).put(6, simple ? POLYGON : RECTANGLE);
        file.putShort(8, held(bounds.top)).putShort(10, held(bounds.left));
        file.putShort(12, held(bounds.bottom)).putShort(14, held(bounds.right));
        if (simple) {
            file.putShort(16, (short) parts.get(0).outer().size());
        } else {
            file.putInt(36, bytes / Float.BYTES);
        }
        file.putInt(40, OPAQUE | rgb).putInt(60, HEADER + bytes);
    }

    private static short held(int place) {
        return (short) Math.min(place, Short.MAX_VALUE);
    }

    private static byte[] corners(Ring ring, Bounds bounds) {
        ByteBuffer corners = ByteBuffer.allocate(2 * Short.BYTES * ring.size());
        for (int corner = 0; corner < ring.size(); corner++) {
            corners.putShort((short) (ring.column(corner) - bounds.left));
        }
        for (int corner = 0; corner < ring.size(); corner++) {
            corners.putShort((short) (ring.row(corner) - bounds.top));
        }
        return corners.array();
    }

    private static byte[] path(List<Polygon> parts) {
        int numbers = parts.stream()
                .flatMap(Polygon::rings)
                .mapToInt(ring -> 3 * ring.size() + 1)
                .sum();
        ByteBuffer path = ByteBuffer.allocate(Float.BYTES * numbers);
        parts.stream().flatMap(Polygon::rings).forEach(ring -> {
            for (int corner = 0; corner < ring.size(); corner++) {
                path.putFloat(corner == 0 ? MOVE_TO : LINE_TO);
                path.putFloat(ring.column(corner)).putFloat(ring.row(corner));
            }
            path.putFloat(CLOSE);
        });
        return path.array();
    }

    /** The least rectangle around a region. */
    private record Bounds(int top, int left, int bottom, int right) {

        static Bounds of(List<Polygon> parts) {
            int[] edge = {Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0};
            for (Polygon part : parts) {
                Ring ring = part.outer();
                for (int corner = 0; corner < ring.size(); corner++) {
                    edge[0] = Math.min(edge[0], ring.row(corner));
                    edge[1] = Math.min(edge[1], ring.column(corner));
                    edge[2] = Math.max(edge[2], ring.row(corner));
                    edge[3] = Math.max(edge[3], ring.column(corner));
                }
            }
            return new Bounds(edge[0], edge[1], edge[2], edge[3]);
        }

        boolean fit() {
            return bottom <= Short.MAX_VALUE && right <= Short.MAX_VALUE;
        }
    }
}
