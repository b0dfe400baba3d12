package org.vung.data.outline;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Writes a drawing as SVG: a path per region with its colour and, as title, what people call it. A unit is a pixel of the image, and
 * holes are left open by the even-odd rule.
 *
 * <p>Source: "Scalable Vector Graphics (SVG) 2", W3C, 2018.
 */
public final class Svg {

    private final Writer out;
    private final Drawing drawing;

    private Svg(Writer out, Drawing drawing) {
        this.out = out;
        this.drawing = drawing;
    }

    /**
     * Writes a drawing.
     *
     * @param drawing of an image
     * @param photo where the image lies, as a link from the file, such as {@code ../photo.jpg}; empty leaves it out
     * @param out gets the file; stays open
     * @throws IOException if it cannot be written
     */
    public static void write(Drawing drawing, Optional<String> photo, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        new Svg(text, drawing).write(photo);
        text.flush();
    }

    private void write(Optional<String> photo) throws IOException {
        String sides = "width=\"" + drawing.size().width() + "\" height=\""
                + drawing.size().height() + "\"";
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" " + sides
                + " viewBox=\"0 0 " + drawing.size().width() + " "
                + drawing.size().height() + "\">\n<title>"
                + escaped(drawing.image()) + "</title>\n");
        if (photo.isPresent()) {
            out.write("<image href=\"" + escaped(photo.get()) + "\" " + sides + " preserveAspectRatio=\"none\"/>\n");
        }
        out.write("<g fill-rule=\"evenodd\" fill-opacity=\"" + (photo.isPresent() ? "0.4" : "1")
                + "\" stroke-linejoin=\"round\">\n");
        for (Outlined region : drawing.regions()) {
            path(region, photo.isPresent());
        }
        out.write("</g>\n</svg>\n");
    }

    /** Lines are drawn over a photo alone: elsewhere they would cover half a pixel of the neighbour. */
    private void path(Outlined region, boolean lines) throws IOException {
        String colour = String.format("#%06x", region.rgb());
        out.write("<path id=\"region-" + region.id() + "\" fill=\"" + colour + "\"");
        if (lines) {
            out.write(" stroke=\"" + colour + "\" vector-effect=\"non-scaling-stroke\"");
        }
        out.write(" d=\"");
        for (Polygon part : drawing.polygons(region)) {
            for (Ring ring : part.rings().toList()) {
                out.write(steps(ring));
            }
        }
        out.write("\"><title>" + escaped(drawing.title(region)) + "</title></path>\n");
    }

    private static String steps(Ring ring) {
        StringBuilder steps = new StringBuilder();
        steps.append('M').append(ring.column(0)).append(' ').append(ring.row(0));
        for (int corner = 1; corner < ring.size(); corner++) {
            int column = ring.column(corner);
            int row = ring.row(corner);
            if (row == ring.row(corner - 1)) {
                steps.append('H').append(column);
            } else if (column == ring.column(corner - 1)) {
                steps.append('V').append(row);
            } else {
                steps.append('L').append(column).append(' ').append(row);
            }
        }
        return steps.append('Z').toString();
    }

    /** Text as XML 1.0 allows it; what it cannot hold at all becomes U+FFFD. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(isAllowed(letter) ? letter : 0xFFFD);
            }
        });
        return safe.toString();
    }

    private static boolean isAllowed(int letter) {
        boolean surrogate = letter >= 0xD800 && letter < 0xE000;
        boolean noCharacter = letter == 0xFFFE || letter == 0xFFFF;
        return letter == '\t' || letter == '\n' || (letter >= ' ' && !surrogate && !noCharacter);
    }
}
