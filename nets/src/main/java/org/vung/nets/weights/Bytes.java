package org.vung.nets.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A run of bytes that may be longer than an array: in memory, or mapped from a file, which then is read only where it
 * is looked at. Never changes; a mapped file must not be changed or cut while its bytes are in use, and stays mapped
 * until nothing refers to them any more.
 */
public final class Bytes {

    /** A map holds at most 2³¹ − 1 bytes, so longer files take several. */
    private static final int PIECE_BITS = 30;

    private static final int MOST_SHOWN = 400;

    private final String name;
    private final List<ByteBuffer> pieces;
    private final long begin;
    private final long length;

    private Bytes(String name, List<ByteBuffer> pieces, long begin, long length) {
        this.name = name;
        this.pieces = pieces;
        this.begin = begin;
        this.length = length;
    }

    /**
     * The bytes of a file.
     *
     * @param file a regular file of any length
     * @return its bytes
     * @throws WeightFileException if it is missing, a folder, or not to be read
     */
    public static Bytes map(Path file) throws WeightFileException {
        String name = file.toString();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long length = channel.size();
            List<ByteBuffer> pieces = new ArrayList<>();
            for (long from = 0; from < length; from += 1L << PIECE_BITS) {
                pieces.add(channel.map(MapMode.READ_ONLY, from, Math.min(length - from, 1L << PIECE_BITS)));
            }
            return new Bytes(name, List.copyOf(pieces), 0, length);
        } catch (NoSuchFileException missing) {
            throw new WeightFileException(name, "there is no such file; check the path", missing);
        } catch (IOException | UnsupportedOperationException failure) {
            throw new WeightFileException(name, "it cannot be read: " + reason(failure), failure);
        }
    }

    /**
     * Bytes in memory.
     *
     * @param name what errors call them
     * @param content not copied, must not change afterwards
     * @return the bytes
     */
    public static Bytes of(String name, byte[] content) {
        return new Bytes(name, List.of(ByteBuffer.wrap(content)), 0, content.length);
    }

    /** Four bytes a number, little-endian. */
    static Bytes of(String name, float[] numbers) {
        int perPiece = 1 << (PIECE_BITS - 2);
        List<ByteBuffer> pieces = new ArrayList<>();
        for (int from = 0; from < numbers.length; from += perPiece) {
            int count = Math.min(numbers.length - from, perPiece);
            ByteBuffer piece = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
            piece.asFloatBuffer().put(numbers, from, count);
            pieces.add(piece);
        }
        return new Bytes(name, List.copyOf(pieces), 0, 4L * numbers.length);
    }

    /**
     * How many there are.
     *
     * @return at least 0
     */
    public long length() {
        return length;
    }

    /**
     * One byte.
     *
     * @param at 0 … length − 1
     * @return 0 … 255
     */
    public int get(long at) {
        Objects.checkIndex(at, length);
        long place = begin + at;
        return pieces.get((int) (place >>> PIECE_BITS)).get((int) (place & (1 << PIECE_BITS) - 1)) & 0xFF;
    }

    /**
     * Copies bytes out.
     *
     * @param from place of the first, at least 0
     * @param into where they go, from its start on
     * @param count how many, at most the length of {@code into}
     */
    public void copy(long from, byte[] into, int count) {
        Objects.checkFromIndexSize(from, count, length);
        long place = begin + from;
        for (int done = 0; done < count; ) {
            ByteBuffer piece = pieces.get((int) (place >>> PIECE_BITS));
            int inside = (int) (place & (1 << PIECE_BITS) - 1);
            int part = Math.min(count - done, piece.capacity() - inside);
            piece.get(inside, into, done, part);
            done += part;
            place += part;
        }
    }

    /**
     * Copies bytes out.
     *
     * @param from place of the first, at least 0
     * @param count how many
     * @return a new array
     */
    public byte[] copy(long from, int count) {
        Objects.checkFromIndexSize(from, count, length);
        byte[] copy = new byte[count];
        copy(from, copy, count);
        return copy;
    }

    /**
     * A part of these bytes, not copied.
     *
     * @param from place of the first, at least 0
     * @param count how many
     * @return the part
     */
    public Bytes slice(long from, long count) {
        Objects.checkFromIndexSize(from, count, length);
        return new Bytes(name, pieces, begin + from, count);
    }

    /**
     * The file is damaged, hostile or of a kind that is not supported.
     *
     * @param problem what is wrong and where, and the mend if there is one
     * @return the error to throw
     */
    public WeightFileException bad(String problem) {
        return new WeightFileException(name, shown(problem));
    }

    /**
     * The file is damaged, as the layer below found out.
     *
     * @param problem what is wrong and where
     * @param cause what the layer below threw
     * @return the error to throw
     */
    public WeightFileException bad(String problem, Throwable cause) {
        return new WeightFileException(name, shown(problem), cause);
    }

    /** A hostile file's names may be long, or steer a terminal. The mend stands at the end, so the middle is cut. */
    private static String shown(String problem) {
        String clean = problem.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
        return clean.length() <= MOST_SHOWN
                ? clean
                : clean.substring(0, MOST_SHOWN / 2) + " … " + clean.substring(clean.length() - MOST_SHOWN / 2);
    }

    private static String reason(Exception failure) {
        String why = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return why == null ? failure.getClass().getSimpleName() : why;
    }

    @Override
    public String toString() {
        return name;
    }
}
