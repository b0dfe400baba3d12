package org.vung.nets.model.rcnn;

import java.util.Optional;
import java.util.stream.Stream;
import org.vung.nets.model.backbone.ResNet;

/** The detectors that have a name. */
public enum NamedRcnn {
    /** torchvision's. */
    MASK_RESNET50("maskrcnn-resnet50-fpn", ResNet.RESNET50, Rcnn.Neck.FPN, true),
    /** The smallest. */
    MASK_RESNET18("maskrcnn-resnet18-fpn", ResNet.RESNET18, Rcnn.Neck.FPN, true),
    /** Between the two. */
    MASK_RESNET34("maskrcnn-resnet34-fpn", ResNet.RESNET34, Rcnn.Neck.FPN, true),
    /** The paper's largest. */
    MASK_RESNET101("maskrcnn-resnet101-fpn", ResNet.RESNET101, Rcnn.Neck.FPN, true),
    /** The paper's without a pyramid. */
    MASK_RESNET50_C4("maskrcnn-resnet50-c4", ResNet.RESNET50, Rcnn.Neck.C4, true),
    /** torchvision's without masks. */
    FASTER_RESNET50("fasterrcnn-resnet50-fpn", ResNet.RESNET50, Rcnn.Neck.FPN, false);

    private final String text;
    private final ResNet backbone;
    private final Rcnn.Neck neck;
    private final boolean masks;

    NamedRcnn(String text, ResNet backbone, Rcnn.Neck neck, boolean masks) {
        this.text = text;
        this.backbone = backbone;
        this.neck = neck;
        this.masks = masks;
    }

    /**
     * Finds one by its name.
     *
     * @param name such as {@code maskrcnn-resnet50-fpn}
     * @return nothing for other networks
     */
    public static Optional<NamedRcnn> of(String name) {
        return Stream.of(values()).filter(each -> each.text.equals(name)).findFirst();
    }

    /**
     * How it is built.
     *
     * @param classes that objects may have, background included
     * @param width maps of the backbone's stem, to which all other widths are in proportion; 0 for the papers' 64
     * @return options with frozen norms
     */
    public Rcnn.Options options(int classes, int width) {
        Rcnn.Options usual = Rcnn.Options.of(backbone, neck, classes, masks);
        return width == 0 ? usual : usual.withWidths(Rcnn.Widths.of(width));
    }

    /**
     * What it is, in one line.
     *
     * @return such as {@code boxes, classes and masks of objects one by one, on a resnet50 with a feature pyramid}
     */
    public String description() {
        return (masks ? "boxes, classes and masks" : "boxes and classes") + " of objects one by one, on a " + backbone
                + (neck == Rcnn.Neck.FPN ? " with a feature pyramid" : ", its fourth layer in the heads");
    }

    /**
     * Who published it.
     *
     * @return authors, year and number
     */
    public String paper() {
        return masks ? "He et al. 2017, arXiv:1703.06870" : "Ren et al. 2015, arXiv:1506.01497";
    }

    @Override
    public String toString() {
        return text;
    }
}
