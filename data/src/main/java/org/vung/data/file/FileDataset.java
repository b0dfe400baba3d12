package org.vung.data.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.Truth;
import org.vung.image.Image;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelClass;

/**
 * A data set with a file per image: most formats are one of these with their way to read truth.
 *
 * @param name of the set
 * @param classes what labels mean
 * @param items the images
 * @param reader reads truth
 */
public record FileDataset(String name, List<LabelClass> classes, List<Item> items, Reader reader) implements Dataset {

    /** Reads the truth of an image. */
    @FunctionalInterface
    public interface Reader {
        /**
         * Reads the truth of an image.
         *
         * @param index 0 … items − 1
         * @return the truth
         * @throws IOException if a file cannot be read
         */
        Truth read(int index) throws IOException;
    }

    /** Copies the lists. */
    public FileDataset {
        classes = List.copyOf(classes);
        items = List.copyOf(items);
    }

    /**
     * What a data set in a folder is called.
     *
     * @param folder of it
     * @return the folder's own name
     */
    public static String name(Path folder) {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    @Override
    public Image image(int index) throws IOException {
        return ImageFiles.read(items.get(index).image());
    }

    @Override
    public Truth truth(int index) throws IOException {
        return reader.read(index);
    }
}
