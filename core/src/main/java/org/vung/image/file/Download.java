package org.vung.image.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vung.image.codec.Format;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.ImageException.Kind;

/**
 * Fetches a file from an http or https address: at most so many bytes, counted as they come, within so much time
 * altogether, over at most so many redirects. Where an image is wanted, what does not begin as one is refused after its first
 * bytes.
 */
public final class Download {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int PIECE = 1 << 16;
    private static final int SILENCE = 60_000; // most milliseconds between two bytes
    private static final long SLACK = 1_000_000; // timeouts are cut to whole milliseconds

    private final URI address;
    private final Options options;
    private final long deadline;

    private Download(URI address, Options options) {
        this.address = address;
        this.options = options;
        this.deadline = System.nanoTime() + options.time().toNanos();
    }

    /**
     * What a download may cost.
     *
     * @param bytes most bytes of the answer, at least 1
     * @param time most time from the first connection to the last byte, above 0
     * @param redirects most redirects that are followed, 0 or more
     */
    public record Options(long bytes, Duration time, int redirects) {

        /** Checks the values. */
        public Options {
            if (bytes < 1 || time.isNegative() || time.isZero() || redirects < 0) {
                throw new IllegalArgumentException("bytes must be at least 1, time above 0, redirects at least 0, got "
                        + bytes + ", " + time + ", " + redirects);
            }
        }

        /**
         * 256 MiB, one minute, 5 redirects.
         *
         * @return the options used where none are given
         */
        public static Options standard() {
            return new Options(1L << 28, Duration.ofMinutes(1), 5);
        }
    }

    /**
     * Fetches an image.
     *
     * @param address http or https
     * @param options what it may cost
     * @return the bytes of the file, which begin as an image does
     * @throws ImageException of {@link Kind#IO} if the address or the network fails or takes too long, of
     *     {@link Kind#LIMIT} if the answer is too long, of {@link Kind#BAD_INPUT} if it is no image
     */
    public static byte[] fetch(URI address, Options options) throws ImageException {
        ByteArrayOutputStream content = new ByteArrayOutputStream(PIECE);
        Download download = new Download(address, options);
        download.fetch((connection, piece, count) -> {
            boolean known = content.size() >= Format.HEAD;
            content.write(piece, 0, Math.max(0, count));
            if (!known && (content.size() >= Format.HEAD || count < 0)) {
                byte[] bytes = content.toByteArray();
                download.check(Arrays.copyOf(bytes, Math.min(bytes.length, Format.HEAD)), connection.getContentType());
            }
        });
        return content.toByteArray();
    }

    /** Hears how far a download is. */
    @FunctionalInterface
    public interface Progress {
        /**
         * After some bytes more.
         *
         * @param done bytes so far
         * @param all bytes that will come, or −1 where the server does not say
         */
        void at(long done, long all);
    }

    /**
     * Fetches any file.
     *
     * @param address http or https
     * @param options what it may cost
     * @param out to which the bytes are written as they come, not closed
     * @param progress hears how far it is
     * @throws ImageException of {@link Kind#IO} if the address, the network or {@code out} fails or it takes too long, of
     *     {@link Kind#LIMIT} if the answer is too long
     */
    public static void copy(URI address, Options options, OutputStream out, Progress progress) throws ImageException {
        long[] done = {0};
        new Download(address, options).fetch((connection, piece, count) -> {
            if (count < 0) {
                return;
            }
            try {
                out.write(piece, 0, count);
            } catch (IOException disk) {
                throw new ImageException(Kind.IO, "cannot keep what " + address + " gives: " + disk.getMessage(), disk);
            }
            done[0] += count;
            progress.at(done[0], connection.getContentLengthLong());
        });
    }

    /** Takes the bytes of an answer as they come; a count of −1 says that it is over. */
    private interface Receiver {
        void take(HttpURLConnection connection, byte[] piece, int count) throws IOException;
    }

    private void fetch(Receiver receiver) throws ImageException {
        URI next = address;
        for (int hop = 0; hop <= options.redirects(); hop++) {
            HttpURLConnection connection = open(next);
            // The JDK's timeouts count from byte to byte, so a server that drips could hold us for ever.
            Thread watch = new Thread(() -> disconnectAfterDeadline(connection), "download deadline");
            watch.setDaemon(true);
            watch.start();
            try {
                if (!REDIRECTS.contains(connection.getResponseCode())) {
                    content(connection, receiver);
                    return;
                }
                next = target(next, connection.getHeaderField("Location"));
            } catch (ImageException ours) {
                throw ours;
            } catch (IOException | RuntimeException failure) {
                throw failed(failure);
            } finally {
                watch.interrupt();
                connection.disconnect();
            }
        }
        throw io("it leads on through more than " + options.redirects() + " redirects; check the address", null);
    }

