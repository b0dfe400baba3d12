package org.vung.image.codec;

import javax.imageio.stream.ImageInputStreamImpl;

/** Bytes in memory as the stream that readers of the JDK want, without a cache file or a copy. */
public final class MemoryStream extends ImageInputStreamImpl {

    private final byte[] content;

    /**
     * A stream at the first byte.
     *
     * @param content read from, never copied
     */
    public MemoryStream(byte[] content) {
        this.content = content;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < content.length ? content[(int) streamPos++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        bitOffset = 0;
        int count = (int) Math.min(length, content.length - streamPos);
        if (count <= 0) {
            return length == 0 ? 0 : -1;
        }
        System.arraycopy(content, (int) streamPos, target, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return content.length;
    }
}
