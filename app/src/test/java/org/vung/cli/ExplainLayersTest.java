package org.vung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The examples of sections 5 to 8 and 12 of the tutorial, each in the numbers it prints or should. */
class ExplainLayersTest {

    private static Run explain(String words) {
        return Run.of(("explain " + words).split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "upsample,                                          output, 4",
        "upsample,                                          receptive_field_bilinear, 2",
        "upsample --width 7 --factor 32,                    output, 224",
        "unpool,                                            pooled, 2",
        "unpool --width 7,                                  pooled, 3",
        "unpool --width 7,                                  output, 7",
        "bed-of-nails --factor 3,                           output, 6",
        "conv,                                              output, 2",
        "conv --width 572 --kernel 3 --stride 1,            output, 570",
        "conv --width 5 --kernel 3 --stride 2,              keras_same, 3",
        "conv --width 9 --kernel 3 --stride 1 --dilation 2, receptive_field, 5",
        "conv-transpose,                                    formula_1, 5",
        "conv-transpose,                                    formula_2, 7",
        "conv-transpose,                                    formula_3, 2",
        "conv-transpose,                                    torch, 7",
        "conv-transpose,                                    keras_valid, 6",
        "conv-transpose,                                    keras_same, 6",
        "conv-transpose,                                    keras_valid_padded, 7",
        "conv-transpose,                                    way_back, 2",
        "conv-transpose --kernel 4 --stride 2 --padding 1 --output-padding 0 --width 8, torch, 16",
        "conv-transpose --kernel 4 --stride 2 --output-padding 0, receptive_field, 2",
        "dilate,                                            output, 4",
        "dilate,                                            transposed, 4",
        "dilate,                                            effective_kernel, 3",
        "dilate --kernel 3,                                 receptive_field_1_2_4, 15",
        "fcn,                                               kernel_tutorial, 7",
        "fcn,                                               kernel, 32",
        "fcn,                                               tutorial_torch, 199",
        "fcn,                                               tutorial_keras_valid, 224",
        "fcn,                                               tutorial_parameters, 21630",
        "fcn,                                               solved_torch, 224",
        "fcn,                                               paper_keras_same, 224"
    })
    void sizesOfTheTutorial(String words, String size, long number) {
        Run run = explain(words + " --json");
        assertThat(run.code()).isZero();
        assertThat(run.json().path("schema_version").asInt()).isEqualTo(1);
        assertThat(run.json().path("sizes").path(size).asLong(-1)).isEqualTo(number);
        String formula = run.json().path("formulas").path(size).asString("");
        assertThat(explain(words).out()).contains(formula.isEmpty() ? " " + number : " = " + number);
    }

    @Test
    void upsamplingOfTheTutorial() {
        JsonNode grids = explain("upsample --json").json().path("grids");
        assertThat(grids.path("nearest"))
                .hasToString("[[1.0,1.0,2.0,2.0],[1.0,1.0,2.0,2.0],[3.0,3.0,4.0,4.0],[3.0,3.0,4.0,4.0]]");
        assertThat(grids.path("bilinear").get(1)).hasToString("[1.5,1.75,2.25,2.5]");
        assertThat(explain("upsample").out()).contains("  1  1  2  2\n  1  1  2  2\n  3  3  4  4\n  3  3  4  4\n");
    }

    @Test
    void theWayBackHasTheShapeAndNotTheNumbers() {
        Run run = explain("conv-transpose");
        assertThat(run.out())
                .contains("(2)  W_out = (W − 1)·S + F + P = (2 − 1)·3 + 2 + 2 = 7\n")
                .contains("The way back, 2×2\n   30   60\n   90  120\n")
                .contains("The shape comes back, the numbers do not");
    }

    @Test
    void figureSixIsNamedForWhatItIs() {
        JsonNode grids = explain("dilate --json").json().path("grids");
        assertThat(grids.path("dilated_input").get(1)).hasToString("[0.0,1.0,0.0,2.0,0.0]");
        assertThat(grids.path("figure_6")).hasSize(4);
        assertThat(explain("dilate").out()).contains("It is a transposed convolution of stride D");
    }

    @Test
    void whereTheTutorialErrsIsSaid() {
        assertThat(explain("fcn").out())
                .contains("F = W_out − W(S − 1) = 224 − 7·31 = 7")
                .contains("does not follow from its formula, which asks for F = 32")
                .contains("F = 7 gives 199 and not 224", "padding of S − F = 25 makes PyTorch do as Keras does");
        assertThat(explain("fcn --width 4 --stride 4 --target 16").out()).doesNotContain("does not follow");
        assertThat(explain("conv-transpose").out()).contains("The tutorial does not say so");
    }

    @Test
    void gridsThatFillMoreThanAPageAreLeftOut() {
        assertThat(explain("upsample --width 100 --json").json().path("grids")).isEmpty();
        assertThat(explain("conv --width 10000 --kernel 10000 --stride 10000").code())
                .isZero();
        assertThat(explain("conv-transpose --width 10000 --stride 10000 --kernel 10000")
                        .code())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "conv-transpose --output-padding 3 | output padding must be below the stride or dilation 3, got 3",
                "conv-transpose --stride 0         | --stride must be 1 … 10000, got 0",
                "conv-transpose --padding 9        | its output must be at least 1×1",
                "conv --width 1                    | its input must be at least as large as the window of 2×2",
                "conv --width 10001                | --width must be 1 … 10000, got 10001",
                "upsample --factor -1              | --factor must be 1 … 10000, got -1",
                "fcn --target x                    | 'x' is not an int",
                "convtranspose                     | did you mean 'conv-transpose'?",
                "                                  | topic must be one of meanshift, upsample"
            })
    void whatIsMistypedIsUsage(String words, String message) {
        Run run = words == null ? Run.of("explain") : explain(words);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains(message);
    }

    @Test
    void helpListsEveryTopic() {
        assertThat(explain("--help").out())
                .contains(
                        "meanshift ",
                        "upsample ",
                        "unpool ",
                        "bed-of-nails ",
                        "conv ",
                        "conv-transpose ",
                        "dilate ",
                        "fcn ");
    }
}
