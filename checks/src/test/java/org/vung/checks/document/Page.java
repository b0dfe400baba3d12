package org.vung.checks.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vung.checks.document.Block.Kind;
import org.vung.checks.document.Block.Mark;

/**
 * A Markdown file.
 *
 * @param name its path below the root of the project, with slashes
 * @param text all of it
 * @param blocks its fenced blocks in order
 */
record Page(String name, String text, List<Block> blocks) {

    private static final Pattern MARK = Pattern.compile("<!-- (not run|exit|file|prints)(?:: (.*))? -->");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.*)$");

    static Page read(Path root, String name) throws IOException {
        String text = Files.readString(root.resolve(name));
        return new Page(name, text, blocks(name, text.lines().toList()));
    }

    private static List<Block> blocks(String name, List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            if (!lines.get(at).startsWith("```")) {
                continue;
            }
            int end = at + 1;
            while (end < lines.size() && !lines.get(end).equals("```")) {
                end++;
            }
            if (end == lines.size()) {
                throw new IllegalArgumentException(name + ":" + (at + 1) + ": the block must end with ```");
            }
            String text = String.join("\n", lines.subList(at + 1, end)) + "\n";
            Optional<Mark> mark = at == 0 ? Optional.empty() : mark(lines.get(at - 1));
            blocks.add(new Block(at + 1, lines.get(at).substring(3), text, mark));
            at = end;
        }
        return blocks;
    }

    private static Optional<Mark> mark(String line) {
        Matcher found = MARK.matcher(line);
        if (!found.matches()) {
            return Optional.empty();
        }
        Kind kind = Kind.valueOf(found.group(1).replace(' ', '_').toUpperCase(Locale.ROOT));
        return Optional.of(new Mark(kind, found.group(2) == null ? "" : found.group(2)));
    }

    /** The targets of its links and pictures, outside of blocks. */
    List<String> links() {
        return LINK.matcher(prose())
                .results()
                .map(found -> found.group(1))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .toList();
    }

    /** The anchors of its headings, as GitHub makes them. */
    List<String> anchors() {
        return HEADING.matcher(prose()).results().map(Page::anchor).toList();
    }

    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private String prose() {
        return Pattern.compile("(?ms)^```.*?^```$").matcher(text).replaceAll("").replaceAll("`[^`\n]*`", "");
    }
}
