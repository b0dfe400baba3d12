package org.vung.nets.weights.pth;

import java.nio.file.Path;
import org.vung.nets.weights.Bytes;
import org.vung.nets.weights.WeightFileException;
import org.vung.nets.weights.Weights;

/**
 * Reads what {@code torch.save} wrote: a dict of tensors, or a checkpoint with such a dict at its top or under
 * {@code state_dict}, {@code model_state_dict} or {@code model}. Where every name begins with {@code module.}, as
 * {@code DataParallel} leaves them, that is taken off.
 */
public final class PthFile {

    private PthFile() {}

    /**
     * Opens a file; its numbers are read when they are asked for.
     *
     * @param file of any name
     * @return the weights, in the order they were saved
     * @throws WeightFileException if it cannot be read, is damaged, or asks for more than building values
     */
    public static Weights read(Path file) throws WeightFileException {
        return read(Bytes.map(file));
    }

    /**
     * Opens a file that is at hand as bytes.
     *
     * @param file the whole file
     * @return the weights, in the order they were saved
     * @throws WeightFileException if it is damaged, or asks for more than building values
     */
    public static Weights read(Bytes file) throws WeightFileException {
        boolean zip = file.length() >= 4 && file.get(0) == 'P' && file.get(1) == 'K';
        return zip ? ZippedPth.read(file) : LegacyPth.read(file);
    }
}
