package org.vung.data.evaluate;

/**
 * What a score is called.
 *
 * @param name such as {@code mean IoU}
 * @param of the class or threshold it is of; empty for all together
 * @param largerIsBetter or smaller
 */
public record Score(String name, String of, boolean largerIsBetter) {

    static Score overall(String name) {
        return new Score(name, "", true);
    }

    static Score error(String name) {
        return new Score(name, "", false);
    }
}
