package org.vung.data.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.vung.Findings;
import org.vung.Instance;
import org.vung.Instances;
import org.vung.Partition;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.label.Palette;
import org.vung.mask.RunLengths;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SvgTest {

    private static Document written(Drawing drawing, Optional<String> photo) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Svg.write(drawing, photo, out);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()));
    }

    private static Element path(Document svg, int index) {
        return (Element) svg.getElementsByTagName("path").item(index);
    }

    /** The rings of path data of M, L, H, V and Z. */
    private static List<double[]> rings(String data) {
        List<double[]> rings = new ArrayList<>();
        for (String ring : data.split("Z", -1)) {
            List<Double> corners = new ArrayList<>();
            Matcher step = Pattern.compile("([MLHV])([0-9]+)(?: ([0-9]+))?").matcher(ring);
            while (step.find()) {
                double first = Double.parseDouble(step.group(2));
                int size = corners.size();
                boolean vertical = step.group(1).equals("V");
                corners.add(vertical ? corners.get(size - 2) : Double.valueOf(first));
                corners.add(
                        vertical
                                ? Double.valueOf(first)
                                : step.group(1).equals("H")
                                        ? corners.get(size - 1)
                                        : Double.valueOf(Double.parseDouble(step.group(3))));
            }
            rings.add(corners.stream().mapToDouble(Double::doubleValue).toArray());
        }
        return rings;
    }

    @Test
    void aRegionIsAPathWithItsColourNameAndScore() throws Exception {
        LabelClass odd = new LabelClass("Nhân <\"&'> \u0001\uD83D", 0);
        RunLengths mask = Masks.of("###.", "#.#.", "###.");
        Instances found = new Instances(
                mask.size(),
                List.of(new Instance(0, 0.934f, 0, 0, 3, 3, Optional.of(mask))),
                List.of(odd),
                Findings.none());
        Document svg = written(Drawing.of("a & b.png", found, Palette.of(0, 0xAB)), Optional.of("../a & b.png"));
        Element root = svg.getDocumentElement();
        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 4 3");
        assertThat(((Element) svg.getElementsByTagName("image").item(0)).getAttribute("href"))
                .isEqualTo("../a & b.png");
        Element path = path(svg, 0);
        assertThat(path.getAttribute("fill")).isEqualTo("#0000ab");
        assertThat(path.getAttribute("d")).isEqualTo("M0 0H3V3H0ZM1 1V2H2V1Z");
        assertThat(path.getTextContent()).isEqualTo("Nhân <\"&'> \uFFFD\uFFFD 0.93");
        assertThat(((Element) path.getParentNode()).getAttribute("fill-rule")).isEqualTo("evenodd");
    }

    @Test
    void withoutAPhotoNothingIsLinked() throws Exception {
        Partition one = new Partition(LabelMap.of(new Size(1, 1), new int[] {0}));
        Document svg = written(Drawing.of("one", one, Palette.distinct()), Optional.empty());
        assertThat(svg.getElementsByTagName("image").getLength()).isZero();
        assertThat(path(svg, 0).getAttribute("d")).isEqualTo("M0 0H1V1H0Z");
        assertThat(path(svg, 0).getTextContent()).isEqualTo("region 0");
    }

    @Test
    void nothingFoundIsAnEmptyPicture() throws Exception {
        Instances none = new Instances(new Size(1, 1), List.of(), List.of(), Findings.none());
        assertThat(written(Drawing.of("none", none, Palette.distinct()), Optional.empty())
                        .getElementsByTagName("path")
                        .getLength())
                .isZero();
    }

    @Test
    void pathsFillToTheMasks() throws Exception {
        for (int seed = 0; seed < 200; seed++) {
            RunLengths mask = Masks.random(seed);
            int[] labels = new int[mask.size().pixels()];
            mask.paint(labels, 1);
            Partition two = new Partition(LabelMap.wrap(mask.size(), labels));
            Document svg = written(Drawing.of("two", two, Palette.distinct()), Optional.empty());
            int paths = svg.getElementsByTagName("path").getLength();
            if (mask.area() > 0) {
                assertThat(Masks.fill(mask.size(), rings(path(svg, paths - 1).getAttribute("d"))))
                        .isEqualTo(mask);
            }
        }
    }
}
