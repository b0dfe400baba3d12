package org.vung.nets.weights.published;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.ImageException.Kind;
import org.vung.image.file.AtomicFile;
import org.vung.image.file.Download;
import org.vung.image.file.Existing;
import org.vung.nets.weights.WeightFileException;

/**
 * A folder of files that were fetched once. A file is there only when it came whole and its SHA-256 was right; it is summed
 * again whenever it is asked for.
 *
 * @param folder made when the first file comes
 * @param options what a download may cost
 */
public record WeightsCache(Path folder, Download.Options options) {

    private static final Download.Options USUAL = new Download.Options(8L << 30, Duration.ofHours(2), 5);

    /**
     * A file that is here.
     *
     * @param file where
     * @param sha256 its whole sum, 64 hexadecimal digits
     */
    public record Fetched(Path file, String sha256) {}

    /**
     * A folder, with downloads of at most 8 GiB and two hours.
     *
     * @param folder made when the first file comes
     * @return the cache
     */
    public static WeightsCache in(Path folder) {
        return new WeightsCache(folder, USUAL);
    }

    /**
     * The user's own folder: {@code $XDG_CACHE_HOME/vung/weights}, or {@code .cache/vung/weights} at home.
     *
     * @return its path; it need not exist
     */
    public static Path usual() {
        @Nullable String set = System.getenv("XDG_CACHE_HOME");
        Path base = set == null || set.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(set);
        return base.resolve("vung").resolve("weights");
    }

    /**
     * A file, from the folder if it is there unharmed, else from its address.
     *
     * @param address http or https
     * @param wanted its sum
     * @param progress hears how far a download is; nothing where there is none
     * @return the file
     * @throws ImageException if it cannot be fetched, its sum is another, or the disk fails; the folder is as before
     * @throws WeightFileException if what is in the folder cannot be read
     */
    public Fetched get(URI address, Sha256 wanted, Download.Progress progress)
            throws ImageException, WeightFileException {
        Path file = folder.resolve(wanted.digits() + "-" + name(address));
        if (Files.isRegularFile(file)) {
            String sum = Sha256.of(file);
            if (wanted.fits(sum)) {
                return new Fetched(file, sum);
            }
        }
        make(folder);
        MessageDigest digest = Sha256.digest();
        String[] sum = new String[1];
        AtomicFile.write(file, Existing.REPLACE, out -> {
            Download.copy(address, options, new DigestOutputStream(out, digest), progress);
            sum[0] = HexFormat.of().formatHex(digest.digest());
            if (!wanted.fits(sum[0])) {
                throw new ImageException(
                        Kind.BAD_INPUT,
                        address + ": its SHA-256 must begin with " + wanted.digits() + ", got " + sum[0]
                                + "; nothing was kept; check the address, or do not trust the server");
            }
        });
        return new Fetched(file, sum[0]);
    }

    private static String name(URI address) {
        String path = String.valueOf(address.getPath());
        String last = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
        return last.isEmpty() ? "weights" : last.substring(0, Math.min(100, last.length()));
    }

    private static void make(Path folder) throws ImageException {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new ImageException(
                    Kind.IO, "cannot make the folder " + folder + " for weights: " + failure.getMessage(), failure);
        }
    }
}
