package org.vung.data.check;

/**
 * Something wrong with a data set.
 *
 * @param severity how bad it is
 * @param kind which check found it
 * @param file where; the name of the set where no file is to blame
 * @param what is wrong, with the numbers
 * @param mend what to do
 */
public record Finding(Severity severity, Kind kind, String file, String what, String mend) {}
