package org.vung.data.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.data.ClassMap;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import org.vung.name.Phrase;

/** On one image of 2×3 with the classes 0 0 1 over 0 1 1. */
class PairFolderTest {

    private static final byte[] CLASSES = {0, 0, 1, 0, 1, 1};

    @TempDir
    private Path folder;

    @BeforeEach
    void pair() throws IOException {
        write("images/a_image.png", new Size(2, 3), new byte[6]);
        write("masks/a_label.png", new Size(2, 3), CLASSES);
    }

    private void write(String file, Size size, byte... grey) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        ImageFiles.write(Image.of(size, Layout.GREY, grey), path, Existing.KEEP);
    }

    private int[] labels(String options) throws IOException {
        PairFolder set = PairFolder.open(
                folder, Phrase.parse("pairs:image-suffix=_image,mask-suffix=_label,classes=soil+plant," + options));
        return ((ClassMap) set.truth(0)).labels().sharedLabels();
    }

    @Test
    void outsideTheFieldOfViewEveryPixelIsUnknown() throws IOException {
        write("fields/a.png", new Size(2, 3), (byte) 255, (byte) 0, (byte) 0, (byte) 255, (byte) 0, (byte) 255);
        assertThat(labels("fov=fields")).containsExactly(0, 255, 255, 0, 255, 1);
    }

    @Test
    void whereTheGroundIsNotSureOnlyGroundIsUnknown() throws IOException {
        write("soil/a_mask.png", new Size(2, 3), (byte) 255, (byte) 0, (byte) 0, (byte) 255, (byte) 0, (byte) 255);
        write("fields/a.png", new Size(2, 3), (byte) 9, (byte) 9, (byte) 9, (byte) 0, (byte) 0, (byte) 9);
        assertThat(labels("ground=soil")).containsExactly(0, 255, 1, 0, 1, 1);
        assertThat(labels("ground=soil,fov=fields")).containsExactly(0, 255, 1, 255, 255, 1);
    }

    @Test
    void aPictureThatIsNotThereOrOfAnotherSizeIsNamed() throws IOException {
        write("soil/b.png", new Size(2, 3), new byte[6]);
        assertThatIOException()
                .isThrownBy(() -> labels("ground=soil"))
                .withMessageContaining("a_image.png")
                .withMessageContaining("has no picture in")
                .withMessageContaining("leave ground= away");
        write("small/a.png", new Size(1, 3), new byte[3]);
        assertThatIOException()
                .isThrownBy(() -> labels("fov=small"))
                .withMessageContaining("must have the mask's size");
    }

    @Test
    void objectsHaveNoGround() throws IOException {
        write("soil/a.png", new Size(2, 3), new byte[6]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairFolder.open(
                        folder,
                        Phrase.parse("pairs:image-suffix=_image,mask-suffix=_label,values=objects,ground=soil")))
                .withMessageContaining("masks of classes only");
    }
}
