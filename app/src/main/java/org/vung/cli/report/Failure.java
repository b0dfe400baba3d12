package org.vung.cli.report;

/**
 * An input or method that failed while others went on.
 *
 * @param subject the input, or the method's text
 * @param error one line
 * @param exitCode what the command would have answered for it alone
 */
public record Failure(String subject, String error, int exitCode) {}
