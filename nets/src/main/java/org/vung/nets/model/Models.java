package org.vung.nets.model;

import static org.vung.nets.model.ModelOptions.Key.CHANNELS;
import static org.vung.nets.model.ModelOptions.Key.DEPTH;
import static org.vung.nets.model.ModelOptions.Key.ENCODER;
import static org.vung.nets.model.ModelOptions.Key.STRIDE;
import static org.vung.nets.model.ModelOptions.Key.WIDTH;

import java.util.List;
import java.util.stream.Stream;
import org.vung.name.NearestName;
import org.vung.nets.layer.Extent;
import org.vung.nets.model.backbone.Encoder;
import org.vung.nets.model.backbone.ResNet;
import org.vung.nets.model.backbone.Vgg;
import org.vung.nets.model.deeplab.DeepLabV3;
import org.vung.nets.model.deeplab.DeepLabV3Plus;
import org.vung.nets.model.deeplab.FcnResNet;
import org.vung.nets.model.deeplab.LiteRaspp;
import org.vung.nets.model.enet.ENet;
import org.vung.nets.model.fcn.Fcn;
import org.vung.nets.model.fcn.FcnTutorial;
import org.vung.nets.model.pix2pix.Discriminator;
import org.vung.nets.model.pix2pix.Generator;
import org.vung.nets.model.rcnn.NamedRcnn;
import org.vung.nets.model.rcnn.Rcnn;
import org.vung.nets.model.unet.PaperUNet;
import org.vung.nets.model.unet.RetinaUNet;
import org.vung.nets.model.unet.UNet;
import org.vung.nets.model.unpool.DeconvNet;
import org.vung.nets.model.unpool.SegNet;

/** The one list of networks. */
public final class Models {

    private static final String U_NET = "Ronneberger, Fischer & Brox 2015, arXiv:1505.04597";
    private static final String FCN = "Long, Shelhamer & Darrell 2015, arXiv:1411.4038";
    private static final String DEEPLAB_V3 = "Chen et al. 2017, arXiv:1706.05587";
    private static final String MOBILENET_V3 = "Howard et al. 2019, arXiv:1905.02244";
    private static final String VGG = "Simonyan & Zisserman 2015, arXiv:1409.1556";
    private static final String RESNET = "He et al. 2016, arXiv:1512.03385";

    private static final String PIX2PIX = "Isola et al. 2017, arXiv:1611.07004";

    private static final List<Model> MODELS = Stream.of(
                    tutorial(), uNets(), fcns(), dilated(), unpooling(), detectors(), classifiers(), translators())
            .flatMap(List::stream)
            .toList();

    private Models() {}

    /**
     * Every model.
     *
     * @return the tutorial's first, then by family
     */
    public static List<Model> all() {
        return MODELS;
    }

    /**
     * Finds a model by its name.
     *
     * @param name such as {@code unet-paper}
     * @return the model
     * @throws IllegalArgumentException if there is none; the message lists the known ones and the nearest guess
     */
    public static Model named(String name) {
        for (Model model : MODELS) {
            if (model.name().equals(name)) {
                return model;
            }
        }
        List<String> known = MODELS.stream().map(Model::name).toList();
        throw new IllegalArgumentException("model must be one of " + String.join(", ", known) + ", got '" + name + "'"
                + NearestName.hint(name, known));
    }

    private static List<Model> tutorial() {
        return List.of(
                Model.of(
                                "unet-tutorial",
                                "the tutorial's U-Net: valid convolutions, 3×3 head, 572×572 → 386×386",
                                U_NET,
                                grey(2, 572),
                                o -> PaperUNet.tutorial(o.input(), o.classes()))
                        .taking(CHANNELS),
                Model.of(
                        "fcn32s-tutorial",
                        "the tutorial's FCN: VGG19, 1×1 scores, one transposed convolution of kernel 7 and stride 32",
                        FCN,
                        ModelOptions.colour(21, 224, 224),
                        o -> FcnTutorial.of(o.classes(), o.size())));
    }

