package org.vung.image.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.ImageException.Kind;
import org.vung.image.codec.Limits;

@Timeout(20)
class DownloadTest {

    private static final Download.Options OPTIONS = new Download.Options(10_000, Duration.ofSeconds(5), 5);
    private static final Download.Options HURRY = new Download.Options(10_000, Duration.ofMillis(400), 5);
    private static final Image IMAGE = Image.of(new Size(1, 2), Layout.GREY, new byte[] {3, 4});

    private HttpServer server;
    private ExecutorService threads;
    private byte[] png;

    @BeforeEach
    void start() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WriteFormat.PNG.write(IMAGE, bytes);
        png = bytes.toByteArray();
        threads = Executors.newCachedThreadPool();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void fetchesAndReads() throws IOException {
        URI address = serve("/image", exchange -> answer(exchange, 200, png));
        assertThat(ImageFiles.read(address, OPTIONS, Limits.standard())).isEqualTo(IMAGE);
    }

    @Test
    void followsRedirectsOfEveryKind() throws IOException {
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            serve("/from" + status, exchange -> {
                exchange.getResponseHeaders().add("Location", "to the image");
                answer(exchange, status, new byte[0]);
            });
        }
        serve("/to the image", exchange -> answer(exchange, 200, png));
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            assertThat(Download.fetch(at("/from" + status), OPTIONS)).isEqualTo(png);
        }
    }

    @Test
    void aLoopOfRedirectsEnds() {
        URI address = serve("/loop", exchange -> {
            exchange.getResponseHeaders().add("Location", "/loop");
            answer(exchange, 302, new byte[0]);
        });
        refused(Kind.IO, "more than 5 redirects; check the address", () -> Download.fetch(address, OPTIONS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/image.png", "jar:file:/x.jar!/y"})
    void redirectsToOtherSchemesAreRefused(String elsewhere) {
        URI address = serve("/away", exchange -> {
            exchange.getResponseHeaders().add("Location", elsewhere);
            answer(exchange, 302, new byte[0]);
        });
        refused(Kind.BAD_INPUT, "must begin with http:// or https://", () -> Download.fetch(address, OPTIONS));
    }

    @ParameterizedTest
    @CsvSource({"404, Not Found", "403, Forbidden", "500, Internal Server Error", "204, No Content"})
    void anyOtherAnswerIsAnError(int status, String words) {
        URI address = serve("/no", exchange -> answer(exchange, status, new byte[0]));
        refused(Kind.IO, "the server answered " + status + " " + words, () -> Download.fetch(address, OPTIONS));
    }

    @Test
    void aPageIsNoPicture() {
        URI address = serve("/page", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            answer(exchange, 200, "<!doctype html><title>Gallery</title>".getBytes(StandardCharsets.UTF_8));
        });
        refused(
                Kind.BAD_INPUT,
                "the server calls it text/html; give the address of the picture itself",
                () -> Download.fetch(address, OPTIONS));
        URI empty = serve("/empty", exchange -> answer(exchange, 200, new byte[0]));
        refused(Kind.BAD_INPUT, "the server calls it nothing", () -> Download.fetch(empty, OPTIONS));
    }

    @Test
    void tooLongByItsHeaderIsRefusedUnread() {
        URI address = serve("/long", exchange -> {
            exchange.sendResponseHeaders(200, 10_001);
            exchange.getResponseBody().flush(); // JDK 25 keeps the header back until then
        });
        refused(Kind.LIMIT, "must be at most 10000 bytes, got 10001 bytes", () -> Download.fetch(address, OPTIONS));
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        URI address = serve("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write(png);
            while (true) {
                out.write(new byte[1000]);
            }
        });
        refused(Kind.LIMIT, "must be at most 10000 bytes, got more", () -> Download.fetch(address, OPTIONS));
    }

    @Test
    void aSlowServerIsGivenUp() {
        URI address = serve("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (byte octet : png) {
                exchange.getResponseBody().write(octet);
                exchange.getResponseBody().flush();
                pause();
            }
        });
        inHurry(() -> Download.fetch(address, HURRY));
    }

    @Test
    void aSilentServerIsGivenUp() {
        URI address = serve("/silent", exchange -> {
            for (int i = 0; i < 100; i++) {
                pause();
            }
        });
        inHurry(() -> Download.fetch(address, HURRY));
    }

    /** A server that never ends its header, one byte at a time, so that no single read takes long. */
    @Test
    void aDrippingHeaderIsGivenUp() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> drip(socket));
            URI address = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
            inHurry(() -> Download.fetch(address, HURRY));
        }
    }

    /** The watch must not cut the connection a fraction of a millisecond early, where the break would read as the server's. */
    @Test
    void anyDeadlineIsNamedAsTheReason() throws IOException {
        for (int i = 0; i < 20; i++) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                threads.execute(() -> drip(socket));
                URI address = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
                Download.Options options = new Download.Options(10_000, Duration.ofNanos(30_999_999), 5);
                refused(Kind.IO, "it took more than 30 ms; try again", () -> Download.fetch(address, options));
            }
        }
    }

    @Test
    void aLengthThatLiesIsAnError() throws IOException {
        byte[] head = "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> {
                try (Socket client = socket.accept()) {
                    client.getInputStream().read(new byte[1000]);
                    client.getOutputStream().write(head);
                    client.getOutputStream().write(png);
                } catch (IOException closed) {
                    return;
                }
            });
            URI address = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
            refused(Kind.IO, "of 5000 bytes; try again", () -> Download.fetch(address, OPTIONS));
        }
    }

    @Test
    void addressesThatLeadNowhereAreNamed() throws IOException {
        refused(Kind.BAD_INPUT, "must begin with http://", () -> Download.fetch(URI.create("image.png"), OPTIONS));
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        URI address = URI.create("http://127.0.0.1:" + port + "/image.png");
        refused(Kind.IO, "Connection refused", () -> Download.fetch(address, OPTIONS));
        refused(
                Kind.IO,
                "no such host; check the address and the network",
                () -> Download.fetch(URI.create("http://no-such-host.invalid/"), OPTIONS));
    }

    private static void inHurry(ThrowingCallable fetch) {
        long start = System.nanoTime();
        refused(Kind.IO, "it took more than 400 ms; try again or allow more time", fetch);
        assertThat((System.nanoTime() - start) / 1e9).isBetween(0.3, 4.0);
    }

    private static void refused(Kind kind, String words, ThrowingCallable fetch) {
        assertThatThrownBy(fetch)
                .isInstanceOf(ImageException.class)
                .hasMessageContaining(words)
                .hasFieldOrPropertyWithValue("kind", kind);
    }

    private URI serve(String path, HttpHandler handler) {
        server.createContext(path, handler);
        return at(path);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path.replace(" ", "%20"));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (InputStream request = exchange.getRequestBody();
                OutputStream out = exchange.getResponseBody()) {
            request.readAllBytes();
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            out.write(body);
        }
    }

    private static void drip(ServerSocket socket) {
        try (Socket client = socket.accept()) {
            client.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                client.getOutputStream().write('x');
                pause();
            }
        } catch (IOException closed) {
            return;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }
}
