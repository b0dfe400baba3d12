package org.vung.image.codec;

import org.vung.image.Size;

/** The bytes of one image file, what to call it in errors, and how much may be made of it. */
public final class Source {

    private final byte[] content;
    private final String name;
    private final Limits limits;

    private Source(byte[] content, String name, Limits limits) {
        this.content = content;
        this.name = name;
        this.limits = limits;
    }

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
        Source source = new Source(content, name, limits);
        if (content.length > limits.fileBytes()) {
            throw source.beyond("the file has " + content.length + " bytes", limits.fileBytes() + " bytes");
        }
        return source;
    }

    /**
     * The file itself, for reading only.
     *
     * @return all bytes
     */
    public byte[] sharedContent() {
        return content;
    }

    /**
     * Length of the file.
     *
     * @return bytes
     */
    public int length() {
        return content.length;
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
     * @param bytesPerPixel bytes a decoded pixel takes in memory
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
