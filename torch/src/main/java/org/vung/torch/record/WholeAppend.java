package org.vung.torch.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * A file that grows by whole pieces. Each is given to the system at once, so it outlives the program; what a full disk has
 * taken of a piece is cut off again, so that the next one may follow.
 */
final class WholeAppend implements Closeable {

    private final Path file;
    private final RandomAccessFile out;

    /** Opens or makes the file. */
    WholeAppend(Path file) throws IOException {
        this.file = file;
        try {
            out = new RandomAccessFile(file.toFile(), "rw"); // unlike a channel, not closed by an interrupt
        } catch (IOException failure) {
            throw cannotWrite(failure);
        }
    }

    void append(byte[] piece) throws IOException {
        long before = out.length();
        try {
            out.seek(before);
            out.write(piece);
        } catch (IOException failure) {
            cutOff(before);
            throw cannotWrite(failure);
        }
    }

    private void cutOff(long length) {
        try {
            out.setLength(length);
        } catch (IOException stillThere) {
            return; // readers of the file leave a torn end out
        }
    }

    private IOException cannotWrite(IOException failure) {
        return new IOException(
                "cannot write " + file + ": " + reason(failure)
                        + "; what was recorded before is whole, free the disk and resume the run",
                failure);
    }

    /** What the system said. */
    static String reason(IOException failure) {
        String why = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return why == null ? failure.getClass().getSimpleName() : why;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
