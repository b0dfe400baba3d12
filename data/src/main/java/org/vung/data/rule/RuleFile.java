package org.vung.data.rule;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.vung.data.file.DataFiles;
import org.vung.measure.rule.Rule;
import org.vung.measure.rule.RuleBook;

/**
 * Rules as YAML: under {@code rules} a list of them, each with {@code name}, {@code each}, {@code measure}, one of {@code above},
 * {@code at-least}, {@code below}, {@code at-most}, and where wanted {@code until}, {@code for}, {@code action}, {@code of},
 * {@code where}. What is wrong is told with its line and column.
 */
public final class RuleFile {

    private static final int MOST_BYTES = 1 << 20;
    private static final int DEEPEST = 8;
    private static final int MOST_RULES = 1000;

    private RuleFile() {}

    /**
     * Reads a file.
     *
     * @param file at most 1 MiB of UTF-8
     * @return the rules
     * @throws IOException if it cannot be read or is no such file; the message names file, line, column and the mend
     */
    public static RuleBook read(Path file) throws IOException {
        try {
            return parse(DataFiles.text(file, MOST_BYTES));
        } catch (IllegalArgumentException wrong) {
            throw DataFiles.bad(file, String.valueOf(wrong.getMessage()));
        }
    }

    /**
     * Reads a text.
     *
     * @param yaml the rules
     * @return the rules
     * @throws IllegalArgumentException that begins with line and column, if it is no such text
     */
    public static RuleBook parse(String yaml) {
        Node root = root(yaml)
                .orElseThrow(() ->
                        new IllegalArgumentException("must hold rules, got nothing; begin with" + " a line 'rules:'"));
        Fields top = Fields.of("file", root);
        top.checkKnown(List.of("rules"));
        List<Node> nodes = top.list("rules");
        if (nodes.isEmpty() || nodes.size() > MOST_RULES) {
            throw top.wrong("rules", "rules must be 1 … " + MOST_RULES + ", got " + nodes.size());
        }
        List<Rule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node node : nodes) {
            Fields fields = Fields.of("rule", node);
            Rule rule = RuleFields.rule(fields);
            if (!names.add(rule.name())) {
                throw fields.wrong(
                        "name", "name must differ from that of other rules, got '" + rule.name() + "' again");
            }
            rules.add(rule);
        }
        return new RuleBook(rules);
    }

    /** What a text holds, its nesting known before anything recurses into it. */
    private static Optional<Node> root(String yaml) {
        LoadSettings settings = LoadSettings.builder()
                .setMaxAliasesForCollections(0)
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .setCodePointLimit(MOST_BYTES)
                .build();
        try {
            checkEvents(new Parse(settings).parseString(yaml));
            return new Compose(settings).composeString(yaml);
        } catch (MarkedYamlEngineException wrong) {
            String where = wrong.getProblemMark().map(RuleFile::place).orElse("");
            throw new IllegalArgumentException(
                    where + "is no YAML: " + DataFiles.shown(String.valueOf(wrong.getProblem())), wrong);
        } catch (YamlEngineException | ClassCastException wrong) {
            throw new IllegalArgumentException(
                    "is no YAML: " + DataFiles.shown(String.valueOf(wrong.getMessage())), wrong);
        }
    }

    private static void checkEvents(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            String where = event.getStartMark().map(RuleFile::place).orElse("");
            if (depth > DEEPEST) {
                throw new IllegalArgumentException(where + "rules must nest at most " + DEEPEST + " deep");
            }
            if (event instanceof AliasEvent alias) {
                throw new IllegalArgumentException(
                        where + "rules must be written out, got the alias *" + alias.getAlias());
            }
        }
    }

    /** Where something stands, as people count. */
    static String place(Mark mark) {
        return "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": ";
    }
}
