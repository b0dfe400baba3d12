package org.vung.nets.weights.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.ImageException.Kind;
import org.vung.image.file.Download;

@Timeout(30)
class WeightsCacheTest {

    @TempDir
    Path folder = Path.of("");

    private final byte[] content = new byte[200_000];
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private ExecutorService threads;
    private Sha256 sum;

    @BeforeEach
    void start() throws IOException {
        new Random(5).nextBytes(content);
        Path file = folder.resolve("content");
        Files.write(file, content);
        sum = new Sha256(Sha256.of(file).substring(0, 8));
        threads = Executors.newCachedThreadPool();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/good.pth", exchange -> answer(exchange, 200, content.length, content.length));
        server.createContext("/short.pth", exchange -> answer(exchange, 200, content.length, 1000));
        server.createContext("/none.pth", exchange -> answer(exchange, 404, -1, 0));
        server.createContext("/slow.pth", exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            for (byte octet : content) {
                exchange.getResponseBody().write(octet);
                exchange.getResponseBody().flush();
                pause();
            }
        });
        server.createContext("/moved.pth", exchange -> {
            exchange.getResponseHeaders().add("Location", "/good.pth");
            answer(exchange, 302, -1, 0);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange, int status, long length, int count) throws IOException {
        asked.incrementAndGet();
        exchange.sendResponseHeaders(status, length);
        if (count > 0) {
            exchange.getResponseBody().write(content, 0, count);
            exchange.getResponseBody().flush();
        }
        exchange.close();
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private WeightsCache cache(Duration time) {
        return new WeightsCache(folder.resolve("deep/cache"), new Download.Options(1 << 20, time, 5));
    }

    private WeightsCache cache() {
        return cache(Duration.ofSeconds(20));
    }

    private URI at(String name) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
    }

    @Test
    void aFileIsFetchedOnceAndItsWholeSumIsTold() throws IOException {
        List<Long> heard = new ArrayList<>();
        WeightsCache.Fetched first = cache().get(at("good.pth"), sum, (done, all) -> {
            heard.add(done);
            assertThat(all).isEqualTo(content.length);
        });
        assertThat(first.file()).hasBinaryContent(content);
        assertThat(first.sha256()).startsWith(sum.digits()).hasSize(64);
        assertThat(heard).isSorted().endsWith((long) content.length);
        assertThat(cache().get(at("good.pth"), sum, (done, all) -> {})).isEqualTo(first);
        assertThat(asked).hasValue(1);
    }

    @Test
    void aFileThatWasDamagedInTheFolderIsFetchedAgain() throws IOException {
        Path file = cache().get(at("good.pth"), sum, (done, all) -> {}).file();
        Files.write(file, new byte[] {1});
        assertThat(cache().get(at("good.pth"), sum, (done, all) -> {}).file()).hasBinaryContent(content);
        assertThat(asked).hasValue(2);
    }

    @Test
    void redirectsAreFollowed() throws IOException {
        assertThat(cache().get(at("moved.pth"), sum, (done, all) -> {}).file()).hasBinaryContent(content);
    }

    @Test
    void anotherSumIsRefusedAndNothingIsKept() throws IOException {
        refused(
                Kind.BAD_INPUT,
                "its SHA-256 must begin with 00000000, got " + sum.digits(),
                () -> cache().get(at("good.pth"), new Sha256("00000000"), (done, all) -> {}));
    }

    @Test
    void aTruncatedAnswerIsRefused() throws IOException {
        refused(
                Kind.IO,
                "the answer ended after 1000 of 200000 bytes",
                () -> cache().get(at("short.pth"), sum, (done, all) -> {}));
    }

    @Test
    void aMissingFileIsRefused() throws IOException {
        refused(Kind.IO, "the server answered 404", () -> cache().get(at("none.pth"), sum, (done, all) -> {}));
    }

    @Test
    void aSlowServerIsGivenUp() throws IOException {
        refused(
                Kind.IO,
                "it took more than 500 ms",
                () -> cache(Duration.ofMillis(500)).get(at("slow.pth"), sum, (done, all) -> {}));
    }

    @Test
    void moreThanAllowedIsRefused() throws IOException {
        WeightsCache small =
                new WeightsCache(folder.resolve("deep/cache"), new Download.Options(1000, Duration.ofSeconds(20), 5));
        refused(Kind.LIMIT, "must be at most 1000 bytes", () -> small.get(at("good.pth"), sum, (done, all) -> {}));
    }

    private void refused(Kind kind, String words, ThrowingCallable get) throws IOException {
        assertThatThrownBy(get)
                .isInstanceOf(ImageException.class)
                .hasMessageContaining(words)
                .hasFieldOrPropertyWithValue("kind", kind);
        try (Stream<Path> left = Files.list(folder.resolve("deep/cache"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void namesSayTheirSum() {
        assertThat(Checkpoint.all())
                .hasSize(12)
                .allSatisfy(each -> assertThat(Sha256.named(Checkpoint.TORCHVISION.resolve(each.file())))
                        .isPresent());
        assertThat(Sha256.named(URI.create("https://example.org/fcn_resnet50_coco-1167a1af.pth?x=1")))
                .contains(new Sha256("1167a1af"));
        assertThat(Sha256.named(URI.create("https://example.org/deadbeef.pth"))).isEmpty();
        assertThatThrownBy(() -> new Sha256("12")).hasMessageContaining("8 … 64 hexadecimal digits, got '12'");
    }
}
