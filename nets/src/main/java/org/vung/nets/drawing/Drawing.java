package org.vung.nets.drawing;

import java.util.EnumSet;
import java.util.Set;
import org.vung.nets.diagram.Arrow;
import org.vung.nets.diagram.Box;
import org.vung.nets.diagram.Diagram;
import org.vung.nets.diagram.Frame;
import org.vung.nets.diagram.Kind;
import org.vung.nets.diagram.Part;

/** A picture with title and legend: a row for each resolution, the image's on top, steps from left to right. */
public final class Drawing {

    private static final int STUB = 26;
    private static final int LETTER = 7;

    private final Diagram diagram;
    private final Grid grid;
    private final Routes routes;
    private final Sheet sheet;
    private final Svg svg = new Svg();

    private Drawing(Diagram diagram) {
        this.diagram = diagram;
        this.grid = new Grid(diagram);
        this.routes = new Routes(diagram, grid);
        int[] tracks = routes.tracks();
        for (Frame frame : diagram.frames()) {
            for (String box : frame.boxes()) {
                int row = grid.cell(box).row();
                tracks[row] = Math.max(tracks[row], routes.tracks()[row] + 1);
            }
        }
        this.sheet = new Sheet(diagram, grid, tracks);
    }

    /**
     * Draws.
     *
     * @param diagram of at most some thousand boxes
     * @return SVG text
     */
    public static String svg(Diagram diagram) {
        return new Drawing(diagram).svg();
    }

