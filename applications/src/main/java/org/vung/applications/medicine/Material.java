package org.vung.applications.medicine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vung.applications.sheet.Work;
import org.vung.image.Image;
import org.vung.image.codec.Limits;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelMap;

/**
 * A picture at hand.
 *
 * @param file of it
 * @param truth what a person drew
 */
record Material(Path file, Optional<LabelMap> truth) {

    /** The photographs of DRIVE that {@code plans/vessels.yaml} holds back. */
    private static final List<String> RETINAS = List.of("25", "28", "39", "40");

    /** Of the images that {@code plans/nuclei-semantic.yaml} holds back, the first six. */
    private static final List<String> NUCLEI = List.of(
            "0121d6759c5adb29",
            "03398329ced0c23b",
            "1609b1b8480ee526",
            "16c3d5935ba94b72",
            "1d5f4717e179a036",
            "309ba76b12ecb5ce");

    private static final int XRAYS = 4;

    String name() {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }

    static List<Material> of(MedicineCommand.Theme theme) throws IOException {
        return switch (theme) {
            case VESSELS -> retinas();
            case LUNGS -> lungs();
            case NUCLEI -> nuclei();
        };
    }

    private static List<Material> retinas() throws IOException {
        Path root = Work.material("drive").resolve("training");
        List<Material> all = new ArrayList<>();
        for (String id : RETINAS) {
            LabelMap truth = drawn(root.resolve("1st_manual").resolve(id + "_manual1.gif"));
            all.add(new Material(root.resolve("images").resolve(id + "_training.tif"), Optional.of(truth)));
        }
        return all;
    }

    private static List<Material> lungs() throws IOException {
        Path root = Work.material("lung-sample").resolve("Demo/Data");
        List<Material> all = new ArrayList<>();
        for (int id = 1; id <= XRAYS; id++) {
            all.add(new Material(root.resolve(id + ".jpg"), Optional.of(drawn(root.resolve(id + "-mask.png")))));
        }
        return all;
    }

    private static List<Material> nuclei() throws IOException {
        Path root = Work.material("dsb2018");
        List<Material> all = new ArrayList<>();
        for (String id : NUCLEI) {
            LabelMap truth = ImageFiles.readLabels(root.resolve("labels").resolve(id + ".png"), Limits.standard());
            all.add(new Material(root.resolve("images").resolve(id + ".png"), Optional.of(truth)));
        }
        return all;
    }

    /** 1 where a drawing is bright. */
    private static LabelMap drawn(Path file) throws IOException {
        Image image = ImageFiles.read(file);
        int[] labels = new int[image.size().pixels()];
        for (int row = 0, pixel = 0; row < image.height(); row++) {
            for (int column = 0; column < image.width(); column++, pixel++) {
                labels[pixel] = image.sample(row, column, 0) >= 128 ? 1 : 0;
            }
        }
        return LabelMap.wrap(image.size(), labels);
    }
}