    private static List<Model> uNets() {
        return List.of(
                Model.of(
                                "unet-paper",
                                "U-Net of the paper: valid convolutions, 1×1 head, 572×572 → 388×388",
                                U_NET,
                                grey(2, 572),
                                o -> PaperUNet.paper(o.input(), o.classes(), width(o, PaperUNet.WIDTH)))
                        .taking(CHANNELS, WIDTH),
                Model.of(
                                "unet",
                                "U-Net with padding and batch normalisation; its encoder may be a ResNet or a VGG",
                                U_NET,
                                new ModelOptions(3, 2, 0, 0, Encoder.NONE, 1, Extent.square(512)),
                                o -> UNet.of(chosen(o)))
                        .taking(CHANNELS, WIDTH, DEPTH, ENCODER, STRIDE),
                Model.of(
                        "retina-unet",
                        "small U-Net of three levels for vessels of the retina, as orobix/retina-unet published it",
                        U_NET,
                        new ModelOptions(1, 2, 0, 0, Encoder.NONE, 1, new Extent(584, 568)),
                        o -> RetinaUNet.of(o.input(), o.classes())));
    }

    private static UNet.Options chosen(ModelOptions options) {
        UNet.Options suiting = UNet.Options.suiting(options.input(), options.classes(), options.encoder())
                .withStride(options.stride());
        UNet.Options wide = options.width() == 0 ? suiting : suiting.withWidth(options.width());
        return options.depth() == 0 ? wide : wide.withDepth(options.depth());
    }

    private static List<Model> fcns() {
        return List.of(
                fcn("fcn32s", "FCN on VGG16, scores of stride 32 enlarged at once", Fcn.Stride.FCN32S),
                fcn("fcn16s", "FCN on VGG16 with a skip from the fourth pooling", Fcn.Stride.FCN16S),
                fcn("fcn8s", "FCN on VGG16 with skips from the fourth and the third pooling", Fcn.Stride.FCN8S));
    }

    private static Model fcn(String name, String description, Fcn.Stride stride) {
        ModelOptions standard = ModelOptions.colour(21, 500, 500).withEncoder(Encoder.VGG16);
        return Model.of(
                        name,
                        description,
                        FCN,
                        standard,
                        o -> Fcn.of(
                                stride, new Fcn.Options(o.encoder().vgg(), width(o, Vgg.WIDTH), o.classes(), o.size())))
                .taking(ENCODER, WIDTH);
    }

    private static List<Model> dilated() {
        ModelOptions voc = ModelOptions.colour(21, 520, 520);
        return List.of(
                Model.of(
                        "fcn-resnet50",
                        "torchvision's FCN on a dilated ResNet-50, with an auxiliary head",
                        FCN,
                        voc,
                        o -> FcnResNet.of(ResNet.RESNET50, o.classes(), o.size())),
                Model.of(
                        "fcn-resnet101",
                        "torchvision's FCN on a dilated ResNet-101, with an auxiliary head",
                        FCN,
                        voc,
                        o -> FcnResNet.of(ResNet.RESNET101, o.classes(), o.size())),
                Model.of(
                        "deeplabv3-resnet50",
                        "torchvision's DeepLab v3 on ResNet-50, with an auxiliary head",
                        DEEPLAB_V3,
                        voc,
                        o -> DeepLabV3.onResNet(ResNet.RESNET50, o.classes(), o.size())),
                Model.of(
                        "deeplabv3-resnet101",
                        "torchvision's DeepLab v3 on ResNet-101, with an auxiliary head",
                        DEEPLAB_V3,
                        voc,
                        o -> DeepLabV3.onResNet(ResNet.RESNET101, o.classes(), o.size())),
                Model.of(
                        "deeplabv3plus-resnet50",
                        "DeepLab v3+ on ResNet-50: pyramid and a decoder with fine maps",
                        "Chen et al. 2018, arXiv:1802.02611",
                        voc,
                        o -> DeepLabV3Plus.of(ResNet.RESNET50, o.classes(), o.size())),
                Model.of(
                        "deeplabv3-mobilenetv3",
                        "torchvision's DeepLab v3 on a large MobileNet v3",
                        DEEPLAB_V3,
                        voc,
                        o -> DeepLabV3.onMobileNet(o.classes(), o.size())),
                Model.of(
                        "lraspp-mobilenetv3",
                        "torchvision's Lite R-ASPP on a large MobileNet v3, for small machines",
                        MOBILENET_V3,
                        voc,
                        o -> LiteRaspp.of(o.classes(), o.size())));
    }

