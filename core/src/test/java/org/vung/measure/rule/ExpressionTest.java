package org.vung.measure.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

    private static final Map<String, Double> VALUES =
            Map.of("a", 6.0, "b", 4.0, "zero", 0.0, "share(weed)", 0.3, "distance(a b, c)", 7.0, "share(a, (b))", 9.0);

    private static double value(String text) {
        return Expression.parse(text).value(term -> VALUES.getOrDefault(term.toString(), Double.NaN));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 1",
                ".5 | 0.5",
                "2.5e-1 | 0.25",
                "1E+2 | 100",
                "a + b * 2 | 14",
                "(a + b) * 2 | 20",
                "a - b - 1 | 1",
                "a / b / 2 | 0.75",
                "-a + b | -2",
                "- -a | 6",
                "2 * -b | -8",
                "a-b | 2",
                "share(weed) * 100 | 30",
                "share( weed )*100 | 30",
                "share('weed')*100 | 30",
                "distance(a b, c) | 7",
                "a / zero | Infinity",
                "-a / zero | -Infinity",
                "a / -zero | Infinity",
                "zero / zero | NaN",
                "a / (-1 * zero) | Infinity",
                "nothing + 1 | NaN",
            })
    void isWorkedOutAsWritten(String text, Double expected) {
        assertThat(value(text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "|a number, a property or a function at sign 1, got its end",
                "a +|at sign 4, got its end",
                "a b|an operator + - * / at sign 3, got 'b'",
                "(a|a closing parenthesis at sign 3",
                "a)|an operator + - * / at sign 2, got ')'",
                "share(weed|a comma or a closing parenthesis at sign 11",
                "share(,)|the name of a class at sign 7",
                "share(a,)|the name of a class at sign 9",
                "share('a)|a name with a quote at its end, too at sign 7",
                "share('')|the name of a class",
                "1.2.3|a number at sign 1, got '1.2.3'",
                "1e|a number at sign 1",
                "2a|a number at sign 1, got '2a'",
                "a ** 2|a number, a property or a function at sign 4",
                "a ^ 2|an operator + - * / at sign 3",
                "a; drop|an operator + - * / at sign 2",
                "größe|at sign 3, got 'öße'",
                "a % b|an operator",
            })
    void whatCannotBeReadIsToldWithItsSign(String text, String message) {
        assertThatThrownBy(() -> Expression.parse(text == null ? "" : text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void depthAndLengthHaveLimits() {
        assertThat(Expression.parse("(".repeat(98) + "1" + ")".repeat(98)).value(term -> 0))
                .isEqualTo(1);
        assertThatThrownBy(() -> Expression.parse("(".repeat(5000) + "1")).hasMessageContaining("at most 100 deep");
        assertThatThrownBy(() -> Expression.parse("-".repeat(5000) + "1")).hasMessageContaining("at most 100 deep");
        assertThatThrownBy(() -> Expression.parse("1" + "+1".repeat(300))).hasMessageContaining("at most 200 parts");
        assertThatThrownBy(() -> Expression.parse("1".repeat(20_000))).hasMessageContaining("10000 signs");
        assertThat(Expression.parse("1" + "+1".repeat(199)).value(term -> 0)).isEqualTo(200);
    }

    @Test
    void termsAreThoseWrittenEachOnce() {
        assertThat(Expression.parse("share(weed) / (share(crop) + share(weed)) + 2")
                        .terms())
                .extracting(Object::toString)
                .containsExactly("share(weed)", "share(crop)");
    }

    @Test
    void writtenOutItIsReadBackTheSame() {
        Expression expression = Expression.parse("-a * (b - 2) / count(x y) + 0.5");
        assertThat(Expression.parse(expression.toString())).isEqualTo(expression);
    }
}