    private HttpURLConnection open(URI next) throws ImageException {
        String scheme = String.valueOf(next.getScheme()).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || next.getHost() == null) {
            throw new ImageException(
                    Kind.BAD_INPUT,
                    address + ": addresses must begin with http:// or https:// and a host, got " + next);
        }
        try {
            HttpURLConnection connection = (HttpURLConnection) next.toURL().openConnection();
            int left = (int) Math.max(1, Math.min(Integer.MAX_VALUE, (deadline - System.nanoTime()) / 1_000_000));
            connection.setConnectTimeout(left);
            connection.setReadTimeout(Math.min(left, SILENCE));
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setRequestProperty("User-Agent", "vung");
            connection.setRequestProperty("Accept", "image/*, */*;q=0.5");
            return connection;
        } catch (IOException | RuntimeException failure) {
            throw failed(failure);
        }
    }

    private URI target(URI from, @Nullable String location) throws ImageException {
        try {
            return from.resolve(String.valueOf(location).replace(" ", "%20"));
        } catch (IllegalArgumentException noAddress) {
            throw io("it redirects to \"" + location + "\", which is no address", noAddress);
        }
    }

    private void content(HttpURLConnection connection, Receiver receiver) throws IOException {
        int status = connection.getResponseCode();
        if (status != HttpURLConnection.HTTP_OK) {
            throw io(
                    "the server answered " + status + " " + connection.getResponseMessage() + "; check the address",
                    null);
        }
        long length = connection.getContentLengthLong();
        if (length > options.bytes()) {
            throw tooLong(length + " bytes");
        }
        byte[] piece = new byte[PIECE];
        long done = 0;
        try (InputStream in = connection.getInputStream()) {
            for (int count = next(in, piece, length >= 0); count >= 0; count = next(in, piece, length >= 0)) {
                done += count;
                if (done > options.bytes()) {
                    throw tooLong("more");
                }
                if (System.nanoTime() > deadline) {
                    throw tooSlow(null);
                }
                receiver.take(connection, piece, count);
            }
        }
        if (done < length) {
            throw io("the answer ended after " + done + " of " + length + " bytes; try again", null);
        }
        receiver.take(connection, piece, -1);
    }

    /** The next bytes, or −1 at the end. JDK 25 throws where an answer ends before its declared length, JDK 17 does not. */
    private static int next(InputStream in, byte[] piece, boolean declared) throws IOException {
        try {
            return in.read(piece);
        } catch (IOException early) {
            if (declared && "Premature EOF".equals(early.getMessage())) {
                return -1;
            }
            throw early;
        }
    }

    private void check(byte[] head, @Nullable String type) throws ImageException {
        if (Format.of(head).isEmpty()) {
            throw new ImageException(
                    Kind.BAD_INPUT,
                    address + ": the answer is no PNG, JPEG, WebP, BMP, GIF, PNM or TIFF, the server calls it "
                            + (type == null ? "nothing" : type) + "; give the address of the picture itself");
        }
    }

    /** Again and again, since a disconnect is lost on a connection that is only being made. */
    private void disconnectAfterDeadline(HttpURLConnection connection) {
        try {
            for (long left = deadline - System.nanoTime(); left >= 0; left = deadline - System.nanoTime()) {
                Thread.sleep(
                        left / 1_000_000 + 1); // rounded up: a break before the deadline would look like the server's
            }
            while (true) {
                connection.disconnect();
                Thread.sleep(20);
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    private ImageException failed(Exception failure) {
        if (System.nanoTime() > deadline - SLACK) {
            return tooSlow(failure);
        } else if (failure instanceof SocketTimeoutException) {
            return io("nothing came for " + SILENCE / 1000 + " seconds; try again", failure);
        } else if (failure instanceof UnknownHostException) {
            return io("no such host; check the address and the network", failure);
        }
        String why = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return io(why, failure);
    }

    private ImageException tooSlow(@Nullable Exception cause) {
        return io("it took more than " + options.time().toMillis() + " ms; try again or allow more time", cause);
    }

    private ImageException tooLong(String got) {
        return new ImageException(
                Kind.LIMIT,
                address + ": the answer must be at most " + options.bytes() + " bytes, got " + got
                        + "; raise the limit or fetch it yourself");
    }

    private ImageException io(String problem, @Nullable Exception cause) {
        String message = address + " cannot be fetched: " + problem;
        return cause == null ? new ImageException(Kind.IO, message) : new ImageException(Kind.IO, message, cause);
    }
}
