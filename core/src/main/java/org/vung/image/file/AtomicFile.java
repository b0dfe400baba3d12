package org.vung.image.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.ImageException.Kind;

/**
 * A file that stands under its name only when it is whole: written under a temporary name in the same folder, forced to
 * the disk, then renamed. Whatever fails on the way (a full disk, an encoder, an interrupt, a signal that ends the
 * program) the temporary file is deleted, and what stood under the name before stands there still.
 */
public final class AtomicFile {

    private static final int BUFFER = 1 << 16;
    private static final Set<Path> UNFINISHED = ConcurrentHashMap.newKeySet();

    private static final Set<CountDownLatch> AWAITED = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtomicFile::clear));
    }

    private AtomicFile() {}

    /** What a file is to hold. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes all of it.
         *
         * @param out buffered; need not be closed or flushed
         * @throws IOException if the content cannot be made or written
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file in one step. A link is followed, and the file that it leads to is replaced.
     *
     * @param target name of the file; its folder exists
     * @param existing what to do where the name is taken by a file
     * @param content called once
     * @throws ImageException of {@link Kind#IO} if the name is taken, the folder is missing or not writable, the disk is
     *     full; whatever {@code content} throws of that type passes through as it is
     */
    public static void write(Path target, Existing existing, Content content) throws ImageException {
        Path file = destination(target, existing);
        Path temporary = file.resolveSibling("." + file.getFileName() + "."
                + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".part");
        UNFINISHED.add(temporary);
        try {
            fill(temporary, content);
            publish(temporary, file, existing);
            forceFolder(file);
        } catch (FileAlreadyExistsException taken) {
            throw taken(target);
        } catch (ImageException failure) {
            throw failure;
        } catch (IOException failure) {
            throw new ImageException(
                    Kind.IO, "cannot write " + target + ": " + reason(failure) + "; nothing was left behind", failure);
        } finally {
            deleteQuietly(temporary);
            UNFINISHED.remove(temporary);
        }
    }

    /**
     * Lets work end in order when a signal ends the program: files that are being written are deleted only when it is over.
     *
     * @param over comes down to 0 when nothing more is written, also where no signal came
     */
    public static void await(CountDownLatch over) {
        AWAITED.removeIf(other -> other.getCount() == 0);
        AWAITED.add(over);
    }

    private static void clear() {
        try {
            for (CountDownLatch over : AWAITED) {
                over.await();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        UNFINISHED.forEach(AtomicFile::deleteQuietly);
    }

    private static Path destination(Path target, Existing existing) throws ImageException {
        Path file = target.toAbsolutePath();
        if (file.getFileName() == null || Files.isDirectory(file)) {
            throw new ImageException(Kind.IO, "cannot write " + target + ": it is a folder; name a file in it");
        }
        if (!Files.isDirectory(file.resolveSibling(""))) {
            throw new ImageException(
                    Kind.IO, "cannot write " + target + ": its folder does not exist; make the folder first");
        }
        if (!Files.exists(file)) {
            return file;
        }
        if (existing == Existing.KEEP) {
            throw taken(target);
        }
        if (!Files.isRegularFile(file)) {
            throw new ImageException(
                    Kind.IO, "cannot write " + target + ": it is a device, not a file; choose another name");
        }
        try {
            return file.toRealPath();
        } catch (IOException failure) {
            throw new ImageException(Kind.IO, "cannot write " + target + ": " + reason(failure), failure);
        }
    }

    private static void fill(Path temporary, Content content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /** A hard link never replaces a file, so of two programs that write the same name at once only one succeeds. */
    private static void publish(Path temporary, Path file, Existing existing) throws IOException {
        if (existing == Existing.REPLACE) {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try {
            Files.createLink(file, temporary);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | FileSystemException noHardLinks) {
            Files.move(temporary, file);
        }
    }

    /** Makes the new name itself survive a power cut; systems that cannot open a folder do without. */
    private static void forceFolder(Path file) {
        try (FileChannel folder = FileChannel.open(file.resolveSibling(""), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException notPossibleHere) {
            return;
        }
    }

    private static void deleteQuietly(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException stillThere) {
            return;
        }
    }

    private static ImageException taken(Path target) {
        return new ImageException(
                Kind.IO, "cannot write " + target + ": it exists already; allow overwriting or choose another name");
    }

    private static String reason(IOException failure) {
        String why = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return why == null ? failure.getClass().getSimpleName() : why;
    }
}
