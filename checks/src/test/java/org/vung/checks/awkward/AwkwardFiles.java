package org.vung.checks.awkward;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Prints where we and Pillow part. */
public final class AwkwardFiles {

    private AwkwardFiles() {}

    /**
     * Prints a Markdown table of differences and a line of counts.
     *
     * @param args the folder with {@code SOURCE.txt}
     * @throws IOException if it cannot be read
     */
    public static void main(String[] args) throws IOException {
        List<AwkwardFile> files = AwkwardFile.in(Path.of(args[0]));
        System.out.println("| file | Pillow | Vung |");
        System.out.println("|---|---|---|");
        files.stream()
                .filter(file -> !file.agrees())
                .forEach(file ->
                        System.out.println("| `" + file.name() + "` | " + file.theirs() + " | " + file.ours() + " |"));
        long equal = files.stream().filter(AwkwardFile::agrees).count();
        long lost =
                files.stream().filter(file -> file.theyRead() && !file.weRead()).count();
        System.out.println();
        System.out.println(files.size() + " files: " + equal + " alike, " + lost + " that only Pillow reads");
        System.exit(lost == 0 ? 0 : 1);
    }
}
