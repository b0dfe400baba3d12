package org.vung.nets.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vung.nets.diagram.Arrow;
import org.vung.nets.diagram.Diagram;
import org.vung.nets.drawing.Grid.Cell;

/** The way of every arrow: straight where nothing stands between, around a corner through a gap, or over the boxes of a row. */
final class Routes {

    /** A corner of a way, in pixels. */
    record Point(int x, int y) {}

    private static final int ASIDE = 14;
    private static final int CORNER = 9;

    private final Grid grid;
    private final Map<Arrow, Integer> tracks = new HashMap<>();
    private final int[] most;

    Routes(Diagram diagram, Grid grid) {
        this.grid = grid;
        most = new int[grid.rows()];
        List<Arrow> over = new ArrayList<>();
        for (Arrow arrow : diagram.arrows()) {
            if (isOver(arrow)) {
                over.add(arrow);
            }
        }
        over.sort(Comparator.comparingInt(
                arrow -> to(arrow).column() - from(arrow).column()));
        List<Arrow> settled = new ArrayList<>();
        for (Arrow arrow : over) {
            int track = 1;
            while (isTaken(arrow, track, settled)) {
                track++;
            }
            tracks.put(arrow, track);
            settled.add(arrow);
            most[to(arrow).row()] = Math.max(most[to(arrow).row()], track);
        }
    }

    /** Tracks needed over each row. */
    int[] tracks() {
        return most.clone();
    }

    private Cell from(Arrow arrow) {
        return grid.cell(arrow.from());
    }

    private Cell to(Arrow arrow) {
        return grid.cell(arrow.to());
    }

    private boolean isTaken(Arrow arrow, int track, List<Arrow> settled) {
        for (Arrow other : settled) {
            boolean apart = to(other).column() <= from(arrow).column()
                    || to(arrow).column() <= from(other).column();
            if (tracks.getOrDefault(other, 0) == track
                    && to(other).row() == to(arrow).row()
                    && !apart) {
                return true;
            }
        }
        return false;
    }

    private boolean isOver(Arrow arrow) {
        return !isStraight(arrow) && !turnsAfter(arrow) && !turnsBefore(arrow) && !isBreak(arrow);
    }

    /** From the end of a row to the beginning of a later one. */
    private boolean isBreak(Arrow arrow) {
        return from(arrow).row() < to(arrow).row()
                && from(arrow).column() >= to(arrow).column();
    }

    private boolean isStraight(Arrow arrow) {
        Cell from = from(arrow);
        Cell to = to(arrow);
        boolean oneLane = from.row() == to.row() && from.lane() == to.lane();
        return (oneLane && grid.isClear(from, from.column(), to.column())) || grid.isClearColumn(from, to);
    }

    private boolean turnsAfter(Arrow arrow) {
        return from(arrow).column() < to(arrow).column()
                && !sameLane(arrow)
                && grid.isClear(to(arrow), from(arrow).column(), to(arrow).column());
    }

    private boolean turnsBefore(Arrow arrow) {
        return from(arrow).column() < to(arrow).column()
                && !sameLane(arrow)
                && grid.isClear(from(arrow), from(arrow).column(), to(arrow).column());
    }

    private boolean sameLane(Arrow arrow) {
        return from(arrow).row() == to(arrow).row()
                && from(arrow).lane() == to(arrow).lane();
    }

    /** The path of an arrow as SVG writes it. */
    String path(Arrow arrow, Sheet sheet) {
        return rounded(points(arrow, sheet));
    }

    private List<Point> points(Arrow arrow, Sheet sheet) {
        Rectangle from = sheet.box(arrow.from());
        Rectangle to = sheet.box(arrow.to());
        if (isStraight(arrow)) {
            return straight(arrow, from, to);
        }
        if (turnsAfter(arrow)) {
            return corner(from, to, sheet.after(from(arrow).column()));
        }
        if (turnsBefore(arrow)) {
            return corner(from, to, sheet.before(to(arrow).column()));
        }
        if (isBreak(arrow)) {
            return lineBreak(arrow, sheet);
        }
        return over(arrow, sheet, sheet.track(to(arrow).row(), tracks.getOrDefault(arrow, 1)));
    }

