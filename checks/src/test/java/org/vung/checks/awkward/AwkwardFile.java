package org.vung.checks.awkward;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Limits;
import org.vung.image.file.ImageFiles;

/**
 * One line of the collection's {@code SOURCE.txt}, and what we make of the file.
 *
 * @param name path inside the collection
 * @param theirs what Pillow says: the upright size, or why it refuses
 * @param ours the size, or why we refuse
 * @param theyRead whether Pillow reads it
 * @param weRead whether we read it
 */
record AwkwardFile(String name, String theirs, String ours, boolean theyRead, boolean weRead) {

    /** {@code path TAB bytes TAB ('PNG', (width, height), 'mode', frames, orientation) TAB result}. */
    private static final Pattern LINE = Pattern.compile("([^\t]+)\t\\d+\t(None|\\(.*\\))\t(.*)");

    private static final Pattern SIZE = Pattern.compile("\\('\\w+', \\((\\d+), (\\d+)\\), .*, (\\w+)\\)");

    /** Every file of the collection that is there. */
    static List<AwkwardFile> in(Path folder) throws IOException {
        List<AwkwardFile> files = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("SOURCE.txt"))) {
            Matcher fields = LINE.matcher(line);
            if (fields.matches() && Files.exists(folder.resolve(fields.group(1)))) {
                files.add(of(folder, fields.group(1), fields.group(2), fields.group(3)));
            }
        }
        return files;
    }

    /** Whether both read the same size, or both refuse. */
    boolean agrees() {
        return theyRead == weRead && (!weRead || theirs.equals(ours));
    }

    private static AwkwardFile of(Path folder, String name, String found, String result) {
        boolean theyRead = result.equals("ok");
        String theirs = theyRead ? upright(found) : result;
        try {
            List<Image> pages = ImageFiles.readPages(folder.resolve(name), Limits.standard());
            return new AwkwardFile(name, theirs, pages.get(0).size().toString(), theyRead, true);
        } catch (ImageException refused) {
            String reason = String.valueOf(refused.getMessage());
            return new AwkwardFile(name, theirs, reason.substring(reason.indexOf(": ") + 2), theyRead, false);
        }
    }

    private static String upright(String found) {
        Matcher size = SIZE.matcher(found);
        if (!size.matches()) {
            throw new IllegalArgumentException(
                    "SOURCE.txt must give format, size, mode, frames, orientation, got " + found);
        }
        int width = Integer.parseInt(size.group(1));
        int height = Integer.parseInt(size.group(2));
        boolean turned = size.group(3).matches("[5-8]");
        return new Size(turned ? width : height, turned ? height : width).toString();
    }
}
