package org.vung.data.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vung.image.codec.ImageException;
import org.vung.measure.rule.Comparison;
import org.vung.measure.rule.Condition;
import org.vung.measure.rule.Expression;
import org.vung.measure.rule.Rule;
import org.vung.measure.scene.Place;

class RuleFileTest {

    private static final String HEAD = "rules:\n  - name: r\n    measure: share(weed)\n";

    @TempDir
    Path folder = Path.of("");

    @Test
    void everyKeyIsRead() {
        String yaml = """
                rules:
                  - name: weeds take over     # a comment
                    each: cell
                    measure: share(weed) / share(crop)
                    above: 0.5
                    until: 0.3
                    for: 2
                    action: spray
                  - name: large
                    each: region
                    of: [weed, tree]
                    measure: area
                    at-least: 1e3
                    where: solidity > 0.5 and area < 5000
                """;
        List<Rule> rules = RuleFile.parse(yaml).rules();
        assertThat(rules.get(0))
                .isEqualTo(new Rule(
                        "weeds take over",
                        Place.Kind.CELL,
                        Expression.parse("share(weed) / share(crop)"),
                        Comparison.ABOVE,
                        0.5,
                        OptionalDouble.of(0.3),
                        2,
                        "spray",
                        Rule.Filter.ALL));
        assertThat(rules.get(1).filter())
                .isEqualTo(new Rule.Filter(List.of("weed", "tree"), Condition.parse("solidity > 0.5 and area < 5000")));
        assertThat(rules.get(1).threshold()).isEqualTo(1000);
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("", "must hold rules, got nothing"),
                Arguments.of("# nothing\n", "must hold rules, got nothing"),
                Arguments.of(
                        "just a text",
                        "line 1, column 1: file must be keys and values, such as 'name: …', got 'just a text'"),
                Arguments.of("- a\n- b\n", "line 1, column 1: file must be keys and values"),
                Arguments.of(
                        "rule:\n  - name: r\n",
                        "line 1, column 1: keys of a file are rules, got 'rule'; did you mean 'rules'?"),
                Arguments.of("rules: []\n", "line 1, column 8: rules must be 1 … 1000, got 0"),
                Arguments.of("rules:\n", "file must have rules, got none"),
                Arguments.of("rules: 3\n", "line 1, column 8: rules must be a list, each item after a dash, got '3'"),
                Arguments.of(
                        "rules:\n  - 3\n",
                        "line 2, column 5: rule must be keys and values, such as 'name: …', got '3'"),
                Arguments.of(
                        "rules:\n  - measure: count()\n    above: 1\n",
                        "line 2, column 5: rule must have name, got none"),
                Arguments.of(
                        "rules:\n  - name: r\n    above: 1\n", "line 2, column 5: rule must have measure, got none"),
                Arguments.of(
                        HEAD,
                        "line 2, column 5: rule must have one of above, at-least, below, at-most with a number, got none"),
                Arguments.of(
                        HEAD + "    above: 1\n    below: 2\n",
                        "line 5, column 12: rule must have one of above, at-least, below, at-most with a number, got above and below"),
                Arguments.of(
                        HEAD + "    abov: 1\n",
                        "line 4, column 5: keys of a rule are name, each, measure, above, at-least, below, at-most, until, for, action, of, where, got 'abov'; did you mean 'above'?"),
                Arguments.of(HEAD + "    above: high\n", "line 4, column 12: above must be a number, got 'high'"),
                Arguments.of(HEAD + "    above: .nan\n", "above must be a number, got '.nan'"),
                Arguments.of(HEAD + "    above: NaN\n", "line 4, column 12: above must be a finite number, got NaN"),
                Arguments.of(HEAD + "    above: 1e999\n", "above must be a finite number, got Infinity"),
                Arguments.of(HEAD + "    above: [1]\n", "line 4, column 12: above must be a text, got a list"),
                Arguments.of(
                        HEAD + "    above: 0.5\n    until: 0.7\n",
                        "line 5, column 12: until must be at most 0.5, the threshold of above, got 0.7"),
                Arguments.of(
                        HEAD + "    below: 0.5\n    until: 0.3\n",
                        "line 5, column 12: until must be at least 0.5, the threshold of below, got 0.3"),
                Arguments.of(
                        HEAD + "    above: 0.5\n    for: 0\n",
                        "line 5, column 10: for must be 1 … 1000000 images, got 0"),
                Arguments.of(
                        HEAD + "    above: 0.5\n    for: 1.5\n",
                        "line 5, column 10: for must be a whole number of images, got 1.5"),
                Arguments.of(
                        HEAD + "    above: 0.5\n    each: cel\n",
                        "line 5, column 11: each must be one of image, cell, part, region, got 'cel'; did you mean 'cell'?"),
                Arguments.of(
                        HEAD + "    above: 0.5\n    where: area > 5\n",
                        "line 5, column 12: where and of must go with 'each: region'"),
                Arguments.of(
                        HEAD + "    above: 0.5\n    name: s\n",
                        "line 5, column 5: rule must have every key once, got 'name' again"),
                Arguments.of(
                        HEAD + "    above: 1\n" + "  - name: r\n    measure: count()\n    above: 1\n",
                        "line 5, column 11: name must differ from that of other rules, got 'r' again"),
                Arguments.of(
                        "rules:\n  - name: r\n    measure: shre(weed)\n    above: 1\n",
                        "line 3, column 14: function must be one of share, area, count, growth, growth_rate, distance, got 'shre'; did you mean 'share'?"),
                Arguments.of(
                        "rules:\n  - name: r\n    measure: share(weed) /\n    above: 1\n",
                        "line 3, column 14: measure must have a number, a property or a function at sign 14, got its end, in 'share(weed) /'"),
                Arguments.of(
                        "rules:\n  - name: r\n    each: region\n    measure: area\n    above: 1\n    where: area = 5\n",
                        "line 6, column 12: where must compare by < <= > or >="),
                Arguments.of(
                        "rules:\n  - name: r\n    measure: " + "(".repeat(9000) + "1\n    above: 1\n",
                        "measure must nest at most 100 deep"),
                Arguments.of("rules: " + "[".repeat(100_000), "rules must nest at most 8 deep"),
                Arguments.of("rules: &a\n  - *a\n", "line 2, column 5: rules must be written out, got the alias *a"),
                Arguments.of("rules:\n\t- name: r\n", "line 2, column 1: is no YAML"),
                Arguments.of("rules:\n  - name: 'r\n", "is no YAML"),
                Arguments.of(
                        "rules: !!java.lang.ProcessBuilder [x]\n", "line 1, column 36: rule must be keys and values"),
                Arguments.of("{\"a\": 1}: 2\n", "is no YAML: Non scalar key"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatIsWrongIsToldWithItsPlace(String yaml, String message) {
        assertThatThrownBy(() -> RuleFile.parse(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aFileIsNamedWithTheMistake() throws Exception {
        Path file = folder.resolve("rules.yaml");
        Files.writeString(file, HEAD + "    abov: 1\n");
        assertThatThrownBy(() -> RuleFile.read(file))
                .isInstanceOf(ImageException.class)
                .hasMessageStartingWith(file + ": line 4, column 5: ");
        Files.write(file, new byte[] {(byte) 0xC3, 0x28});
        assertThatThrownBy(() -> RuleFile.read(file)).isInstanceOf(ImageException.class);
        Files.write(file, "rules: 1\n".repeat(200_000).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> RuleFile.read(file)).isInstanceOf(ImageException.class);
        assertThatThrownBy(() -> RuleFile.read(folder.resolve("none.yaml"))).isInstanceOf(ImageException.class);
        assertThatThrownBy(() -> RuleFile.read(folder)).isInstanceOf(ImageException.class);
    }
}
