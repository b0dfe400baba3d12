package org.vung.checks.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.vung.image.Image;
import org.vung.image.Preview;
import org.vung.image.file.ImageFiles;

/**
 * Whether a picture of the documents is what its command makes today. Drawings are equal in every letter. Of photographs and label maps at
 * most 1 in 100 samples may differ by more than 8 levels: what a network says at the edge of a region depends on how a processor rounds.
 */
final class Pictures {

    private static final int LEVELS = 8;
    private static final double SHARE = 0.01;

    /** What a network says that the documents train: another processor ends with other weights. */
    private static final Set<String> LEARNED = Set.of("shapes.png");

    private static final double SHARE_LEARNED = 0.06;

    private Pictures() {}

    static void same(Path kept, Path made) throws IOException {
        assertThat(made)
                .as("%s must be made by a command of the documents", kept.getFileName())
                .exists();
        if (kept.toString().endsWith(".svg")) {
            assertThat(made).hasSameTextualContentAs(kept);
            return;
        }
        Image before = Preview.rgb(ImageFiles.read(kept));
        Image now = Preview.rgb(ImageFiles.read(made));
        assertThat(now.size()).as("size of %s", kept.getFileName()).isEqualTo(before.size());
        double most = LEARNED.contains(kept.getFileName().toString()) ? SHARE_LEARNED : SHARE;
        assertThat(apart(before, now))
                .as("share of %s that has changed", kept.getFileName())
                .isLessThanOrEqualTo(most);
    }

    private static double apart(Image before, Image now) {
        byte[] first = before.sharedBytes();
        byte[] second = now.sharedBytes();
        long apart = 0;
        for (int at = 0; at < first.length; at++) {
            if (Math.abs((first[at] & 0xFF) - (second[at] & 0xFF)) > LEVELS) {
                apart++;
            }
        }
        return (double) apart / first.length;
    }
}
