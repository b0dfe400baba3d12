package org.vung.checks.document;

import java.util.Optional;

/**
 * A fenced block of a page.
 *
 * @param line of the opening fence, from 1
 * @param language the word after the fence; empty where there is none
 * @param text the lines between the fences, each ended by a newline
 * @param mark what an HTML comment directly before the block says of it
 */
record Block(int line, String language, String text, Optional<Mark> mark) {

    /**
     * {@code <!-- KIND: WORDS -->}, which no reader of the page sees.
     *
     * @param kind what is said
     * @param words of what; empty for a kind without
     */
    record Mark(Kind kind, String words) {}

    /** What a mark can say. */
    enum Kind {
        /** {@code not run: REASON}. */
        NOT_RUN,
        /** {@code exit: CODE}: the last command of the block ends with that code. */
        EXIT,
        /** {@code file: NAME}: the text is written to that file, for commands that follow. */
        FILE,
        /** {@code prints}: what the Java block before prints. */
        PRINTS
    }

    boolean is(Kind kind) {
        return mark.isPresent() && mark.get().kind() == kind;
    }
}
