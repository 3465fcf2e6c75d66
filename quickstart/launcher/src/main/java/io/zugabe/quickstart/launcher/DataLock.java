package io.zugabe.quickstart.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second Zugabe out of a data folder; the system drops the lock with the process. */
final class DataLock implements AutoCloseable {

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    static DataLock take(Path directory) throws IOException {
        FileChannel channel;
        try {
            Files.createDirectories(directory);
            channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StartFailure(
                    "The data folder " + directory + " cannot be written: choose another with --data DIR.");
        }
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new StartFailure(
                    "Another Zugabe uses " + directory + ": end it with ./zugabe down, or choose another folder.");
        }
        return new DataLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
