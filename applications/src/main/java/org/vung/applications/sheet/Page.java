package org.vung.applications.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.vung.data.html.Html;
import org.vung.image.Image;
import org.vung.image.file.AtomicFile;
import org.vung.image.file.Existing;

/** A page of HTML that needs no other file: headings, words, pictures, tables. */
public final class Page {

    private static final String STYLE =
            "body{font:15px/1.5 sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#222}"
                    + "table{border-collapse:collapse;margin:1rem 0}th,td{border-bottom:1px solid #ccc;padding:.2rem .7rem;"
                    + "text-align:right}th:first-child,td:first-child{text-align:left}img{max-width:100%}"
                    + ".note{background:#fff3cd;padding:.6rem 1rem}";

    private final Html html = new Html();

    /**
     * Begins a page.
     *
     * @param title of it
     * @param note what must not be overlooked
     */
    public Page(String title, String note) {
        html.trusted("<!DOCTYPE html>\n")
                .open("html", "lang", "en")
                .open("head")
                .open("meta", "charset", "utf-8");
        html.words("title", title).open("style").trusted(STYLE).close("style").close("head");
        html.open("body").words("h1", title).words("p", note, "class", "note");
    }

    /**
     * Adds a heading.
     *
     * @param text of it
     */
    public void heading(String text) {
        html.words("h2", text);
    }

    /**
     * Adds a paragraph.
     *
     * @param text of it
     */
    public void words(String text) {
        html.words("p", text);
    }

    /**
     * Adds a picture.
     *
     * @param picture 8-bit RGB
     * @param about what it shows, for those who do not see it
     * @throws IOException if it cannot be encoded
     */
    public void picture(Image picture, String about) throws IOException {
        html.picture(picture, about);
    }

    /**
     * Adds a table.
     *
     * @param table of any columns
     */
    public void table(Table table) {
        html.open("table");
        row(table.columns(), "th");
        table.rows().forEach(cells -> row(cells, "td"));
        html.close("table");
    }

    private void row(List<String> cells, String tag) {
        html.open("tr");
        cells.forEach(cell -> html.words(tag, cell));
        html.close("tr");
    }

    /**
     * Writes the page in one step.
     *
     * @param file ends in .html
     * @param existing what to do where the name is taken
     * @throws IOException if it cannot be written
     */
    public void write(Path file, Existing existing) throws IOException {
        String all = html + "</body></html>\n";
        AtomicFile.write(file, existing, out -> out.write(all.getBytes(StandardCharsets.UTF_8)));
    }
}
