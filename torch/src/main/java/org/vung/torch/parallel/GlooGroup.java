package org.vung.torch.parallel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.chrono.Milliseconds;
import org.bytedeco.pytorch.GlooDeviceVector;
import org.bytedeco.pytorch.IntOptional;
import org.bytedeco.pytorch.PrefixStore;
import org.bytedeco.pytorch.ProcessGroupGloo;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Store;
import org.bytedeco.pytorch.TCPStore;
import org.bytedeco.pytorch.TCPStoreOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.jspecify.annotations.Nullable;
import org.vung.torch.run.Libtorch;

/**
 * Processes that meet at a store of keys and then speak over gloo: a socket between each two, on one address and no other.
 *
 * <p>A process that has ended is noticed at the next call; one that does not answer, after the timeout.
 */
public final class GlooGroup implements Group {

    private static final Duration START = Duration.ofMinutes(3); // the first start on a machine unpacks libtorch
    private static final int BEATS = 4;

    private final Place place;
    private final Duration timeout;
    private final List<Pointer> kept = new ArrayList<>();
    private final ProcessGroupGloo gloo;
    private @Nullable GroupException failure;

    private GlooGroup(Place place, InetAddress own, Duration timeout) throws IOException {
        this.place = place;
        this.timeout = timeout;
        try (PointerScope scope = new PointerScope()) {
            Store store = kept(new PrefixStore("vung/" + place.attempt(), store(place, own)));
            ProcessGroupGloo.Options options = ProcessGroupGloo.Options.create(new Milliseconds(timeout.toMillis()));
            options.devices(new GlooDeviceVector(ProcessGroupGloo.createDeviceForHostname(own.getHostAddress())));
            options.threads(1);
            gloo = kept(new ProcessGroupGloo(store, place.rank(), place.ranks(), options));
        }
    }

    /**
     * Takes a place. Returns once all have taken theirs.
     *
     * @param place this process's
     * @param bind an address of this machine, on which alone it listens
     * @param timeout how long another process may not answer
     * @return the group; of one process, nothing is opened
     * @throws IOException if the address is not to be had
     * @throws GroupException if the others do not come
     */
    public static Group join(Place place, String bind, Duration timeout) throws IOException {
        if (place.ranks() == 1) {
            return Group.alone();
        }
        InetAddress own = own(bind);
        if (own.isLoopbackAddress() && place.local() < place.ranks() && !isLoopback(place.address())) {
            throw new IllegalArgumentException(
                    "bind must be an address that the processes on other machines reach, got " + bind
                            + " while MASTER_ADDR is " + place.address() + "; name this machine's with --bind");
        }
        Libtorch.load();
        try {
            return new GlooGroup(place, own, timeout);
        } catch (RuntimeException unmet) {
            throw new GroupException(
                    place.words() + " did not meet the others at " + place.address() + ", port " + place.port() + ": "
                            + reason(unmet) + "; were all of them started?",
                    unmet);
        }
    }

    private static InetAddress own(String bind) throws IOException {
        try {
            InetAddress own = InetAddress.getByName(bind);
            if (own.isAnyLocalAddress()) {
                throw new IllegalArgumentException(
                        "bind must be one address of this machine, got " + bind + ", which stands for all");
            }
            return own;
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("bind must be an address of this machine, got '" + bind + "'", unknown);
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private Store store(Place place, InetAddress own) throws IOException {
        boolean keeps = place.rank() == 0 && !place.agent();
        TCPStoreOptions options = new TCPStoreOptions()
                .port((short) place.port())
                .isServer(keeps)
                .waitWorkers(false)
                .timeout(new Milliseconds(Math.max(timeout.toMillis(), START.toMillis())));
        if (keeps) {
            options.masterListenFd(
                    new IntOptional(MeetingPort.open(own, place.port()).descriptor()));
        }
        boolean here = keeps || (place.local() == place.ranks() && !place.agent());
        return kept(new TCPStore(here ? own.getHostAddress() : place.address(), options));
    }

    private <P extends Pointer> P kept(P pointer) {
        pointer.retainReference();
        kept.add(pointer);
        return pointer;
    }

    @Override
    public int rank() {
        return place.rank();
    }

    @Override
    public int ranks() {
        return place.ranks();
    }

    @Override
    public void mean(Tensor tensor) {
        try (PointerScope scope = new PointerScope()) {
            finish(() -> gloo.allreduce(new TensorVector(tensor)));
            tensor.div_(new Scalar((double) place.ranks()));
        }
    }

    @Override
    public void spread(Tensor tensor) {
        try (PointerScope scope = new PointerScope()) {
            finish(() -> gloo.broadcast(new TensorVector(tensor)));
        }
    }

    private void finish(Supplier<org.bytedeco.pytorch.Work> call) {
        check();
        try {
            call.get()._wait();
        } catch (RuntimeException lost) {
            failure = new GroupException(place.words() + " lost the others: " + reason(lost), lost);
            throw failure;
        }
    }

    private static String reason(RuntimeException lost) {
        String text = String.valueOf(lost.getMessage());
        if (text.contains("imed out") || text.contains("imeout")) {
            return "one does not answer";
        }
        if (text.contains("losed by peer") || text.contains("onnection reset") || text.contains("roken pipe")) {
            return "one has ended";
        }
        return text.lines().findFirst().orElse("no reason was given").replaceFirst("^\\[[^]]*] *", "");
    }

    @Override
    public void check() {
        if (failure != null) {
            throw failure;
        }
    }

    /** The others see a beat of rank 0 four times in a timeout, until a last one says that the work is done. */
    @Override
    public void lead(Work work) throws IOException {
        if (!leads()) {
            while (!any(false)) {
                check();
            }
            return;
        }
        CountDownLatch done = new CountDownLatch(1);
        Thread beats = new Thread(() -> beat(done), "beats");
        beats.setDaemon(true);
        beats.start();
        try {
            work.run();
        } finally {
            done.countDown();
            join(beats);
        }
        any(true);
    }

    private void beat(CountDownLatch done) {
        try {
            while (!done.await(timeout.toMillis() / BEATS, TimeUnit.MILLISECONDS)) {
                any(false);
            }
        } catch (GroupException lost) {
            return; // it is thrown again at the next call
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread beats) {
        boolean interrupted = false;
        while (true) {
            try {
                beats.join();
                break;
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        for (int at = kept.size() - 1; at >= 0; at--) {
            kept.get(at).releaseReference();
        }
        kept.clear();
    }
}
