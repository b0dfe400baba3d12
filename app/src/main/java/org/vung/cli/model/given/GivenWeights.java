package org.vung.cli.model.given;

import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vung.cli.terminal.Terminal;
import org.vung.image.codec.ImageException;
import org.vung.name.NearestName;
import org.vung.nets.weights.published.Checkpoint;
import org.vung.nets.weights.published.Sha256;
import org.vung.nets.weights.published.WeightsCache;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say where weights come from. Nothing is fetched unless one of them says so. */
public final class GivenWeights {

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "The weights: a file, or an http address whose sum is known (--sha256, or in its name).")
    private @Nullable String weights;

    @Option(
            names = "--download",
            description = "Fetch the weights that torchvision publishes for this network, once, into the cache.")
    private boolean download;

    @Option(
            names = "--from",
            paramLabel = "ADDRESS",
            description = "Another server that holds torchvision's files, for --download.")
    private @Nullable String from;

    @Option(
            names = "--sha256",
            paramLabel = "HEX",
            description = "The SHA-256 that the weights must have, or its first 8 digits or more.")
    private @Nullable String sum;

    @Option(
            names = "--cache",
            paramLabel = "FOLDER",
            description = "Where fetched files are kept. Default: vung/weights below $XDG_CACHE_HOME or ~/.cache.")
    private @Nullable Path cache;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    /**
     * Weights that are here.
     *
     * @param file where
     * @param about what is worth writing into a model file: its name, sum and source
     */
    public record Here(Path file, Map<String, String> about) {}

    /**
     * The checkpoint that was asked for.
     *
     * @param network its name
     * @return nothing without {@code --download}
     * @throws ParameterException if none is published for the network
     */
    public Optional<Checkpoint> checkpoint(String network) {
        if (!download) {
            return Optional.empty();
        }
        Optional<Checkpoint> found = Checkpoint.of(network);
        if (found.isEmpty()) {
            List<String> known =
                    Checkpoint.all().stream().map(Checkpoint::network).toList();
            throw wrong("--download knows the weights of " + String.join(", ", known) + ", got '" + network + "'"
                    + NearestName.hint(network, known) + "; give others with --weights");
        }
        return found;
    }

    /**
     * Fetches the weights where that was asked for, and sums them.
     *
     * @param network its name
     * @param terminal hears of a download
     * @return the file
     * @throws IOException if it cannot be had
     * @throws ParameterException if the options do not fit together
     */
    public Here here(String network, Terminal terminal) throws IOException {
        if (download == (weights != null)) {
            throw wrong("weights must come from one place: give --weights FILE, or --download alone");
        }
        if (from != null && !download) {
            throw wrong("--from must stand beside --download, got --weights");
        }
        Optional<Checkpoint> published = checkpoint(network);
        if (published.isPresent()) {
            URI folder = from == null ? Checkpoint.TORCHVISION : address(from.endsWith("/") ? from : from + "/");
            Here here = fetched(folder.resolve(published.get().file()), terminal);
            Map<String, String> about = new LinkedHashMap<>(here.about);
            about.put("trained on", published.get().about());
            return new Here(here.file, about);
        }
        String word = String.valueOf(weights);
        return word.matches("(?i)https?://.*") ? fetched(address(word), terminal) : local(word);
    }

    private Here local(String word) throws IOException {
        Path file;
        try {
            file = Path.of(word);
        } catch (InvalidPathException noPath) {
            throw new ImageException(ImageException.Kind.BAD_INPUT, "--weights: " + noPath.getMessage(), noPath);
        }
        String got = Sha256.of(file);
        if (sum != null && !wanted(sum).fits(got)) {
            throw new ImageException(
                    ImageException.Kind.BAD_INPUT,
                    file + ": its SHA-256 must begin with " + sum + ", got " + got + "; do not trust the file");
        }
        return new Here(file, about(String.valueOf(file.getFileName()), got));
    }

    private Here fetched(URI address, Terminal terminal) throws IOException {
        Sha256 wanted = sum != null
                ? wanted(sum)
                : Sha256.named(address)
                        .orElseThrow(() -> wrong("--sha256 must be given for an address whose name does not end in its"
                                + " first digits, such as -f37072fd.pth, got '" + address + "'"));
        WeightsCache files = WeightsCache.in(cache == null ? WeightsCache.usual() : cache);
        boolean[] told = {false};
        WeightsCache.Fetched got = files.get(address, wanted, (done, all) -> {
            if (!told[0]) {
                String size = all < 0 ? "" : " (" + (all >> 20) + " MiB)";
                terminal.say("fetching " + address + size);
                told[0] = true;
            }
            if (all > 0) {
                terminal.progress((int) (done >> 20), (int) Math.max(2, all >> 20), "MiB");
            }
        });
        terminal.clearProgress();
        terminal.say("SHA-256 " + got.sha256() + "  " + got.file());
        String path = String.valueOf(address.getPath());
        Map<String, String> about = about(path.substring(path.lastIndexOf('/') + 1), got.sha256());
        about.put("source", address.toString());
        return new Here(got.file(), about);
    }

    private static Map<String, String> about(String name, String sha256) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("weights", name);
        about.put("sha256", sha256);
        return about;
    }

    private Sha256 wanted(String digits) {
        try {
            return new Sha256(digits);
        } catch (IllegalArgumentException none) {
            throw wrong("--sha256: " + none.getMessage());
        }
    }

    private URI address(String word) {
        try {
            return URI.create(word);
        } catch (IllegalArgumentException none) {
            throw wrong("an address must be well formed, got '" + word + "'");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
