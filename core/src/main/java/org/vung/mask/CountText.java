package org.vung.mask;

import java.util.Arrays;

/**
 * COCO's compressed text of run lengths. A count is written in groups of five bits, lowest first, each as one letter from '0' on; the
 * sixth bit says that more follow, and the fifth bit of the last group is the sign. Counts from the fourth on are stored less the last
 * but one before them.
 */
final class CountText {

    private static final int FIRST_LETTER = 48;
    private static final int MORE = 0x20;
    private static final int SIGN = 0x10;
    private static final int BITS = 0x1F;
    /** Seven groups hold 35 bits, more than any count needs. */
    private static final int MOST_GROUPS = 7;

    private CountText() {}

    static String of(int[] counts) {
        StringBuilder text = new StringBuilder();
        for (int run = 0; run < counts.length; run++) {
            long rest = run > 2 ? (long) counts[run] - counts[run - 2] : counts[run];
            boolean more = true;
            while (more) {
                int group = (int) (rest & BITS);
                rest >>= 5;
                more = (group & SIGN) != 0 ? rest != -1 : rest != 0;
                text.append((char) (FIRST_LETTER + (more ? group | MORE : group)));
            }
        }
        return text.toString();
    }

    static int[] parse(String text) {
        int[] counts = new int[text.length()];
        int length = 0;
        for (int at = 0; at < text.length(); length++) {
            long count = 0;
            int groups = 0;
            int group;
            do {
                group = group(text, at++, groups);
                count |= (long) (group & BITS) << (5 * groups++);
            } while ((group & MORE) != 0);
            if ((group & SIGN) != 0) {
                count |= -1L << (5 * groups);
            }
            count += length > 2 ? counts[length - 2] : 0;
            if (count < 0 || count > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("run length " + length + " must be 0 … 2147483647, got " + count
                        + "; the compressed mask is damaged");
            }
            counts[length] = (int) count;
        }
        return Arrays.copyOf(counts, length);
    }

    private static int group(String text, int at, int groups) {
        if (at == text.length() || groups == MOST_GROUPS) {
            throw new IllegalArgumentException(
                    "compressed mask must end with a whole count, got one without an end; the text is truncated or damaged");
        }
        int group = text.charAt(at) - FIRST_LETTER;
        if (group < 0 || group > (MORE | BITS)) {
            throw new IllegalArgumentException("compressed mask must have letters '0' … 'o', got code "
                    + (int) text.charAt(at) + " at place " + at);
        }
        return group;
    }
}
