package org.vung.nets.diagram;

/**
 * A map that goes from one box to another.
 *
 * @param from a box
 * @param to a box after it
 * @param dashed whether only places go along it, not numbers
 */
public record Arrow(String from, String to, boolean dashed) {}
