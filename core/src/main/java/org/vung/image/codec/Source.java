package org.vung.image.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;
import org.vung.image.Size;

/**
 * The bytes of one image file, what to call it in errors, and how much may be made of it. A file lies in memory, or stays on
 * the disk and is read where it is looked at; then its pixels come in bands, and no limit but that of pixels holds for all of
 * them together.
 */
public final class Source {

    /** What is read of a file on the disk at once. */
    private static final int WINDOW = 1 << 16;

    private final byte[] content;
    private final @Nullable FileChannel channel;
    private final long length;
    private final String name;
    private final Limits limits;

    private Source(byte[] content, @Nullable FileChannel channel, long length, String name, Limits limits) {
        this.content = content;
        this.channel = channel;
        this.length = length;
        this.name = name;
        this.limits = limits;
    }

    /**
     * A part of the file.
     *
     * @param bytes hold the part; for reading only
     * @param offset where it begins in them
     * @param length of the part
     */
    @SuppressWarnings("ArrayRecordComponent") // a window on the file, never compared
    public record Window(byte[] bytes, int offset, int length) {}

    /**
     * A file in memory.
     *
     * @param content the whole file; not copied, must not change while it is decoded
     * @param name what errors call it: a path, an address, "standard input"
     * @param limits what is accepted
     * @return the source
     * @throws ImageException if the file is longer than the limits allow
     */
    public static Source of(byte[] content, String name, Limits limits) throws ImageException {
        return new Source(content, null, content.length, name, limits).checked();
    }

    /**
     * A file on the disk.
     *
     * @param channel the open file; must stay open and must not change while it is decoded
     * @param name what errors call it: a path
     * @param limits what is accepted
     * @return the source
     * @throws ImageException if the file is longer than the limits allow, or its length cannot be had
     */
    public static Source of(FileChannel channel, String name, Limits limits) throws ImageException {
        try {
            return new Source(new byte[0], channel, channel.size(), name, limits).checked();
        } catch (ImageException refused) {
            throw refused;
        } catch (IOException failed) {
            throw unreadable(name, failed);
        }
    }

    private Source checked() throws ImageException {
        if (length > limits.fileBytes()) {
            throw beyond("the file has " + length + " bytes", limits.fileBytes() + " bytes");
        }
        return this;
    }

    private static ImageException unreadable(String name, IOException failed) {
        return new ImageException(ImageException.Kind.IO, name + ": cannot be read: " + failed.getMessage(), failed);
    }

    /**
     * The file itself, for reading only.
     *
     * @return all bytes
     * @throws IllegalStateException if the file does not lie in memory
     */
    public byte[] sharedContent() {
        if (channel != null) {
            throw new IllegalStateException(
                    "the file must lie in memory to be read whole, got " + name + " on the disk");
        }
        return content;
    }

    /**
     * Length of the file.
     *
     * @return bytes
     */
    public long length() {
        return length;
    }

    /**
     * Whether the file stays on the disk and its pixels come in bands.
     *
     * @return false for a file in memory
     */
    public boolean inBands() {
        return channel != null;
    }

    /**
     * Some bytes of the file, for reading only; a file in memory gives the array behind it.
     *
     * @param at first byte
     * @param count bytes wanted
     * @return exactly so many bytes
     * @throws ImageException if the file ends before or cannot be read
     */
    public Window bytes(long at, int count) throws ImageException {
        if (at < 0 || at + count > length) {
            throw bad("the file ends at byte " + length + ", byte " + (at + count)
                    + " is needed; the file is truncated or damaged");
        }
        return channel == null ? new Window(content, (int) at, count) : new Window(read(channel, at, count), 0, count);
    }

    /**
     * Bytes from one on, as many as are at hand: all that are wanted of a file in memory, some of a file on the disk.
     *
     * @param at first byte, inside the file
     * @param most bytes wanted, at least 1
     * @return 1 … {@code most} bytes
     * @throws ImageException if the file ends before or cannot be read
     */
    public Window some(long at, long most) throws ImageException {
        return bytes(at, (int) Math.min(most, channel == null ? length : WINDOW));
    }

