package org.vung.data.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vung.data.Dataset;
import org.vung.data.coco.CocoFolder;
import org.vung.data.coco.CocoWriter;
import org.vung.data.file.DataFiles;
import org.vung.data.format.DataFormat.Holds;
import org.vung.data.ids.CamVidFolder;
import org.vung.data.ids.CamVidWriter;
import org.vung.data.ids.CityscapesFolder;
import org.vung.data.ids.CityscapesWriter;
import org.vung.data.nnunet.NnUnetFolder;
import org.vung.data.nnunet.NnUnetWriter;
import org.vung.data.pair.PairFolder;
import org.vung.data.pair.PairWriter;
import org.vung.data.side.SideBySide;
import org.vung.data.side.SideBySideWriter;
import org.vung.data.stack.StackFolder;
import org.vung.data.stack.StackWriter;
import org.vung.data.voc.VocFolder;
import org.vung.data.voc.VocWriter;
import org.vung.data.yolo.YoloFolder;
import org.vung.data.yolo.YoloWriter;
import org.vung.name.NearestName;
import org.vung.name.Phrase;

/** Opens data sets of every format. */
public final class Datasets {

    /** In the order in which a folder is tried: what has the plainest signs comes first. */
    private static final List<DataFormat> FORMATS = List.of(
            new DataFormat(
                    "nnunet",
                    "nnU-Net v2 raw data in 2-D: dataset.json, imagesTr, labelsTr",
                    NnUnetFolder.OPTIONS,
                    NnUnetFolder::looksLike,
                    NnUnetFolder::open,
                    Holds.CLASSES,
                    new NnUnetWriter()),
            new DataFormat(
                    "voc",
                    "PASCAL VOC: JPEGImages, SegmentationClass, SegmentationObject",
                    VocFolder.OPTIONS,
                    VocFolder::looksLike,
                    VocFolder::open,
                    Holds.BOTH,
                    new VocWriter()),
            new DataFormat(
                    "cityscapes",
                    "Cityscapes: leftImg8bit, gtFine with label ids",
                    CityscapesFolder.OPTIONS,
                    CityscapesFolder::looksLike,
                    CityscapesFolder::open,
                    Holds.CLASSES,
                    new CityscapesWriter()),
            new DataFormat(
                    "camvid",
                    "CamVid: train, trainannot and so on, with class ids",
                    CamVidFolder.OPTIONS,
                    CamVidFolder::looksLike,
                    CamVidFolder::open,
                    Holds.CLASSES,
                    new CamVidWriter()),
            new DataFormat(
                    "yolo",
                    "YOLO-seg: data.yaml, images, labels with polygons as text",
                    YoloFolder.OPTIONS,
                    YoloFolder::looksLike,
                    YoloFolder::open,
                    Holds.OBJECTS,
                    new YoloWriter()),
            new DataFormat(
                    "coco",
                    "COCO: annotations/*.json with polygons and run lengths, images",
                    CocoFolder.OPTIONS,
                    CocoFolder::looksLike,
                    CocoFolder::open,
                    Holds.OBJECTS,
                    new CocoWriter()),
            new DataFormat(
                    "stack",
                    "volumes as multi-page TIFF: train-volume.tif, train-labels.tif",
                    StackFolder.OPTIONS,
                    StackFolder::looksLike,
                    StackFolder::open,
                    Holds.CLASSES,
                    new StackWriter()),
            new DataFormat(
                    "pairs",
                    "images and masks of the same names, in two folders or in one",
                    PairFolder.OPTIONS,
                    PairFolder::looksLike,
                    PairFolder::open,
                    Holds.CLASSES,
                    new PairWriter(false)),
            new DataFormat(
                    "side-by-side",
                    "two pictures in one file, an image and what it becomes, as pix2pix takes them",
                    SideBySide.OPTIONS,
                    SideBySide::looksLike,
                    SideBySide::open,
                    Holds.CLASSES,
                    new SideBySideWriter()));

    private Datasets() {}

    /**
     * Opens a data set: lists its images and reads no pixels but those of a first mask.
     *
     * @param folder of the data set
     * @param format its name, or name and options such as {@code pairs:images=photos,threshold=128}; empty to recognise it
     * @return the data set
     * @throws IOException if the folder cannot be read, is not recognised or not of the format; the message names the file
     * @throws IllegalArgumentException if there is no such format or option; the message names the known ones
     */
    public static Dataset open(Path folder, Optional<String> format) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw DataFiles.missing(folder, Files.exists(folder) ? "is not a folder" : "no such folder");
        }
        Phrase text = format.isPresent() ? Phrase.parse(format.get()) : Phrase.of(recognise(folder));
        DataFormat found = named(text.name());
        return found.opening().open(folder, text.allow(found.options().keySet()));
    }

    /**
     * The format of a folder by the names in it.
     *
     * @param folder of a data set
     * @return the format's name
     * @throws IOException if the folder cannot be read or looks like none
     */
    public static String recognise(Path folder) throws IOException {
        for (DataFormat format : FORMATS) {
            if (format.signs().in(folder)) {
                return format.name();
            }
        }
        throw DataFiles.bad(
                folder,
                "looks like none of the formats " + String.join(", ", names())
                        + "; say which it is and where its files are");
    }

    /**
     * The formats there are.
     *
     * @return their names
     */
    public static List<String> names() {
        return FORMATS.stream().map(DataFormat::name).toList();
    }

    /**
     * The options of a format.
     *
     * @param format its name
     * @return a meaning per option
     * @throws IllegalArgumentException if there is no such format
     */
    public static Map<String, String> options(String format) {
        return named(format).options();
    }

    /**
     * What the formats are.
     *
     * @return a line per name
     */
    public static Map<String, String> descriptions() {
        Map<String, String> lines = new LinkedHashMap<>();
        FORMATS.forEach(format -> lines.put(format.name(), format.description()));
        return lines;
    }

    static DataFormat named(String name) {
        return FORMATS.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("format must be one of " + String.join(", ", names())
                        + ", got '" + name + "'" + NearestName.hint(name, names())));
    }
}
