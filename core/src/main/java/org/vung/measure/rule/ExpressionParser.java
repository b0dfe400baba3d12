package org.vung.measure.rule;

import java.util.ArrayList;
import java.util.List;
import org.vung.measure.rule.Expression.Operator;

/**
 * Reads {@code sum = product {(+|-) product}}, {@code product = factor {(*|/) factor}}, {@code factor = [-] (number | name | name(class,
 * class …) | (sum))}. Names of classes stand as they are or, where they hold a comma or a parenthesis, in quotes.
 */
final class ExpressionParser {

    private static final int LONGEST = 10_000;
    private static final int DEEPEST = 100;
    private static final int MOST_PARTS = 200;

    private final String text;
    private int at;
    private int depth;
    private int parts;

    ExpressionParser(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("must have at most " + LONGEST + " signs, got " + text.length());
        }
        this.text = text;
    }

    Expression whole() {
        Expression all = sum();
        if (!isAtEnd()) {
            throw wrong("an operator + - * /");
        }
        return all;
    }

    private Expression sum() {
        Expression left = product();
        while (isNext('+') || isNext('-')) {
            Operator operator = text.charAt(at++) == '+' ? Operator.PLUS : Operator.MINUS;
            left = new Expression.Operation(operator, left, product());
        }
        return left;
    }

    private Expression product() {
        Expression left = factor();
        while (isNext('*') || isNext('/')) {
            Operator operator = text.charAt(at++) == '*' ? Operator.TIMES : Operator.OVER;
            left = new Expression.Operation(operator, left, factor());
        }
        return left;
    }

    private Expression factor() {
        if (++parts > MOST_PARTS) {
            throw new IllegalArgumentException("must have at most " + MOST_PARTS + " parts; make it shorter");
        }
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("must nest at most " + DEEPEST + " deep; leave parentheses out");
        }
        Expression factor = isNext('-') ? negation() : isNext('(') ? group() : term();
        depth--;
        return factor;
    }

    private Expression negation() {
        at++;
        return new Expression.Negation(factor());
    }

    private Expression group() {
        at++;
        Expression inner = sum();
        if (!isNext(')')) {
            throw wrong("a closing parenthesis");
        }
        at++;
        return inner;
    }

    private Expression term() {
        if (isAtEnd()) {
            throw wrong("a number, a property or a function");
        }
        char first = text.charAt(at);
        if (isDigit(first) || first == '.') {
            return number();
        }
        if (!isLetter(first)) {
            throw wrong("a number, a property or a function");
        }
        String name = name();
        return isNext('(') ? new Expression.Call(name, arguments()) : new Expression.Name(name);
    }

    private Expression number() {
        int start = at;
        while (at < text.length() && isOfNumber(start)) {
            at++;
        }
        String digits = text.substring(start, at);
        if (!digits.matches("([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?") || isLetterNext()) {
            at = start;
            throw wrong("a number");
        }
        return new Expression.Constant(Double.parseDouble(digits));
    }

    private boolean isLetterNext() {
        return at < text.length() && isLetter(text.charAt(at));
    }

    /** Digits, a point, an exponent with its sign. */
    private boolean isOfNumber(int start) {
        char sign = text.charAt(at);
        boolean afterExponent = at > start && Character.toLowerCase(text.charAt(at - 1)) == 'e';
        return isDigit(sign)
                || sign == '.'
                || sign == 'e'
                || sign == 'E'
                || ((sign == '+' || sign == '-') && afterExponent);
    }

    private String name() {
        int start = at;
        while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
            at++;
        }
        return text.substring(start, at);
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        at++;
        if (isNext(')')) {
            at++;
            return arguments;
        }
        while (true) {
            arguments.add(argument());
            if (isNext(')')) {
                at++;
                return arguments;
            }
            if (!isNext(',')) {
                throw wrong("a comma or a closing parenthesis");
            }
            at++;
        }
    }

    private String argument() {
        char quote = isNext('"') ? '"' : isNext('\'') ? '\'' : 0;
        int start = quote == 0 ? at : at + 1;
        int end = start;
        while (end < text.length() && (quote == 0 ? ",()".indexOf(text.charAt(end)) < 0 : text.charAt(end) != quote)) {
            end++;
        }
        if (quote != 0 && end == text.length()) {
            throw wrong("a name with a quote at its end, too");
        }
        String name = text.substring(start, end);
        if (name.isBlank()) {
            throw wrong("the name of a class");
        }
        at = quote == 0 ? end : end + 1;
        return quote == 0 ? name.strip() : name;
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private static boolean isLetter(char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || sign == '_';
    }

    private boolean isNext(char sign) {
        return !isAtEnd() && text.charAt(at) == sign;
    }

    /** Skips what is blank. */
    private boolean isAtEnd() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at == text.length();
    }

    private IllegalArgumentException wrong(String wanted) {
        String rest = text.substring(at);
        String got = rest.isEmpty() ? "its end" : "'" + (rest.length() > 20 ? rest.substring(0, 20) + "…" : rest) + "'";
        return new IllegalArgumentException("must have " + wanted + " at sign " + (at + 1) + ", got " + got);
    }
}