    private List<Point> straight(Arrow arrow, Rectangle from, Rectangle to) {
        if (from(arrow).column() != to(arrow).column()) {
            return List.of(new Point(from.right(), to.middleY()), new Point(to.x(), to.middleY()));
        }
        boolean down = from.y() < to.y();
        return List.of(
                new Point(from.middleX(), down ? from.bottom() : from.y()),
                new Point(from.middleX(), down ? to.y() : to.bottom()));
    }

    private static List<Point> corner(Rectangle from, Rectangle to, int x) {
        return List.of(
                new Point(from.right(), from.middleY()),
                new Point(x, from.middleY()),
                new Point(x, to.middleY()),
                new Point(to.x(), to.middleY()));
    }

    /** Down, back to the left under the row, and into the top; from the left where another lane stands over the box. */
    private List<Point> lineBreak(Arrow arrow, Sheet sheet) {
        Rectangle from = sheet.box(arrow.from());
        Rectangle to = sheet.box(arrow.to());
        int y = sheet.under(from(arrow).row());
        List<Point> way = new ArrayList<>();
        way.add(new Point(from.middleX(), from.bottom()));
        way.add(new Point(from.middleX(), y));
        if (to(arrow).lane() == 0) {
            way.add(new Point(to.middleX(), y));
            way.add(new Point(to.middleX(), to.y()));
        } else {
            way.add(new Point(sheet.before(to(arrow).column()), y));
            way.add(new Point(sheet.before(to(arrow).column()), to.middleY()));
            way.add(new Point(to.x(), to.middleY()));
        }
        return way;
    }

    /** Out of the top, along a track, into the top; through a gap where another lane stands over the box. */
    private List<Point> over(Arrow arrow, Sheet sheet, int y) {
        Rectangle from = sheet.box(arrow.from());
        Rectangle to = sheet.box(arrow.to());
        List<Point> way = new ArrayList<>();
        if (from(arrow).row() == to(arrow).row() && from(arrow).lane() == 0) {
            way.add(new Point(from.middleX() + ASIDE, from.y()));
            way.add(new Point(from.middleX() + ASIDE, y));
        } else {
            way.add(new Point(from.right(), from.middleY()));
            way.add(new Point(sheet.after(from(arrow).column()), from.middleY()));
            way.add(new Point(sheet.after(from(arrow).column()), y));
        }
        if (to(arrow).lane() == 0) {
            way.add(new Point(to.middleX() - ASIDE, y));
            way.add(new Point(to.middleX() - ASIDE, to.y()));
        } else {
            way.add(new Point(sheet.before(to(arrow).column()), y));
            way.add(new Point(sheet.before(to(arrow).column()), to.middleY()));
            way.add(new Point(to.x(), to.middleY()));
        }
        return way;
    }

    private static String rounded(List<Point> way) {
        StringBuilder path = new StringBuilder("M " + word(way.get(0)));
        for (int i = 1; i < way.size() - 1; i++) {
            Point corner = way.get(i);
            path.append(" L ").append(word(towards(corner, way.get(i - 1))));
            path.append(" Q ").append(word(corner)).append(' ').append(word(towards(corner, way.get(i + 1))));
        }
        return path.append(" L ").append(word(way.get(way.size() - 1))).toString();
    }

    private static Point towards(Point corner, Point end) {
        int x = Math.max(-CORNER, Math.min(CORNER, (end.x() - corner.x()) / 2));
        int y = Math.max(-CORNER, Math.min(CORNER, (end.y() - corner.y()) / 2));
        return new Point(corner.x() + x, corner.y() + y);
    }

    private static String word(Point point) {
        return point.x() + " " + point.y();
    }
}
