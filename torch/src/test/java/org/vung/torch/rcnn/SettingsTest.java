package org.vung.torch.rcnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.nets.file.Answer;
import org.vung.nets.file.ClassList;
import org.vung.nets.file.ModelFile;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Extent;
import org.vung.nets.model.backbone.ResNet;
import org.vung.nets.model.rcnn.Rcnn;
import org.vung.nets.weights.Weights;
import org.vung.torch.rcnn.box.Anchors;
import org.vung.torch.rcnn.box.Matching;
import org.vung.torch.rcnn.box.Suppression;
import org.vung.torch.rcnn.roi.Pasting;

/** What stands between the parts of a detector, as texts in plans and model files. */
class SettingsTest {

    private static ModelFile model(Rcnn.Neck neck, Map<String, String> settings) {
        Graph graph = Rcnn.of("rcnn", Rcnn.Options.of(ResNet.RESNET18, neck, 4, true), Extent.square(64));
        return new ModelFile(
                graph,
                Weights.of(List.of()),
                Preprocessing.imageNet(),
                Answer.LOGITS,
                ClassList.numbered(4),
                Map.of(),
                settings);
    }

    @Test
    void optionsAreReadBackFromTheirTexts() {
        Detector.Options options = new Detector.Options(
                Preprocessing.imageNet(),
                new Resizing(320, 500, 64),
                new Anchors(List.of(List.of(8.0, 12.5), List.of(16.0, 24.0)), List.of(0.5, 1.0 / 3), false),
                new Proposing(70, 30, new Suppression(0.65), 2.5),
                new Detecting(0.3, new Suppression(0.25), 7, 1, 0.4, 0.7),
                new Pasting(0.4, true));
        assertThat(Detector.Options.of(model(Rcnn.Neck.FPN, options.settings())))
                .isEqualTo(options);
        assertThat(Resizing.parse(Resizing.NONE.text())).isEqualTo(Resizing.NONE);
    }

    @Test
    void whatIsNotSaidIsTorchvisions() {
        assertThat(Detector.Options.of(model(Rcnn.Neck.FPN, Map.of()))).isEqualTo(Detector.Options.usual());
        assertThat(Detector.Options.of(model(Rcnn.Neck.C4, Map.of())).anchors().levels())
                .containsExactly(List.of(32.0, 64.0, 128.0, 256.0, 512.0));
        assertThat(Learning.parse("choice", "proposals", "choice")).isEqualTo(Learning.usual());
        assertThat(Learning.parse("choice:too-little=0.2", "proposals", "choice")
                        .anchors())
                .isEqualTo(new Matching(0.7, 0.2, true));
    }

    @Test
    void aSettingOfANewerProgramIsRefused() {
        ModelFile model = model(Rcnn.Neck.FPN, Map.of("cascade", "3"));
        assertThatThrownBy(() -> Detector.Options.of(model)).hasMessageContaining("cascade");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fit:shorter=-1",
                "fit:shorter=0",
                "fit:shorter=9,longer=8",
                "keep:multiple=0",
                "keep:shorter=8",
                "shrink",
                "fit:shorter=many"
            })
    void resizingThatMakesNoSenseIsRefused(String text) {
        assertThatThrownBy(() -> Resizing.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "anchors:sizes=        | KEY=VALUE",
                "anchors:sizes=8/x     | must be numbers, got 'x'",
                "anchors:sizes=8//16   | must be numbers, got ''",
                "anchors:sizes=8/-1    | above 0",
                "anchors:sizes=NaN     | above 0",
                "anchors:sizes=8+9/16  | as many anchor sizes each",
                "anchors:aspects=0     | above 0",
                "anchors:ratios=1      | ratios",
                "boxes:sizes=8         | must begin with anchors"
            })
    void anchorsThatMakeNoSenseAreRefused(String text, String message) {
        assertThatThrownBy(() -> Anchors.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aSizeThatKeepsImagesLeavesThemAsTheyAre() {
        assertThat(Resizing.NONE.of(new org.vung.image.Size(33, 7))).isEqualTo(new Extent(33, 7));
        assertThat(Resizing.NONE.filled(List.of(new Extent(33, 7)))).isEqualTo(new Extent(64, 32));
    }
}
