package org.vung.torch.train;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One training at a time in a run's folder. The system lets go of it when the program ends, however it ends. */
final class RunLock implements AutoCloseable {

    private static final String FILE = "state/lock";

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the folder, and clears away what a killed program had half written there. */
    static RunLock of(Path folder) throws IOException {
        Path state = Files.createDirectories(folder.resolve("state"));
        FileChannel channel =
                FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (locked(channel) == null) {
            channel.close();
            throw new IOException(folder
                    + " must be trained by one program at a time, and one is at work there; wait for it or end it");
        }
        clear(folder, ".*.vung.*.part");
        clear(folder, ".*.csv.*.part");
        clear(state, ".*.part");
        return new RunLock(channel);
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException bySelf) {
            return null;
        }
    }

    private static void clear(Path folder, String names) throws IOException {
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(folder, names)) {
            for (Path file : unfinished) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException letGoWithTheProgram) {
            return;
        }
    }
}
