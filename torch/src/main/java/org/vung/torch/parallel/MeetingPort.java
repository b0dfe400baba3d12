package org.vung.torch.parallel;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A port that listens on one address alone. libtorch's store by itself would listen on all of them; it takes an open one by its
 * descriptor, which Java does not tell, but Linux does.
 *
 * <p>The store closes the descriptor. It is not closed from here as well: by then its number may be another file's.
 */
final class MeetingPort {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final String LISTENS = "0A";
    private static final int LOCAL = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private final ServerSocketChannel channel; // held, so that nobody collects it
    private final int descriptor;

    private MeetingPort(ServerSocketChannel channel, int descriptor) {
        this.channel = channel;
        this.descriptor = descriptor;
    }

    static MeetingPort open(InetAddress address, int port) throws IOException {
        if (!Files.isDirectory(DESCRIPTORS)) {
            throw new IOException("several processes need Linux, got " + System.getProperty("os.name")
                    + ": elsewhere the port they meet at would be open to the network; train with one");
        }
        boolean six = address instanceof Inet6Address;
        ServerSocketChannel channel =
                ServerSocketChannel.open(six ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
        try {
            channel.bind(new InetSocketAddress(address, port));
            return new MeetingPort(channel, descriptor(inode(six ? "tcp6" : "tcp", port)));
        } catch (IOException failure) {
            channel.close();
            throw new IOException(
                    "cannot listen on " + address.getHostAddress() + ", port " + port + ": " + failure.getMessage()
                            + "; is another training there, or is the address not this machine's?",
                    failure);
        }
    }

    private static String inode(String table, int port) throws IOException {
        String ending = String.format(Locale.ROOT, ":%04X", port);
        for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
            String[] words = line.strip().split("\\s+", -1);
            if (words.length > INODE && words[LOCAL].endsWith(ending) && words[STATE].equals(LISTENS)) {
                return words[INODE];
            }
        }
        throw new IOException("the system does not list it");
    }

    private static int descriptor(String inode) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(DESCRIPTORS)) {
            for (Path each : all) {
                if (Files.isSymbolicLink(each)
                        && Files.readSymbolicLink(each).toString().equals("socket:[" + inode + "]")) {
                    return Integer.parseInt(each.getFileName().toString());
                }
            }
        }
        throw new IOException("its descriptor is not to be found");
    }

    int descriptor() {
        if (!channel.isOpen()) {
            throw new IllegalStateException("port must be open");
        }
        return descriptor;
    }
}
