package org.vung.applications.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.vung.image.Image;
import org.vung.image.encode.PngEncoder;
import org.vung.image.file.AtomicFile;
import org.vung.image.file.Existing;

/** A page of HTML that needs no other file: headings, words, pictures, tables. */
public final class Page {

    private static final String STYLE =
            "body{font:15px/1.5 sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#222}"
                    + "table{border-collapse:collapse;margin:1rem 0}th,td{border-bottom:1px solid #ccc;padding:.2rem .7rem;"
                    + "text-align:right}th:first-child,td:first-child{text-align:left}img{max-width:100%}"
                    + ".note{background:#fff3cd;padding:.6rem 1rem}";

    private final StringBuilder html = new StringBuilder();

    /**
     * Begins a page.
     *
     * @param title of it
     * @param note what must not be overlooked
     */
    public Page(String title, String note) {
        html.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n<h1>")
                .append(escaped(title))
                .append("</h1>\n<p class=\"note\">")
                .append(escaped(note))
                .append("</p>\n");
    }

    /**
     * Adds a heading.
     *
     * @param text of it
     */
    public void heading(String text) {
        html.append("<h2>").append(escaped(text)).append("</h2>\n");
    }

    /**
     * Adds a paragraph.
     *
     * @param text of it
     */
    public void words(String text) {
        html.append("<p>").append(escaped(text)).append("</p>\n");
    }

    /**
     * Adds a picture.
     *
     * @param picture 8-bit RGB
     * @param about what it shows, for those who do not see it
     * @throws IOException if it cannot be encoded
     */
    public void picture(Image picture, String about) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        PngEncoder.write(picture, png);
        html.append("<img alt=\"")
                .append(escaped(about))
                .append("\" src=\"data:image/png;base64,")
                .append(Base64.getEncoder().encodeToString(png.toByteArray()))
                .append("\">\n");
    }

    /**
     * Adds a table.
     *
     * @param table of any columns
     */
    public void table(Table table) {
        html.append("<table>\n");
        row(table.columns(), "th");
        table.rows().forEach(cells -> row(cells, "td"));
        html.append("</table>\n");
    }

    private void row(List<String> cells, String tag) {
        html.append("<tr>");
        cells.forEach(cell -> html.append('<')
                .append(tag)
                .append('>')
                .append(escaped(cell))
                .append("</")
                .append(tag)
                .append('>'));
        html.append("</tr>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
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
