package org.vung.nets.weights.file;

import java.util.Optional;
import org.vung.nets.weights.Bytes;

/** The formats, and how each begins. */
public enum WeightFormat {
    /** Eight bytes of length, then a JSON object. */
    SAFETENSORS,
    /** A zip, as PyTorch writes since 1.6. */
    PTH_ZIP,
    /** A pickle, as PyTorch wrote before 1.6. */
    PTH_LEGACY,
    /** HDF5, as Keras writes. */
    HDF5;

    private static final int[] ZIP = {'P', 'K', 3, 4};
    private static final int[] HDF5_SIGNATURE = {0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final int PICKLE = 0x80;

    /**
     * The format of a file, by its first bytes.
     *
     * @param file the whole file
     * @return the format, if it is one of these
     */
    public static Optional<WeightFormat> of(Bytes file) {
        if (begins(file, 0, ZIP)) {
            return Optional.of(PTH_ZIP);
        } else if (file.length() > 8 && file.get(8) == '{') {
            return Optional.of(SAFETENSORS);
        } else if (hdf5(file)) {
            return Optional.of(HDF5);
        } else if (file.length() > 2 && file.get(0) == PICKLE) {
            return Optional.of(PTH_LEGACY);
        }
        return Optional.empty();
    }

    /** A block of the user's own may stand before the signature: 512 bytes, or any power of two above. */
    private static boolean hdf5(Bytes file) {
        for (long from = 0; from < file.length(); from = from == 0 ? 512 : 2 * from) {
            if (begins(file, from, HDF5_SIGNATURE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(Bytes file, long from, int[] signature) {
        if (file.length() - from < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if (file.get(from + i) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
