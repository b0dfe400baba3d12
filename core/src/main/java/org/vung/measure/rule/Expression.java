package org.vung.measure.rule;

import java.util.List;
import java.util.stream.Stream;

/**
 * A measure as it is written in a rule: numbers, names of properties, functions of classes, {@code + - * /} and parentheses. It
 * is worked out in doubles as IEEE 754 has it: 0/0 is NaN, and x/0 is infinite with the sign of x.
 */
public sealed interface Expression {

    /** A number, which people see without a point where it is whole. */
    record Constant(double value) implements Expression {
        @Override
        public String toString() {
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? Long.toString((long) value)
                    : Double.toString(value);
        }
    }

    /** A property of a region. */
    record Name(String name) implements Expression {
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A function of classes.
     *
     * @param function its name
     * @param arguments names of classes
     */
    record Call(String function, List<String> arguments) implements Expression {
        /** Copies the list. */
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            return function + "(" + String.join(", ", arguments) + ")";
        }
    }

    /** The same with the other sign. */
    record Negation(Expression of) implements Expression {
        @Override
        public String toString() {
            return "-" + of;
        }
    }

    /** Two measures put together. */
    record Operation(Operator operator, Expression left, Expression right) implements Expression {
        @Override
        public String toString() {
            return "(" + left + " " + operator.sign() + " " + right + ")";
        }
    }

    /** How two numbers are put together. */
    enum Operator {
        /** Sum. */
        PLUS('+'),
        /** Difference. */
        MINUS('-'),
        /** Product. */
        TIMES('*'),
        /** Quotient. */
        OVER('/');

        private final char sign;

        Operator(char sign) {
            this.sign = sign;
        }

        /**
         * What people write.
         *
         * @return the sign
         */
        public char sign() {
            return sign;
        }

        double of(double left, double right) {
            return switch (this) {
                case PLUS -> left + right;
                case MINUS -> left - right;
                case TIMES -> left * right;
                case OVER -> left / (right + 0.0); // there is no −0 to divide by
            };
        }
    }

    /** What names and functions are worth at one place. */
    interface Values {

        /**
         * The value of a property or a function.
         *
         * @param term a {@link Name} or a {@link Call}
         * @return its number
         */
        double of(Expression term);
    }

    /**
     * Reads a measure.
     *
     * @param text such as {@code share(weed) / share(crop)}
     * @return the expression
     * @throws IllegalArgumentException that names the sign from which on it cannot be read
     */
    static Expression parse(String text) {
        return new ExpressionParser(text).whole();
    }

    /**
     * Works it out.
     *
     * @param values of names and functions
     * @return a number, perhaps NaN or infinite
     */
    default double value(Values values) {
        if (this instanceof Constant constant) {
            return constant.value();
        }
        if (this instanceof Negation negation) {
            return 0 - negation.of().value(values);
        }
        if (this instanceof Operation operation) {
            return operation
                    .operator()
                    .of(operation.left().value(values), operation.right().value(values));
        }
        return values.of(this);
    }

    /**
     * The names and functions in it.
     *
     * @return in the order in which they are written, each once
     */
    default List<Expression> terms() {
        return all().distinct().toList();
    }

    private Stream<Expression> all() {
        if (this instanceof Negation negation) {
            return negation.of().terms().stream();
        }
        if (this instanceof Operation operation) {
            return Stream.concat(operation.left().terms().stream(), operation.right().terms().stream());
        }
        return this instanceof Constant ? Stream.empty() : Stream.of(this);
    }
}
