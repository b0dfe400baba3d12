package org.vung.nets.weights.published;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A checkpoint that torchvision publishes, as its version 0.14.1 names them. The hexadecimal digits at the end of the file's
 * name are the first of its SHA-256. They take images of ImageNet's means and deviations.
 *
 * @param network its name in our list
 * @param file its name on torchvision's server
 * @param classes of its answer: 21 of PASCAL VOC or 1000 of ImageNet
 * @param about what it was trained on
 */
public record Checkpoint(String network, String file, int classes, String about) {

    /** The folder in which they lie. */
    public static final URI TORCHVISION = URI.create("https://download.pytorch.org/models/");

    private static final List<Checkpoint> ALL = List.of(
            voc("fcn-resnet50", "fcn_resnet50_coco-1167a1af.pth"),
            voc("fcn-resnet101", "fcn_resnet101_coco-7ecb50ca.pth"),
            voc("deeplabv3-resnet50", "deeplabv3_resnet50_coco-cd0a2569.pth"),
            voc("deeplabv3-resnet101", "deeplabv3_resnet101_coco-586e9e4e.pth"),
            voc("deeplabv3-mobilenetv3", "deeplabv3_mobilenet_v3_large-fc3c493d.pth"),
            voc("lraspp-mobilenetv3", "lraspp_mobilenet_v3_large-d234d4ea.pth"),
            imageNet("vgg16", "vgg16-397923af.pth"),
            imageNet("vgg19", "vgg19-dcbb9e9d.pth"),
            imageNet("resnet18", "resnet18-f37072fd.pth"),
            imageNet("resnet34", "resnet34-b627a593.pth"),
            imageNet("resnet50", "resnet50-0676ba61.pth"),
            imageNet("resnet101", "resnet101-63fe2227.pth"));

    private static Checkpoint voc(String network, String file) {
        return new Checkpoint(network, file, 21, "the images of COCO that show classes of PASCAL VOC");
    }

    private static Checkpoint imageNet(String network, String file) {
        return new Checkpoint(network, file, 1000, "ImageNet");
    }

    /**
     * Every checkpoint.
     *
     * @return one a network
     */
    public static List<Checkpoint> all() {
        return ALL;
    }

    /**
     * Finds the checkpoint of a network.
     *
     * @param network its name
     * @return nothing where torchvision publishes none
     */
    public static Optional<Checkpoint> of(String network) {
        return ALL.stream().filter(each -> each.network.equals(network)).findFirst();
    }
}