    /**
     * Adds bytes to a checksum.
     *
     * @param sum receives them
     * @param at first byte
     * @param count bytes
     * @throws ImageException if the file ends before or cannot be read
     */
    public void addTo(Checksum sum, long at, long count) throws ImageException {
        long from = at;
        while (from < at + count) {
            Window window = some(from, at + count - from);
            sum.update(window.bytes(), window.offset(), window.length());
            from += window.length();
        }
    }

    private byte[] read(FileChannel channel, long at, int count) throws ImageException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, at + buffer.position()) < 0) {
                    throw bad("the file became shorter while it was read; let it be whole first");
                }
            }
        } catch (ImageException refused) {
            throw refused;
        } catch (IOException failed) {
            throw unreadable(name, failed);
        }
        return buffer.array();
    }

    /**
     * What is accepted.
     *
     * @return the limits
     */
    public Limits limits() {
        return limits;
    }

    /**
     * The file is damaged or of a kind that is not supported.
     *
     * @param problem what is wrong and where, and the mend if there is one
     * @return the error to throw
     */
    public ImageException bad(String problem) {
        return new ImageException(ImageException.Kind.BAD_INPUT, name + ": " + problem);
    }

    /**
     * The file is damaged, as the layer below found out.
     *
     * @param problem what is wrong and where
     * @param cause what the layer below threw
     * @return the error to throw
     */
    public ImageException bad(String problem, Throwable cause) {
        return new ImageException(ImageException.Kind.BAD_INPUT, name + ": " + problem, cause);
    }

    /**
     * The file wants more than the limits allow.
     *
     * @param wanted what it declares
     * @param limit the limit, with its unit
     * @return the error to throw
     */
    public ImageException beyond(String wanted, String limit) {
        return new ImageException(
                ImageException.Kind.LIMIT,
                name + ": " + wanted + ", the limit is " + limit + "; raise the limit or shrink the image");
    }

    /**
     * Checks what a header declares before pixels are allocated.
     *
     * @param height rows, as the file says
     * @param width columns, as the file says
     * @param bytesPerPixel bytes a decoded pixel takes in memory; not held against the limit where pixels come in bands
     * @return the size
     * @throws ImageException if there is nothing to see, or more than the limits allow
     */
    public Size size(long height, long width, int bytesPerPixel) throws ImageException {
        if (height < 1 || width < 1) {
            throw bad("the header declares " + height + "x" + width + " pixels, there must be at least 1x1");
        }
        double pixels = (double) height * width;
        if (pixels > limits.pixels() || pixels > Integer.MAX_VALUE - 8) {
            throw beyond("the header declares " + height + "x" + width + " pixels", limits.pixels() + " pixels");
        }
        if (inBands()) {
            return new Size((int) height, (int) width);
        }
        if (pixels * bytesPerPixel > limits.bytes() || pixels * bytesPerPixel > Integer.MAX_VALUE - 8) {
            throw beyond(
                    "the pixels would take " + height + "x" + width + "x" + bytesPerPixel + " bytes",
                    limits.bytes() + " bytes");
        }
        return new Size((int) height, (int) width);
    }

    /**
     * Refuses a header that declares more than its data can hold, so that a damaged or hostile file of a kilobyte does
     * not cost a gigabyte.
     *
     * @param declared what the header promises, in the unit of the ratio
     * @param perByte most of that unit one byte of the format can hold
     * @param data bytes of data that are there
     * @throws ImageException if the data cannot fill what is declared
     */
    public void plausible(double declared, double perByte, long data) throws ImageException {
        if (declared > perByte * data) {
            throw bad("the header declares more pixels than " + data
                    + " bytes of data can hold; the file is truncated or damaged");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
