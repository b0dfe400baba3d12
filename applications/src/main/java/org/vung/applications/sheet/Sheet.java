package org.vung.applications.sheet;

import java.util.List;
import org.vung.figure.Canvas;
import org.vung.figure.Pen;
import org.vung.image.Image;
import org.vung.image.Size;

/**
 * A page around pictures: the decision above them, what the colours mean and what is to be known below.
 *
 * @param title the decision, in one line
 * @param keys of the colours, none if there are none
 * @param notes lines below the picture
 */
public record Sheet(String title, List<Key> keys, List<String> notes) {

    private static final int MARGIN = 16;
    private static final int GAP = 12;
    private static final int NARROWEST = 640;
    private static final int SWATCH = 16;
    private static final int TITLE_LINES = 3;
    private static final int NOTE_LINES = 4;
    private static final Pen TITLE = new Pen(15, 0x111111);
    private static final Pen KEY = new Pen(11, 0x222222);
    private static final Pen NOTE = new Pen(10, 0x555555);

    /** Copies the lists. */
    public Sheet {
        keys = List.copyOf(keys);
        notes = List.copyOf(notes);
    }

    /**
     * The page.
     *
     * @param picture 8-bit RGB
     * @return the picture on white with its words
     */
    public Image around(Image picture) {
        int width = Math.max(NARROWEST, picture.width());
        List<String> titles = TITLE.wrap(title, width, TITLE_LINES);
        List<String> words = notes.stream()
                .flatMap(note -> NOTE.wrap(note, width, NOTE_LINES).stream())
                .toList();
        int keyRows = keys.isEmpty() ? 0 : keyRow(keys.size() - 1, width) + 1;
        int top = MARGIN + titles.size() * TITLE.lineHeight() + keyRows * (KEY.lineHeight() + 4);
        int height = top + GAP + picture.height() + GAP + words.size() * NOTE.lineHeight() + MARGIN;
        Canvas canvas = new Canvas(new Size(height, width + 2 * MARGIN));
        double baseline = MARGIN + 18;
        for (String line : titles) {
            TITLE.write(canvas, line, baseline, MARGIN);
            baseline += TITLE.lineHeight();
        }
        keys(canvas, MARGIN + titles.size() * TITLE.lineHeight(), width);
        canvas.paste(picture, top + GAP, MARGIN + (width - picture.width()) / 2);
        baseline = top + GAP + picture.height() + GAP + 14;
        for (String line : words) {
            NOTE.write(canvas, line, baseline, MARGIN);
            baseline += NOTE.lineHeight();
        }
        return canvas.image();
    }

    private void keys(Canvas canvas, int top, int width) {
        for (int at = 0; at < keys.size(); at++) {
            int row = top + keyRow(at, width) * (KEY.lineHeight() + 4);
            int column = MARGIN + keyColumn(at, width);
            canvas.fill(row, column, new Size(SWATCH, SWATCH), keys.get(at).rgb());
            KEY.write(canvas, keys.get(at).name(), row + 14, column + SWATCH + 6);
        }
    }

    private int keyWidth(int at) {
        return SWATCH + 6 + (int) Math.ceil(KEY.width(keys.get(at).name())) + 20;
    }

    private int keyRow(int of, int width) {
        int row = 0;
        int column = 0;
        for (int at = 0; at <= of; at++) {
            if (column > 0 && column + keyWidth(at) > width) {
                row++;
                column = 0;
            }
            column += keyWidth(at);
        }
        return row;
    }

    private int keyColumn(int of, int width) {
        int column = 0;
        for (int at = 0; at <= of; at++) {
            if (column > 0 && column + keyWidth(at) > width) {
                column = 0;
            }
            column += at < of ? keyWidth(at) : 0;
        }
        return column;
    }
}
