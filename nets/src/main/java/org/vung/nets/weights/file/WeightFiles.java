package org.vung.nets.weights.file;

import java.nio.file.Path;
import java.util.Optional;
import org.vung.nets.weights.Bytes;
import org.vung.nets.weights.WeightFileException;
import org.vung.nets.weights.Weights;
import org.vung.nets.weights.keras.KerasFile;
import org.vung.nets.weights.pth.PthFile;
import org.vung.nets.weights.safetensors.SafetensorsFile;

/** Reads weights from files: safetensors, PyTorch's {@code .pth} of either layout, Keras's HDF5. */
public final class WeightFiles {

    private WeightFiles() {}

    /**
     * Opens a file, whatever its name; the bytes tell its format.
     *
     * @param file safetensors, .pth or HDF5; must not change while its weights are in use
     * @return the weights, under the file's own names and in its own order of axes
     * @throws WeightFileException if it cannot be read, is of no format we know, damaged or hostile
     */
    public static Weights read(Path file) throws WeightFileException {
        Bytes bytes = Bytes.map(file);
        Optional<WeightFormat> format = WeightFormat.of(bytes);
        if (format.isEmpty()) {
            throw bytes.bad("the file must be safetensors, a PyTorch .pth or HDF5, got none of them in its "
                    + bytes.length() + " bytes; give a file of weights");
        }
        return switch (format.get()) {
            case SAFETENSORS -> SafetensorsFile.read(bytes).weights();
            case PTH_ZIP, PTH_LEGACY -> PthFile.read(bytes);
            case HDF5 -> KerasFile.read(file);
        };
    }
}
