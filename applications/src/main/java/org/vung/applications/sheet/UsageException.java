package org.vung.applications.sheet;

/** What was typed is not enough, or not possible; the command ends with the exit code of wrong usage. */
public final class UsageException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /**
     * An error of usage.
     *
     * @param message the option, its limit, the mend
     */
    public UsageException(String message) {
        super(message);
    }
}
