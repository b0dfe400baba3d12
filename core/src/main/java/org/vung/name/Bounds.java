package org.vung.name;

import java.util.random.RandomGenerator;

/** Checks numbers of options, and draws between them. */
public final class Bounds {

    private Bounds() {}

    /**
     * Checks that a number lies within limits.
     *
     * @param what the option, such as {@code degrees of rotate}
     * @param value the number
     * @param least allowed
     * @param most allowed
     * @throws IllegalArgumentException if it does not, or is not a number
     */
    public static void check(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    what + " must be " + shortest(least) + " … " + shortest(most) + ", got " + shortest(value));
        }
    }

    /**
     * Checks that a range lies within limits and grows.
     *
     * @param what whose {@code from} and {@code to} they are, such as {@code scale}
     * @param from start of the range
     * @param to end of the range
     * @param least allowed
     * @param most allowed
     * @throws IllegalArgumentException if it does not
     */
    public static void checkRange(String what, double from, double to, double least, double most) {
        check("from of " + what, from, least, most);
        check("to of " + what, to, least, most);
        if (from > to) {
            throw new IllegalArgumentException("to of " + what + " must be at least from, got " + shortest(from) + " … "
                    + shortest(to) + "; exchange them");
        }
    }

    /**
     * Whether something happens this time.
     *
     * @param chance 0 … 1
     * @param random one number is drawn from it
     * @return true in {@code chance} of the cases
     */
    public static boolean happens(double chance, RandomGenerator random) {
        return random.nextDouble() < chance;
    }

    private static String shortest(double value) {
        return Double.toString(value).replaceFirst("\\.0$", "");
    }

    /**
     * A whole number.
     *
     * @param name for the message
     * @param text its digits
     * @param least smallest value
     * @param most largest value
     * @return the number
     * @throws IllegalArgumentException if it is no such number
     */
    public static int integer(String name, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // falls through to the message that both faults share
        }
        throw new IllegalArgumentException(name + " must be " + least + " … " + most + ", got '" + text + "'");
    }
}
