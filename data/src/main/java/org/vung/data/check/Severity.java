package org.vung.data.check;

/** How bad a finding is. */
public enum Severity {
    /** Training or scores would be wrong. */
    ERROR,
    /** Probably not meant. */
    WARNING
}
