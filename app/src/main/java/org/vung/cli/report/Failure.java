package org.vung.cli.report;

import java.util.List;
import org.vung.cli.terminal.Fault;

/**
 * An input or method that failed while others went on.
 *
 * @param subject the input, or the method's text
 * @param error one line
 * @param exitCode what the command would have answered for it alone
 */
public record Failure(String subject, String error, int exitCode) {

    /**
     * What a command answers in the end.
     *
     * @param failures of its inputs
     * @param nothingElse whether there was one input, of which nothing came
     * @return 0 without failures, that of the one input, or the one that says that the rest is done
     */
    public static int exitCode(List<Failure> failures, boolean nothingElse) {
        if (failures.isEmpty()) {
            return 0;
        }
        return nothingElse ? failures.get(0).exitCode() : Fault.SOME_FAILED;
    }
}
