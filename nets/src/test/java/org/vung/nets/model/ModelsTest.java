package org.vung.nets.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vung.nets.graph.Cost;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Shape;
import org.vung.nets.model.backbone.Encoder;

class ModelsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            unet-tutorial,         31031682,  2x386x386
            unet-paper,            31030658,  2x388x388
            retina-unet,           471010,    2x584x568
            fcn32s-tutorial,       20056787,  21x224x224
            fcn32s,                136152917, 21x500x500
            fcn8s,                 134489759, 21x500x500
            fcn-resnet50,          35322218,  21x520x520
            fcn-resnet101,         54314346,  21x520x520
            deeplabv3-resnet50,    42004074,  21x520x520
            deeplabv3-resnet101,   60996202,  21x520x520
            deeplabv3-mobilenetv3, 11029328,  21x520x520
            lraspp-mobilenetv3,    3221538,   21x520x520
            maskrcnn-resnet50-fpn, 44401393,  256x200x200
            fasterrcnn-resnet50-fpn, 41755286, 256x200x200
            vgg16,                 138357544, 1000x1x1
            vgg19,                 143667240, 1000x1x1
            resnet18,              11689512,  1000x1x1
            resnet34,              21797672,  1000x1x1
            resnet50,              25557032,  1000x1x1
            resnet101,             44549160,  1000x1x1
            pix2pix-generator,     54413955,  3x256x256
            pix2pix-discriminator, 2768705,   1x30x30
            """)
    void trainedNumbersAndAnswersAreThePublishedOnes(String name, long parameters, String answer) {
        Graph graph = Models.named(name).graph();
        assertThat(Cost.of(graph).parameters()).isEqualTo(parameters);
        assertThat(graph.shapes()).containsEntry(graph.output(), shape(answer));
    }

    @ParameterizedTest
    @CsvSource({"fcn16s, 21x500x500", "unet, 2x512x512", "deeplabv3plus-resnet50, 21x520x520"})
    @CsvSource({"deconvnet, 21x224x224", "segnet, 11x360x480", "enet, 12x360x480"})
    void theOthersAnswerAtTheImagesResolution(String name, String answer) {
        Graph graph = Models.named(name).graph();
        assertThat(graph.shapes()).containsEntry(graph.output(), shape(answer));
    }

    @Test
    void theStateOfENetHoldsAsManyNumbersAsItsCheckpoint() {
        Cost cost = Cost.of(Models.named("enet").graph());
        assertThat(cost.parameters() + cost.statistics()).isEqualTo(368_388);
    }

    /** 24 436 369 is what segmentation_models.pytorch counts for Unet("resnet34", classes=1). */
    @Test
    void aUNetOnResNet34IsThatOfSegmentationModels() {
        Model unet = Models.named("unet");
        ModelOptions options = unet.standard().withEncoder(Encoder.RESNET34).withClasses(1);
        assertThat(Cost.of(unet.graph(options)).parameters()).isEqualTo(24_436_369);
    }

    @Test
    void aUNetWithoutEncoderHasFourHalvingsAndThirtyTwoChannels() {
        Graph graph = Models.named("unet").graph();
        assertThat(graph.shapes())
                .containsEntry("encoder.0.5", new Shape(32, 512, 512))
                .containsEntry("encoder.4.5", new Shape(512, 32, 32))
                .containsEntry("decoder.blocks.3.conv2.2", new Shape(32, 512, 512));
    }

    @ParameterizedTest
    @CsvSource({"NONE, 1, 3", "NONE, 5, 1", "RESNET18, 5, 3", "RESNET34, 3, 4", "RESNET50, 4, 3"})
    @CsvSource({"VGG16, 5, 3", "VGG16, 3, 3", "VGG19, 4, 1"})
    void aUNetAnswersAtAnySizeWithAnyEncoder(Encoder encoder, int depth, int channels) {
        Model unet = Models.named("unet");
        ModelOptions options = unet.standard()
                .withEncoder(encoder)
                .withDepth(depth)
                .withChannels(channels)
                .withSize(new Extent(97, 130));
        Graph graph = unet.graph(options);
        assertThat(graph.shapes()).containsEntry(graph.output(), new Shape(2, 97, 130));
    }

    @ParameterizedTest
    @CsvSource({"2, 97, 130, 49, 65", "2, 64, 96, 32, 48", "4, 97, 130, 25, 33", "4, 13, 14, 4, 4"})
    void aUNetOfAStrideWorksOnFewerPixelsAndAnswersForAll(int stride, int rows, int columns, int high, int wide) {
        Model unet = Models.named("unet");
        Graph graph = unet.graph(
                unet.standard().withStride(stride).withDepth(2).withWidth(8).withSize(new Extent(rows, columns)));
        assertThat(graph.shapes())
                .containsEntry("encoder.0.5", new Shape(8, high, wide))
                .containsEntry("segmentation_head.0", new Shape(2, high, wide))
                .containsEntry(graph.output(), new Shape(2, rows, columns));
    }

    @ParameterizedTest
    @CsvSource({"unet-paper, 64", "fcn32s, 64", "fcn8s, 64"})
    void anotherWidthChangesAllChannels(String name, int own) {
        Model model = Models.named(name);
        assertThat(model.graph(model.standard().withWidth(own))).isEqualTo(model.graph());
        long narrow = Cost.of(model.graph(model.standard().withWidth(own / 4))).parameters();
        assertThat((double) narrow / Cost.of(model.graph()).parameters()).isBetween(1 / 16.5, 1 / 13.0);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyModelSaysWhatItIs(Model model) {
        assertThat(model.name()).matches("[a-z0-9-]+").isEqualTo(model.graph().name());
        assertThat(model.description()).isNotBlank().doesNotEndWith(".");
        assertThat(model.paper()).matches(".+ \\d{4}, arXiv:\\d{4}\\.\\d{4,5}");
        assertThat(model.graph().input()).isEqualTo(model.standard().input());
        assertThat(model.graph()).isEqualTo(model.graph());
    }

    static Stream<Model> models() {
        return Models.all().stream();
    }

    @Test
    void namesAreUnique() {
        List<String> names = Models.all().stream().map(Model::name).toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnesAndTheNearest() {
        assertThatThrownBy(() -> Models.named("deeplabv3-resnet5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unet-paper")
                .hasMessageContaining("got 'deeplabv3-resnet5'")
                .hasMessageEndingWith("did you mean 'deeplabv3-resnet50'?");
    }

    @Test
    void anOptionThatAModelDoesNotTakeIsRefused() {
        Model model = Models.named("resnet18");
        assertThatThrownBy(() -> model.graph(model.standard().withWidth(8)))
                .hasMessageContaining("width must be 0 for model 'resnet18', got 8; it takes [classes, size]");
        Model fcn = Models.named("fcn8s");
        assertThatThrownBy(() -> fcn.graph(fcn.standard().withEncoder(Encoder.RESNET18)))
                .hasMessageContaining("got resnet18");
        assertThat(fcn.graph(fcn.standard().withEncoder(Encoder.VGG19)).nodes()).hasSizeGreaterThan(40);
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        ModelOptions options = Models.named("unet").standard();
        assertThatThrownBy(() -> options.withClasses(0)).hasMessageContaining("classes must be at least 1, got 0");
        assertThatThrownBy(() -> Models.named("unet").graph(options.withDepth(9)))
                .hasMessageContaining("got 9");
        assertThatThrownBy(() -> Models.named("unet").graph(options.withStride(3)))
                .hasMessageContaining("stride must be 1, 2 or 4, got 3");
        assertThatThrownBy(() -> Models.named("unet")
                        .graph(options.withEncoder(Encoder.RESNET18).withStride(2)))
                .hasMessageContaining("stride must be 1 with an encoder, got 2 with resnet18");
        assertThatThrownBy(() -> Models.named("segnet")
                        .graph(Models.named("segnet").standard().withStride(2)))
                .hasMessageContaining("stride must be 1 for model 'segnet', got 2");
        assertThatThrownBy(() -> options.withStride(0)).hasMessageContaining("stride must be at least 1, got 0");
        assertThatThrownBy(() -> options.withWidth(-1)).hasMessageContaining("width must be at least 0, got -1");
        assertThatThrownBy(() -> Models.named("unet")
                        .graph(options.withEncoder(Encoder.RESNET18).withDepth(6)))
                .hasMessageContaining("depth must be 1 … 5 with encoder resnet18, got 6");
    }

    private static Shape shape(String text) {
        List<Integer> numbers =
                Stream.of(text.split("x", -1)).map(Integer::valueOf).toList();
        return new Shape(numbers.get(0), numbers.get(1), numbers.get(2));
    }
}
