package org.vung.nets.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vung.nets.diagram.Arrow;
import org.vung.nets.diagram.Box;
import org.vung.nets.diagram.Diagram;

/**
 * A cell for every box: a row for each resolution, a column for each step. Branches stand in lanes of a row.
 */
final class Grid {

    /** Where a box stands. */
    record Cell(int row, int lane, int column) {}

    private final Map<String, Cell> cells = new HashMap<>();
    private final Set<Cell> taken = new HashSet<>();
    private final List<Integer> lanes = new ArrayList<>();
    private final Manner manner;
    private int columns;

    Grid(Diagram diagram) {
        manner = Manner.of(diagram);
        List<Integer> levels = levels(diagram);
        Map<String, List<String>> sources = new HashMap<>();
        for (Arrow arrow : diagram.arrows()) {
            sources.computeIfAbsent(arrow.to(), name -> new ArrayList<>()).add(arrow.from());
        }
        levels.forEach(level -> lanes.add(1));
        for (Box box : diagram.boxes()) {
            List<Cell> from = sources.getOrDefault(box.name(), List.of()).stream()
                    .map(this::cell)
                    .toList();
            place(box, levels.indexOf(box.level()), from);
        }
    }

    private static List<Integer> levels(Diagram diagram) {
        TreeSet<Integer> levels = new TreeSet<>();
        diagram.boxes().forEach(box -> levels.add(box.level()));
        return List.copyOf(levels);
    }

    private void place(Box box, int row, List<Cell> sources) {
        int column = column(row, sources);
        int lane = lane(row, column, sources);
        Cell cell = new Cell(row, lane, column);
        cells.put(box.name(), cell);
        taken.add(cell);
        lanes.set(row, Math.max(lanes.get(row), lane + 1));
        columns = Math.max(columns, column + 1);
    }

    private int column(int row, List<Cell> sources) {
        int column = 0;
        for (Cell source : sources) {
            if (source.row() == row || manner == Manner.STAIRS) {
                column = Math.max(column, source.column() + 1);
            } else if (manner == Manner.COLUMNS) {
                column = Math.max(column, isOpen(source, row) ? source.column() : source.column() + 1);
            }
        }
        return column;
    }

    /** Goes on in the lane it comes from, where that is free. */
    private int lane(int row, int column, List<Cell> sources) {
        for (Cell source : sources) {
            if (source.row() == row && isFree(row, source.lane(), column)) {
                return source.lane();
            }
        }
        int lane = 0;
        while (!isFree(row, lane, column)) {
            lane++;
        }
        return lane;
    }

    /** Whether nothing stands in a source's column on the way to a row, that row included. */
    private boolean isOpen(Cell source, int row) {
        int step = Integer.signum(row - source.row());
        for (int at = source.row() + step; at != row + step; at += step) {
            for (int lane = 0; lane < lanes.get(at); lane++) {
                if (!isFree(at, lane, source.column())) {
                    return false;
                }
            }
        }
        return lanesBeside(source, step);
    }

    private boolean lanesBeside(Cell source, int step) {
        for (int lane = source.lane() + step; lane >= 0 && lane < lanes.get(source.row()); lane += step) {
            if (!isFree(source.row(), lane, source.column())) {
                return false;
            }
        }
        return true;
    }

    private boolean isFree(int row, int lane, int column) {
        return !taken.contains(new Cell(row, lane, column));
    }

    Cell cell(String box) {
        Cell cell = cells.get(box);
        if (cell == null) {
            throw new IllegalArgumentException("arrows must come from boxes before, got '" + box + "'; reorder them");
        }
        return cell;
    }

    int rows() {
        return lanes.size();
    }

    int columns() {
        return columns;
    }

    int lanes(int row) {
        return lanes.get(row);
    }

    /** Whether a lane is empty between two columns, neither included. */
    boolean isClear(Cell lane, int from, int to) {
        for (int column = from + 1; column < to; column++) {
            if (!isFree(lane.row(), lane.lane(), column)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a straight line up or down joins two cells of one column. */
    boolean isClearColumn(Cell from, Cell to) {
        if (from.column() != to.column() || from.row() == to.row()) {
            return false;
        }
        Cell upper = from.row() < to.row() ? from : to;
        Cell lower = from.row() < to.row() ? to : from;
        for (Cell cell : taken) {
            boolean below = cell.row() > upper.row() || (cell.row() == upper.row() && cell.lane() > upper.lane());
            boolean above = cell.row() < lower.row() || (cell.row() == lower.row() && cell.lane() < lower.lane());
            if (cell.column() == from.column() && below && above) {
                return false;
            }
        }
        return true;
    }
}
