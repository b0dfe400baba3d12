package org.vung.nets.weights.published;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vung.nets.weights.WeightFileException;

/**
 * The SHA-256 that a file must have, whole or its beginning.
 *
 * @param digits 8 … 64 hexadecimal digits, small
 */
public record Sha256(String digits) {

    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{8,64}");
    private static final Pattern NAMED = Pattern.compile("-([0-9a-f]{8,64})\\.[A-Za-z0-9]+$");

    /** Checks the digits. */
    public Sha256 {
        digits = digits.toLowerCase(Locale.ROOT);
        if (!DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("SHA-256 must be 8 … 64 hexadecimal digits, got '" + digits + "'");
        }
    }

    /**
     * What a file's name says, as torchvision's do.
     *
     * @param address such as {@code …/resnet18-f37072fd.pth}
     * @return the digits before the ending, where there are any
     */
    public static Optional<Sha256> named(URI address) {
        Matcher end = NAMED.matcher(String.valueOf(address.getPath()));
        return end.find() ? Optional.of(new Sha256(end.group(1))) : Optional.empty();
    }

    /**
     * The sum of a file.
     *
     * @param file any
     * @return 64 hexadecimal digits
     * @throws WeightFileException if it cannot be read
     */
    public static String of(Path file) throws WeightFileException {
        MessageDigest sum = digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] piece = new byte[1 << 16];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                sum.update(piece, 0, count);
            }
        } catch (IOException failure) {
            throw new WeightFileException(file.toString(), "it cannot be read: " + failure, failure);
        }
        return HexFormat.of().formatHex(sum.digest());
    }

    /**
     * Whether a sum is the one.
     *
     * @param sum 64 hexadecimal digits
     * @return true where it begins with the digits
     */
    public boolean fits(String sum) {
        return sum.startsWith(digits);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