    private String svg() {
        int width = Math.max(width(), 2 * Sheet.MARGIN + LETTER * (int) longest(diagram.title(), diagram.caption()));
        int height = sheet.bottom() + 2 * Sheet.MARGIN + 24;
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                width,
                "height",
                height,
                "viewBox",
                "0 0 " + width + " " + height,
                "font-family",
                "Helvetica, Arial, sans-serif",
                "font-size",
                11);
        heads();
        svg.words("title", diagram.title());
        svg.element("rect", "width", width, "height", height, "fill", "white");
        title();
        diagram.frames().forEach(this::frame);
        diagram.arrows().forEach(this::arrow);
        diagram.boxes().forEach(this::box);
        diagram.outputs().forEach(this::output);
        legend(height - Sheet.MARGIN);
        return svg.close("svg").toString();
    }

    private int width() {
        int answer = 0;
        for (var output : diagram.outputs().entrySet()) {
            int end = sheet.box(output.getValue()).right()
                    + STUB
                    + 6
                    + LETTER * output.getKey().length();
            answer = Math.max(answer, end);
        }
        return Math.max(Math.max(answer, sheet.right()) + Sheet.MARGIN, legendWidth());
    }

    private static double longest(String one, String other) {
        return Math.max(one.length() * 1.4, other.length());
    }

    private void heads() {
        svg.open("defs");
        svg.open(
                "marker",
                "id",
                "head",
                "viewBox",
                "0 0 8 8",
                "refX",
                7,
                "refY",
                4,
                "markerWidth",
                7,
                "markerHeight",
                7,
                "orient",
                "auto");
        svg.element("path", "d", "M 0 1 L 8 4 L 0 7 z", "fill", "#444444");
        svg.close("marker").close("defs");
    }

    private void title() {
        svg.words("text", diagram.title(), "x", Sheet.MARGIN, "y", 30, "font-size", 17, "font-weight", "bold");
        svg.words("text", diagram.caption(), "x", Sheet.MARGIN, "y", 48, "fill", "#555555");
    }

    private void box(Box box) {
        Rectangle at = sheet.box(box.name());
        svg.open("g");
        svg.words("title", box.name());
        int lines = box.words().size() + 1;
        int spare = at.height() - lines * Sheet.LINE - box.parts().size() * Sheet.PAD;
        int y = at.y();
        for (int i = 0; i < box.parts().size(); i++) {
            Part part = box.parts().get(i);
            boolean last = i == box.parts().size() - 1;
            int height = part.words().size() * Sheet.LINE + Sheet.PAD + (last ? spare + Sheet.LINE : 0);
            part(
                    part,
                    new Rectangle(at.x(), y, at.width(), height),
                    last ? box.shape().toString() : "");
            y += height;
        }
        svg.element(
                "rect",
                "x",
                at.x(),
                "y",
                at.y(),
                "width",
                at.width(),
                "height",
                at.height(),
                "rx",
                4,
                "fill",
                "none",
                "stroke",
                box.last().kind().line());
        svg.close("g");
    }

    private void part(Part part, Rectangle at, String shape) {
        svg.element(
                "rect",
                "x",
                at.x(),
                "y",
                at.y(),
                "width",
                at.width(),
                "height",
                at.height(),
                "rx",
                4,
                "fill",
                part.kind().fill(),
                "stroke",
                part.kind().line(),
                "stroke-width",
                0.6);
        int lines = part.words().size() + (shape.isEmpty() ? 0 : 1);
        int y = at.middleY() - lines * Sheet.LINE / 2 + 11;
        for (int line = 0; line < part.words().size(); line++) {
            line(part.words().get(line), at.middleX(), y + line * Sheet.LINE, line == 0 ? "bold" : "normal");
        }
        svg.words(
                "text",
                shape,
                "x",
                at.middleX(),
                "y",
                y + part.words().size() * Sheet.LINE,
                "text-anchor",
                "middle",
                "fill",
                part.kind().line());
    }

    private void line(String words, int x, int y, String weight) {
        svg.words("text", words, "x", x, "y", y, "text-anchor", "middle", "font-weight", weight);
    }

    private void arrow(Arrow arrow) {
        svg.element(
                "path",
                "d",
                routes.path(arrow, sheet),
                "fill",
                "none",
                "stroke",
                "#444444",
                "stroke-width",
                1.3,
                "stroke-dasharray",
                arrow.dashed() ? "4 3" : "none",
                "marker-end",
                "url(#head)");
    }

    private void output(String answer, String box) {
        Rectangle at = sheet.box(box);
        String way = "M " + at.right() + " " + at.middleY() + " l " + STUB + " 0";
        svg.element("path", "d", way, "stroke", "#444444", "stroke-width", 1.3, "marker-end", "url(#head)");
        svg.words("text", answer, "x", at.right() + STUB + 5, "y", at.middleY() + 4, "font-style", "italic");
    }

    private void frame(Frame frame) {
        int left = Integer.MAX_VALUE;
        int right = 0;
        int top = Integer.MAX_VALUE;
        int bottom = 0;
        for (String name : frame.boxes()) {
            Rectangle box = sheet.box(name);
            Grid.Cell cell = grid.cell(name);
            left = Math.min(left, box.x());
            right = Math.max(right, box.right());
            top = Math.min(top, Math.min(box.y(), sheet.track(cell.row(), routes.tracks()[cell.row()])) - 5);
            bottom = Math.max(bottom, box.bottom());
        }
        svg.element(
                "rect",
                "x",
                left - 11,
                "y",
                top,
                "width",
                right - left + 22,
                "height",
                bottom - top + 9,
                "rx",
                8,
                "fill",
                "#f7f7f7",
                "stroke",
                "#999999",
                "stroke-dasharray",
                "5 4");
        svg.words(
                "text",
                "× " + frame.times(),
                "x",
                right + 8,
                "y",
                top - 4,
                "text-anchor",
                "end",
                "font-size",
                13,
                "font-weight",
                "bold");
    }

    private Set<Kind> kinds() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        diagram.boxes().forEach(box -> box.parts().forEach(part -> kinds.add(part.kind())));
        return kinds;
    }

    private int legendWidth() {
        int width = 2 * Sheet.MARGIN;
        for (Kind kind : kinds()) {
            width += 34 + LETTER * kind.word().length();
        }
        return width;
    }

    private void legend(int y) {
        int x = Sheet.MARGIN;
        for (Kind kind : kinds()) {
            svg.element(
                    "rect",
                    "x",
                    x,
                    "y",
                    y - 9,
                    "width",
                    12,
                    "height",
                    12,
                    "rx",
                    2,
                    "fill",
                    kind.fill(),
                    "stroke",
                    kind.line());
            svg.words("text", kind.word(), "x", x + 18, "y", y + 1, "fill", "#333333");
            x += 34 + LETTER * kind.word().length();
        }
    }
}
