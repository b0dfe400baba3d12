package org.vung.data.file;

import java.util.List;
import org.vung.label.LabelClass;

/** The class lists that data sets have made known. */
public final class KnownClasses {

    private static final List<String> VOC = List.of(
            "background",
            "aeroplane",
            "bicycle",
            "bird",
            "boat",
            "bottle",
            "bus",
            "car",
            "cat",
            "chair",
            "cow",
            "diningtable",
            "dog",
            "horse",
            "motorbike",
            "person",
            "pottedplant",
            "sheep",
            "sofa",
            "train",
            "tvmonitor");

    /** In the order of SegNet's CamVid, with the colours of its test script; label 11 there is unlabelled. */
    private static final List<LabelClass> CAMVID = List.of(
            new LabelClass("sky", 0x808080),
            new LabelClass("building", 0x800000),
            new LabelClass("pole", 0xC0C080),
            new LabelClass("road", 0x804080),
            new LabelClass("pavement", 0x3C28DE),
            new LabelClass("tree", 0x808000),
            new LabelClass("signsymbol", 0xC08080),
            new LabelClass("fence", 0x404080),
            new LabelClass("car", 0x400080),
            new LabelClass("pedestrian", 0x404000),
            new LabelClass("bicyclist", 0x0080C0));

    private static final List<LabelClass> CITYSCAPES = List.of(
            new LabelClass("road", 0x804080),
            new LabelClass("sidewalk", 0xF423E8),
            new LabelClass("building", 0x464646),
            new LabelClass("wall", 0x66669C),
            new LabelClass("fence", 0xBE9999),
            new LabelClass("pole", 0x999999),
            new LabelClass("traffic light", 0xFAAA1E),
            new LabelClass("traffic sign", 0xDCDC00),
            new LabelClass("vegetation", 0x6B8E23),
            new LabelClass("terrain", 0x98FB98),
            new LabelClass("sky", 0x4682B4),
            new LabelClass("person", 0xDC143C),
            new LabelClass("rider", 0xFF0000),
            new LabelClass("car", 0x00008E),
            new LabelClass("truck", 0x000046),
            new LabelClass("bus", 0x003C64),
            new LabelClass("train", 0x005064),
            new LabelClass("motorcycle", 0x0000E6),
            new LabelClass("bicycle", 0x770B20));

    /** In the order of the CMP facades, with the colours of pix2pix's label pictures. */
    private static final List<LabelClass> FACADES = List.of(
            new LabelClass("background", 0x0000DE),
            new LabelClass("facade", 0x0030FF),
            new LabelClass("window", 0x0080FF),
            new LabelClass("door", 0x00CFFF),
            new LabelClass("cornice", 0x20FFE0),
            new LabelClass("sill", 0x70FF8F),
            new LabelClass("balcony", 0xC0FF3F),
            new LabelClass("blind", 0xFFEF00),
            new LabelClass("deco", 0xFF9F00),
            new LabelClass("molding", 0xFF5000),
            new LabelClass("pillar", 0xFF0000),
            new LabelClass("shop", 0xAF0000));

    private KnownClasses() {}

    /**
     * The lists there are.
     *
     * @return their names
     */
    public static List<String> names() {
        return List.of("camvid", "cityscapes", "facades", "voc");
    }

    /**
     * A list by its name.
     *
     * @param name one of {@link #names}
     * @return the classes with the colours of their data set
     */
    public static ClassList of(String name) {
        return switch (name) {
            case "camvid" -> new ClassList(CAMVID, true);
            case "cityscapes" -> new ClassList(CITYSCAPES, true);
            case "facades" -> new ClassList(FACADES, true);
            case "voc" -> new ClassList(ClassList.of(VOC).classes(), true);
            default -> throw new IllegalArgumentException("class list must be one of " + names() + ", got " + name);
        };
    }
}
