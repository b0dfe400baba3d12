package org.vung.nets.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vung.nets.layer.Activation;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Crop;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.MaxUnpool;
import org.vung.nets.layer.Shape;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PlotTest {

    static List<Graph> nets() {
        return List.of(Nets.tiny(), Nets.unet(2), Nets.unet(4), Nets.resnet18(), LayerCases.everyLayer(), segnet());
    }

    /** Pools twice, unpools twice with the places. */
    static Graph segnet() {
        GraphBuilder net = Graph.builder("segnet");
        String image = net.input("image", new Shape(3, 32, 32));
        String one = net.relu("relu1", net.add("conv1", Convolution.of(3, 8, 3).withPadding(1), image));
        String half = net.add("pool1", MaxPool.of(2, 2), one);
        String two = net.relu("relu2", net.add("conv2", Convolution.of(8, 8, 3).withPadding(1), half));
        String quarter = net.add("pool2", MaxPool.of(2, 2), two);
        String back = net.add("unpool2", MaxUnpool.of(MaxPool.of(2, 2)), quarter, quarter, two);
        back = net.relu("relu3", net.add("conv3", Convolution.of(8, 8, 3).withPadding(1), back));
        back = net.add("unpool1", MaxUnpool.of(MaxPool.of(2, 2)), back, half, one);
        return net.output("out", net.add("score", Convolution.of(8, 2, 3).withPadding(1), back))
                .build();
    }

    @ParameterizedTest
    @MethodSource("nets")
    void theSvgIsXmlAndEverythingLiesOnTheSheet(Graph graph) throws Exception {
        Element svg = parsed(Plot.svg(graph));
        int width = number(svg, "width");
        int height = number(svg, "height");
        for (Element rectangle : elements(svg, "rect")) {
            int x = rectangle.hasAttribute("x") ? number(rectangle, "x") : 0;
            int y = rectangle.hasAttribute("y") ? number(rectangle, "y") : 0;
            assertThat(x).isNotNegative();
            assertThat(y).isNotNegative();
            assertThat(x + number(rectangle, "width")).isLessThanOrEqualTo(width);
            assertThat(y + number(rectangle, "height")).isLessThanOrEqualTo(height);
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void noBoxLiesOnAnother(Graph graph) throws Exception {
        List<int[]> boxes = new ArrayList<>();
        for (Element rectangle : elements(parsed(Plot.svg(graph)), "rect")) {
            if (rectangle.getAttribute("fill").equals("none")) {
                boxes.add(new int[] {
                    number(rectangle, "x"),
                    number(rectangle, "y"),
                    number(rectangle, "width"),
                    number(rectangle, "height")
                });
            }
        }
        assertThat(boxes).isNotEmpty();
        for (int[] one : boxes) {
            for (int[] other : boxes) {
                boolean apart = one == other
                        || one[0] + one[2] <= other[0]
                        || other[0] + other[2] <= one[0]
                        || one[1] + one[3] <= other[1]
                        || other[1] + other[3] <= one[1];
                assertThat(apart).isTrue();
            }
        }
    }

    @Test
    void equalRunsAreDrawnOnce() throws Exception {
        assertThat(texts(Nets.unet(4)))
                .contains("2 × conv 3×3", "64×568×568", "crop, concat")
                .doesNotContain("crop");
        assertThat(texts(Nets.resnet18())).containsOnlyOnce("× 2").doesNotContain("× 3");
    }

    @Test
    void titleAndCaptionTellTheNetwork() throws Exception {
        assertThat(texts(Nets.unet(4)))
                .contains("unet", "31.0 M parameters · 151 G multiply-adds for 1×572×572", "out");
    }

    @Test
    void whatAlonePlacesGoAlongIsDashed() throws Exception {
        long dashed = elements(parsed(Plot.svg(segnet())), "path").stream()
                .filter(path -> path.getAttribute("stroke-dasharray").equals("4 3"))
                .count();
        assertThat(dashed).isEqualTo(1); // pool2 feeds unpool2 with its numbers too
    }

    @Test
    void namesThatWouldBreakTheTextAreEscaped() throws Exception {
        GraphBuilder net = Graph.builder("<a & \"b\">\u0001\\");
        String image = net.input("in\"<", new Shape(1, 4, 4));
        Graph graph = net.output("&", net.add("]]>", Activation.relu(), image)).build();
        assertThat(texts(graph)).contains("<a & \"b\">\uFFFD\\");
        assertThat(Plot.dot(graph)).contains("label=\"<a & \\\"b\\\">\u0001\\\\\\n");
    }

    /** Layout looks at all pairs of boxes. */
    @Test
    void picturesOfThousandsOfLayersAreDrawnAndOfMoreRefused() throws Exception {
        assertThat(texts(chain(4990))).contains("4989 × crop");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plot.svg(chain(5001)))
                .withMessage("a picture must have at most 5000 layers, got 5001; take DOT text");
        assertThat(Plot.dot(chain(5001))).startsWith("digraph {");
    }

    private static Graph chain(int layers) {
        GraphBuilder net = Graph.builder("chain");
        String at = net.input("image", new Shape(1, 8, 8));
        for (int layer = 1; layer < layers; layer++) {
            at = net.add("crop" + layer, new Crop(0, 0, 0, 0), at);
        }
        return net.output("out", at).build();
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "999,999",
        "1000,1.00 k",
        "9994,9.99 k",
        "9996,10.0 k",
        "99960,100 k",
        "31031682,31.0 M",
        "999600,1.00 M"
    })
    void numbersHaveThreeDigitsAndALetter(long number, String words) {
        assertThat(Plot.counted(number)).isEqualTo(words);
    }

    @Test
    void dotHoldsABoxForEachLayerAndAnArrowForEachMap() {
        assertThat(Plot.dot(Nets.tiny())).isEqualTo("""
                digraph {
                  graph [label="tiny\\n242 parameters · 950 k multiply-adds for 3×64×64", labelloc=t, fontname=Helvetica];
                  node [shape=box, style="rounded,filled", fontname=Helvetica, fontsize=10];
                  n0 [label="input\\n3×64×64", fillcolor="#e8e8e8", color="#7a7a7a"];
                  n1 [label="conv 3×3\\nReLU\\n8×64×64", fillcolor="#cfe2f3", color="#2f6ea5"];
                  n2 [label="conv 1×1\\n2×64×64", fillcolor="#cfe2f3", color="#2f6ea5"];
                  n0 -> n1;
                  n1 -> n2;
                }
                """);
    }

    private static List<String> texts(Graph graph) throws Exception {
        return elements(parsed(Plot.svg(graph)), "text").stream()
                .map(Element::getTextContent)
                .toList();
    }

    private static Element parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    private static List<Element> elements(Element root, String tag) {
        NodeList found = root.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }
}