    private static List<Model> unpooling() {
        return List.of(
                Model.of(
                        "deconvnet",
                        "VGG16 down to a vector, unpooling and transposed convolutions up again",
                        "Noh, Hong & Han 2015, arXiv:1505.04366",
                        ModelOptions.colour(21, 224, 224),
                        o -> DeconvNet.of(o.classes(), o.size())),
                Model.of(
                        "segnet",
                        "VGG16's convolutions and their mirror image with unpooling",
                        "Badrinarayanan, Kendall & Cipolla 2017, arXiv:1511.00561",
                        ModelOptions.colour(11, 360, 480),
                        o -> SegNet.of(o.classes(), o.size())),
                Model.of(
                        "enet",
                        "small and fast: bottlenecks, early halving, dilated and asymmetric convolutions",
                        "Paszke et al. 2016, arXiv:1606.02147",
                        ModelOptions.colour(12, 360, 480),
                        o -> ENet.of(o.classes(), o.size())));
    }

    /** Their classes count the background. */
    private static List<Model> detectors() {
        return Stream.of(NamedRcnn.values()).map(Models::detector).toList();
    }

    private static Model detector(NamedRcnn named) {
        return Model.of(
                        named.toString(),
                        named.description(),
                        named.paper(),
                        ModelOptions.colour(91, 800, 800),
                        o -> Rcnn.of(named.toString(), named.options(o.classes(), o.width()), o.input()))
                .taking(CHANNELS, WIDTH);
    }

    private static List<Model> classifiers() {
        return List.of(
                classifier(Vgg.VGG16),
                classifier(Vgg.VGG19),
                classifier(ResNet.RESNET18),
                classifier(ResNet.RESNET34),
                classifier(ResNet.RESNET50),
                classifier(ResNet.RESNET101));
    }

    private static Model classifier(Vgg vgg) {
        return Model.of(
                vgg.toString(),
                "classifier of whole images, "
                        + vgg.convolutions().stream()
                                .mapToInt(Integer::intValue)
                                .sum() + " convolutions",
                VGG,
                ModelOptions.colour(1000, 224, 224),
                o -> vgg.classifier(o.classes(), o.size()));
    }

    private static Model classifier(ResNet resnet) {
        return Model.of(
                resnet.toString(),
                "classifier of whole images, residual blocks",
                RESNET,
                ModelOptions.colour(1000, 224, 224),
                o -> resnet.classifier(o.classes(), o.size()));
    }

    private static List<Model> translators() {
        return List.of(
                Model.of(
                                "pix2pix-generator",
                                "makes a picture of a picture; its classes are the channels it makes",
                                PIX2PIX,
                                ModelOptions.colour(3, 256, 256),
                                o -> Generator.of(o.input(), o.classes(), width(o, Generator.WIDTH), levels(o)))
                        .taking(CHANNELS, WIDTH, DEPTH),
                Model.of(
                                "pix2pix-discriminator",
                                "says of each 70×70 patch of two joined pictures whether it is real",
                                PIX2PIX,
                                ModelOptions.colour(1, 256, 256).withChannels(6),
                                o -> Discriminator.of(o.input(), width(o, Discriminator.WIDTH)))
                        .ofFixedClasses()
                        .taking(CHANNELS, WIDTH));
    }

    private static int levels(ModelOptions options) {
        return options.depth() == 0
                ? Generator.levels(options.size().rows(), options.size().columns())
                : options.depth();
    }

    private static int width(ModelOptions options, int own) {
        return options.width() == 0 ? own : options.width();
    }

    private static ModelOptions grey(int classes, int side) {
        return new ModelOptions(1, classes, 0, 0, Encoder.NONE, 1, Extent.square(side));
    }
}
